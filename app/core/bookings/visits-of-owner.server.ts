import type { Db } from '~/platform/database.server'
import { staffById, storeById } from '../businesses/index.server'
import type { BookedVisit } from '../schedules/index.server'
import { entriesBetween, placesTaken } from './calendar.server'

/** What is booked with a person, at a store or in a place from `from` to before `to`, by start; nothing that was called off. */
export function visitsOfOwner(db: Db, businessId: string, ownerId: string, from: number, to: number): BookedVisit[] {
  return entriesOfOwner(db, businessId, ownerId, from, to).map(({ reference, contactName, attendeeName, startsAt, endsAt }) => ({ reference, who: attendeeName ?? contactName, startsAt, endsAt }))
}

function entriesOfOwner(db: Db, businessId: string, ownerId: string, from: number, to: number) {
  if (staffById(db, businessId, ownerId)) return entriesBetween(db, businessId, from, to, { staffId: ownerId })
  if (storeById(db, businessId, ownerId)) return entriesBetween(db, businessId, from, to, { storeId: ownerId })
  return entriesBetween(db, businessId, from, to).filter(({ itemId }) => placesTaken(db, businessId, itemId).some(({ id }) => id === ownerId))
}
