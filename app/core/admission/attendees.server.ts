import type { BusinessCtx } from '~/kernel/ctx'
import type { Db } from '~/platform/database.server'
import { placesInSession, type SessionPlace } from '../bookings/index.server'
import { admittedInSession } from './admissions.server'
import { isMeant } from './model/find-names'
import { isExpected, registrationState, type RegistrationState } from './model/registration-state'

/** Somebody with a place in a session, and what became of it. */
export interface Attendee extends SessionPlace {
  readonly admitted: number
  readonly registration: RegistrationState
}

export interface AttendeeFilters {
  readonly search: string
  readonly state: RegistrationState | null
}

export interface AttendeesPage {
  readonly rows: readonly Attendee[]
  readonly count: number
  /** The places of rows of the pages before and after, to go on from. */
  readonly newer: string | null
  readonly older: string | null
}

const pageSize = 50

/** Everybody who has or had a place in a session, by name as the reader's language sorts it. A door list is read as a whole: it is no longer than a hall is large. */
export function attendeesOf(db: Db, ctx: BusinessCtx, sessionId: string): Attendee[] {
  const admitted = admittedInSession(db, ctx.businessId, sessionId)
  const places = placesInSession(db, ctx.businessId, sessionId, ctx.now)
  const came = new Set(places.flatMap(({ itemId, bookingId }) => (admitted.has(itemId) ? [bookingId] : [])))
  const { compare } = new Intl.Collator(ctx.i18n.locale, { sensitivity: 'base' })
  return places
    .map((place) => {
      const inside = admitted.get(place.itemId) ?? 0
      return { ...place, admitted: inside, registration: registrationState({ ...place, admitted: inside, partyCame: came.has(place.bookingId) }) }
    })
    .sort((a, b) => compare(a.name, b.name) || (a.itemId < b.itemId ? -1 : 1))
}

/** Those whom the filters mean; without one, those whom the door expects and those who may still come. */
export function filtered(attendees: readonly Attendee[], { search, state }: AttendeeFilters): Attendee[] {
  return attendees.filter((attendee) => (state === null ? attendee.registration !== 'cancelled' || search !== '' : attendee.registration === state) && isMeant(attendee, search))
}

/** One page of a list: from the row after that of an item, or up to the row before it. */
export function pageOf(attendees: readonly Attendee[], after: string | null, before: string | null): AttendeesPage {
  const at = (itemId: string) => attendees.findIndex((attendee) => attendee.itemId === itemId)
  const to = before === null ? -1 : at(before)
  const from = to > 0 ? Math.max(0, to - pageSize) : after === null ? 0 : at(after) + 1
  const rows = attendees.slice(from, to > 0 ? to : from + pageSize)
  const last = rows.at(-1)
  return { rows, count: attendees.length, newer: from > 0 ? (rows[0]?.itemId ?? null) : null, older: last && from + rows.length < attendees.length ? last.itemId : null }
}

/** People by state: how many are expected, in, and yet to come. */
export function countPeople(attendees: readonly Attendee[]): { expected: number; inside: number; registered: number; cancelled: number } {
  const sum = (which: (attendee: Attendee) => boolean) => attendees.filter(which).reduce((people, { quantity }) => people + quantity, 0)
  return {
    expected: sum(({ registration }) => isExpected(registration)),
    inside: attendees.reduce((people, { admitted }) => people + admitted, 0),
    registered: sum(({ registration }) => registration === 'registered'),
    cancelled: sum(({ registration }) => registration === 'cancelled'),
  }
}
