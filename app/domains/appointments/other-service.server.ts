import { questionsOf } from '~/core/bookings/index.server'
import type { Store } from '~/core/businesses/index.server'
import type { Db } from '~/platform/database.server'
import type { AskedPart } from './offered.server'
import { servicesOf, type Service } from './queries.server'
import { choosesPerson, staffFor } from './who-and-where.server'

interface Visit {
  readonly store: Store
  readonly parts: readonly AskedPart[]
}

/**
 * What a visit of one service may become: whatever is offered at its place and asks nothing that must be answered, itself first. Empty for
 * a visit of several, which moves as it is.
 */
export function mayBecome(db: Db, businessId: string, { parts: [part, another], store }: Visit): Service[] {
  if (!part || another) return []
  const others = servicesOf(db, businessId, ['active']).filter(
    ({ listing, staffChoice, stores }) =>
      listing.id !== part.service.listing.id && staffChoice !== 'places' && stores.some(({ id }) => id === store.id) &&
      !questionsOf(db, businessId, listing.id).some(({ required }) => required),
  )
  return [part.service, ...others]
}

/** The visit as another service, with whoever does it now where they do that too; as it is where it cannot be that. */
export function asService<Moving extends Visit>(db: Db, businessId: string, visit: Moving, slug: string | null): Moving {
  const [present] = visit.parts
  const service = mayBecome(db, businessId, visit).find(({ listing }) => listing.slug === slug)
  if (!service || !present || service.listing.id === present.service.listing.id) return visit
  return { ...visit, parts: [partOf(service, present)] }
}

function partOf(service: Service, { person: present }: AskedPart): AskedPart {
  const keeps = present !== null && choosesPerson(service) && service.staff.some(({ id }) => id === present.id) ? present : null
  const person = keeps ?? (service.staffChoice === 'must' ? (service.staff[0] ?? null) : null)
  return { service, person, staff: staffFor(service, person?.id ?? null) ?? service.staff, gapMs: 0 }
}
