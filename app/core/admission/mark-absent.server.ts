import type { BusinessCtx } from '~/kernel/ctx'
import { read, transact, type Db } from '~/platform/database.server'
import { bookingById, markNoShow, placesOfBooking } from '../bookings/index.server'
import { admittedOf } from './admissions.server'
import { attendeesOf, type Attendee } from './attendees.server'

export interface Absent {
  readonly bookingId: string
  readonly reference: string
  readonly name: string
  readonly people: number
}

/** The bookings of a session of whom nobody came, or nobody yet: confirmed, and never let in. */
export function absentIn(db: Db, ctx: BusinessCtx, sessionId: string): Absent[] {
  return neverIn(db, ctx, sessionId, 'confirmed')
}

/** The bookings of a session of whom nobody was let in, and that are completed: they can no longer be marked. */
export function completedUnseen(db: Db, ctx: BusinessCtx, sessionId: string): Absent[] {
  return neverIn(db, ctx, sessionId, 'completed')
}

function neverIn(db: Db, ctx: BusinessCtx, sessionId: string, status: Attendee['status']): Absent[] {
  const bookings = new Map<string, Attendee[]>()
  for (const attendee of attendeesOf(db, ctx, sessionId)) {
    if (attendee.state === 'active') bookings.set(attendee.bookingId, [...(bookings.get(attendee.bookingId) ?? []), attendee])
  }
  return [...bookings.values()].flatMap((party) => {
    const [first] = party
    if (!first || first.status !== status || party.some(({ admitted }) => admitted > 0)) return []
    return { bookingId: first.bookingId, reference: first.reference, name: first.contactName, people: party.reduce((sum, { quantity }) => sum + quantity, 0) }
  })
}

/** So many bookings are marked by one post, each in a transaction of its own. */
export const mostMarked = 200

/** Marks those of whom nobody came as no-shows, `mostMarked` at a time; whoever was let in since the list was read is not. Answers how many were marked, and how many are left. */
export function markAbsent(ctx: BusinessCtx, sessionId: string): { marked: number; left: number } {
  const absent = read((db) => absentIn(db, ctx, sessionId))
  const marked = absent.slice(0, mostMarked).filter(({ bookingId }) => markOne(ctx, sessionId, bookingId)).length
  return { marked, left: absent.length - marked }
}

function markOne(ctx: BusinessCtx, sessionId: string, bookingId: string): boolean {
  return transact((db) => (isAbsent(db, ctx, sessionId, bookingId) ? markNoShow(ctx, bookingId).ok : false))
}

// A booking that is for other evenings too is no no-show yet: who did not come to this one is read from the door.
function isAbsent(db: Db, ctx: BusinessCtx, sessionId: string, bookingId: string): boolean {
  const active = bookingById(db, ctx.businessId, bookingId)?.items.filter(({ state }) => state === 'active') ?? []
  const here = new Set(placesOfBooking(db, ctx.businessId, bookingId, ctx.now).flatMap((place) => (place.sessionId === sessionId ? [place.itemId] : [])))
  return active.length > 0 && active.every(({ id }) => here.has(id) && admittedOf(db, id) === 0)
}
