import type { StaffProfile, Store } from '~/core/businesses/index.server'
import type { Service } from './queries.server'

/** Whom a customer may choose, by the service's terms; `wanted` is a slug or an id. Null where that person does not offer it. */
export function staffFor(service: Service, wanted: string | null): readonly StaffProfile[] | null {
  if (wanted === null || wanted === '' || service.staffChoice === 'none') return service.staff
  const person = service.staff.find(({ id, slug }) => id === wanted || slug === wanted)
  return person ? [person] : null
}

/** The store of a choice: the one that is named, or the service's first. Null where it is not to be had there. */
export function storeFor({ stores }: Pick<Service, 'stores'>, wanted: string | null): Store | null {
  return (wanted === null || wanted === '' ? stores[0] : stores.find(({ id, code }) => id === wanted || code === wanted)) ?? null
}

/** Whether a customer says who does it. */
export function choosesPerson({ staffChoice }: Pick<Service, 'staffChoice'>): boolean {
  return staffChoice === 'may' || staffChoice === 'must'
}

/** Whether a customer has to say who does it: where one person alone does, there is nothing to say. */
export function mustChoose({ staffChoice, staff }: Pick<Service, 'staffChoice' | 'staff'>): boolean {
  return staffChoice === 'must' && staff.length > 1
}

/** Who does it where nobody is named: the one whom a customer would have to choose; null where anybody will do, or there are several. */
export function onlyPerson({ staffChoice, staff }: Pick<Service, 'staffChoice' | 'staff'>): StaffProfile | null {
  return staffChoice === 'must' && staff.length === 1 ? (staff[0] ?? null) : null
}

/** The stores that all of these services have, in the order of the first. */
export function storesOfAll(services: readonly Pick<Service, 'stores'>[]): Store[] {
  const [first, ...others] = services
  return (first?.stores ?? []).filter(({ id }) => others.every(({ stores }) => stores.some((store) => store.id === id)))
}

/** The people who do whatever of these needs a person; none where somebody who does one of them is not the customer's to choose. */
export function staffOfAll(services: readonly Service[]): StaffProfile[] {
  const [first, ...others] = services.filter(({ staffChoice }) => staffChoice !== 'places')
  if (!first || ![first, ...others].every(choosesPerson)) return []
  return first.staff.filter(({ id }) => others.every(({ staff }) => staff.some((person) => person.id === id)))
}
