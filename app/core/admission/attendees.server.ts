import type { BusinessCtx } from '~/kernel/ctx'
import type { Db } from '~/platform/database.server'
import { namesInSession, placesByIds, placesInSession, standingsInSession, type PlaceStanding, type SessionPlace } from '../bookings/index.server'
import { admittedInSession } from './admissions.server'
import { isMeant } from './model/find-names'
import { isExpected, registrationState, type RegistrationState } from './model/registration-state'

interface Registered {
  readonly admitted: number
  readonly registration: RegistrationState
}

/** Somebody with a place in a session, and what became of it. */
export interface Attendee extends SessionPlace, Registered {}

export interface AttendeeFilters {
  readonly search: string
  readonly state: RegistrationState | null
}

export interface Cursor {
  /** The page begins after the row of this item … */
  readonly after: string | null
  /** … or ends before it. */
  readonly before: string | null
}

export interface Page<Row> {
  readonly rows: readonly Row[]
  readonly count: number
  /** The places of rows of the pages before and after, to go on from. */
  readonly newer: string | null
  readonly older: string | null
}

export interface PeopleCounts {
  readonly expected: number
  readonly inside: number
  readonly registered: number
  readonly cancelled: number
}

const pageSize = 50

/** Everybody who has or had a place in a session, by name. For lists that are read as a whole: to print, or as a file. */
export function attendeesOf(db: Db, ctx: BusinessCtx, sessionId: string): Attendee[] {
  return registered(db, ctx, sessionId, placesInSession(db, ctx.businessId, sessionId, ctx.now))
}

/** One page of those whom the filters mean, by name, with the count of all of them and of people by state: however long the list is, no more of it is read whole than the page. */
export function attendeesPage(db: Db, ctx: BusinessCtx, sessionId: string, filters: AttendeeFilters, cursor: Cursor): Page<Attendee> & { readonly any: boolean; readonly people: PeopleCounts } {
  const all = registered(db, ctx, sessionId, standingsInSession(db, ctx.businessId, sessionId, ctx.now))
  const page = pageOf(all, meantIn(db, ctx, sessionId, filters), cursor)
  return { ...page, rows: inFull(db, ctx, page.rows), any: all.length > 0, people: countPeople(all) }
}

/** The first of those whom a search means, and whether there are more. */
export function findAttendees(db: Db, ctx: BusinessCtx, sessionId: string, search: string, most: number): { readonly found: Attendee[]; readonly more: boolean } {
  const meant = meantIn(db, ctx, sessionId, { search, state: null })
  const found = registered(db, ctx, sessionId, standingsInSession(db, ctx.businessId, sessionId, ctx.now)).filter(meant)
  return { found: inFull(db, ctx, found.slice(0, most)), more: found.length > most }
}

/** Those whom the filters mean; without one, those whom the door expects and those who may still come. */
export function filtered(attendees: readonly Attendee[], { search, state }: AttendeeFilters): Attendee[] {
  return attendees.filter((attendee) => isShown(attendee, { search, state }) && isMeant(attendee, search))
}

/** One page of the rows that are shown: from the row after that of an item, or up to the row before it. A row that is shown no more still marks its place. */
export function pageOf<Row extends { readonly itemId: string }>(all: readonly Row[], shown: (row: Row) => boolean, { after, before }: Cursor): Page<Row> {
  const list = all.filter(shown)
  const until = (itemId: string) => all.slice(0, all.findIndex((row) => row.itemId === itemId) + 1)
  const to = before === null ? 0 : until(before).slice(0, -1).filter(shown).length
  const from = to > 0 ? Math.max(0, to - pageSize) : after === null ? 0 : until(after).filter(shown).length
  const rows = list.slice(from, to > 0 ? to : from + pageSize)
  const last = rows.at(-1)
  return { rows, count: list.length, newer: from > 0 ? (rows[0]?.itemId ?? null) : null, older: last && from + rows.length < list.length ? last.itemId : null }
}

/** People by state: how many are expected, in, and yet to come. */
export function countPeople(attendees: readonly (Registered & { readonly quantity: number })[]): PeopleCounts {
  const sum = (which: (attendee: Registered) => boolean) => attendees.filter(which).reduce((people, { quantity }) => people + quantity, 0)
  return {
    expected: sum(({ registration }) => isExpected(registration)),
    inside: attendees.reduce((people, { admitted }) => people + admitted, 0),
    registered: sum(({ registration }) => registration === 'registered'),
    cancelled: sum(({ registration }) => registration === 'cancelled'),
  }
}

function registered<Place extends PlaceStanding>(db: Db, { businessId }: BusinessCtx, sessionId: string, places: readonly Place[]): (Place & Registered)[] {
  const admitted = admittedInSession(db, businessId, sessionId)
  const came = new Set(places.flatMap(({ itemId, bookingId }) => (admitted.has(itemId) ? [bookingId] : [])))
  return places.map((place) => {
    const { itemId, bookingId, status, state } = place
    const inside = admitted.get(itemId) ?? 0
    // The rows are ours, just read: of ten thousand, copies cost more than the reading.
    return Object.assign(place, { admitted: inside, registration: registrationState({ status, state, admitted: inside, partyCame: came.has(bookingId) }) })
  })
}

function inFull(db: Db, { businessId, now }: BusinessCtx, rows: readonly (PlaceStanding & Registered)[]): Attendee[] {
  const places = new Map(placesByIds(db, businessId, rows.map(({ itemId }) => itemId), now).map((place) => [place.itemId, place]))
  return rows.flatMap(({ itemId, admitted, registration }) => {
    const place = places.get(itemId)
    return place ? [{ ...place, admitted, registration }] : []
  })
}

function meantIn(db: Db, { businessId }: BusinessCtx, sessionId: string, filters: AttendeeFilters): (row: Registered & { readonly itemId: string }) => boolean {
  if (filters.search === '') return (row) => isShown(row, filters)
  const meant = new Set(namesInSession(db, businessId, sessionId).flatMap((named) => (isMeant(named, filters.search) ? [named.itemId] : [])))
  return (row) => meant.has(row.itemId) && isShown(row, filters)
}

// Whoever is searched for by name is shown whatever became of them.
function isShown({ registration }: Registered, { search, state }: AttendeeFilters): boolean {
  return state === null ? registration !== 'cancelled' || search !== '' : registration === state
}
