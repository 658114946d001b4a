import { staffOf, storesOf } from '~/core/businesses/index.server'
import type { Db } from '~/platform/database.server'

/** Whoever can have hours: a store, a person, or a place such as a chair or a room. */
export interface HoursOwner {
  readonly id: string
  readonly kind: 'store' | 'person' | 'place'
  readonly name: string
  /** Whether it takes new bookings; hours can be kept for one that does not. */
  readonly active: boolean
}

type Places = (db: Db, businessId: string) => readonly { readonly id: string; readonly name: string; readonly active: boolean }[]

let placesOf: Places = () => []

/** Hands over who knows the places of a business, once, at start: that module stands after this one. */
export function installPlaces(list: Places): void {
  placesOf = list
}

/** Everybody and everything of a business that can have hours: stores, people, places, each in its order. */
export function hoursOwners(db: Db, businessId: string): HoursOwner[] {
  return [
    ...storesOf(db, businessId).map(({ id, name, status }) => ({ id, kind: 'store' as const, name, active: status === 'open' })),
    ...staffOf(db, businessId).map(({ id, name, active }) => ({ id, kind: 'person' as const, name, active })),
    ...placesOf(db, businessId).map(({ id, name, active }) => ({ id, kind: 'place' as const, name, active })),
  ]
}

/** An owner of hours of this business; another's is null. */
export function hoursOwner(db: Db, businessId: string, ownerId: string): HoursOwner | null {
  return hoursOwners(db, businessId).find((owner) => owner.id === ownerId) ?? null
}
