import type { BusinessCtx } from '~/kernel/ctx'
import { addDays, localDateOf, minute, startOfDay, type Interval } from '~/kernel/time'
import type { Db } from '~/platform/database.server'
import { preferPeople, type Candidate } from '../schedules/index.server'
import { resourcesOfPeople } from './resources.server'
import { fullBetween, loadOf } from './taken.server'

export interface PeopleLooked {
  /** Whatever could touch them lies in it. */
  readonly reach: Interval
  /** Booking items that are to be moved: what they hold themselves counts as free. */
  readonly ignoring?: readonly string[]
  /** Only who works when is asked: nothing counts as taken. */
  readonly asIfFree?: boolean
}

/** People as the slot finder takes them: when each works, and when each is taken. Who has no time to be booked is left out. */
export function peopleToBook(
  db: Db, { businessId, now }: Pick<BusinessCtx, 'businessId' | 'now'>, people: readonly Omit<Candidate, 'busy'>[], { reach, ignoring = [], asIfFree = false }: PeopleLooked,
): Candidate[] {
  const resources = resourcesOfPeople(db, businessId)
  return people.flatMap((person) => {
    const resource = resources.get(person.id)
    if (resource === undefined) return []
    return { ...person, busy: asIfFree ? [] : fullBetween(db, businessId, resource, { from: reach.start, to: reach.end, now, ignoring }) }
  })
}

export interface PersonToClaim {
  readonly staffId: string
  readonly resourceId: string
}

/** Whom a customer meets who asked for anyone, the best first: who has least to do on the local day of `start`, then who was booked longest ago. */
export function peopleInOrder(db: Db, businessId: string, staffIds: readonly string[], start: number, zone: string): PersonToClaim[] {
  const resources = resourcesOfPeople(db, businessId)
  const people = staffIds.flatMap((staffId) => {
    const resourceId = resources.get(staffId)
    return resourceId === undefined ? [] : { staffId, resourceId }
  })
  if (people.length < 2) return people
  const date = localDateOf(start, zone)
  const [from, to] = [startOfDay(date, zone), startOfDay(addDays(date, 1), zone)]
  const loads = people.map(({ staffId, resourceId }) => {
    const { bookedMs, lastBookedAt } = loadOf(db, businessId, resourceId, from, to)
    return { id: staffId, bookedMinutes: bookedMs / minute, lastBookedAt }
  })
  return preferPeople(loads).flatMap((id) => people.find((person) => person.staffId === id) ?? [])
}
