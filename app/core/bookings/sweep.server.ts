import type { BusinessCtx } from '~/kernel/ctx'
import { minute } from '~/kernel/time'
import { prepared, read, transact } from '~/platform/database.server'
import { jobCtx } from '../businesses/index.server'
import { completeBooking, expireBooking } from './change-status.server'
import { closeRequests, requestOf, turnDown } from './change-requests.server'
import { completesAfterMs, holdGraceMs } from './model/states'
import { bookingById } from './queries.server'
import { tellHeld } from './subscribers/tell-customer.server'

export interface Sweep {
  readonly now: number
  /** A job holds the write lock for short batches only. */
  readonly atMost: number
}

/** Ends holds that have run out. Answers how many. May run twice without harm. */
export function expireHolds({ now, atMost }: Sweep): number {
  return sweep('expire-holds', now, read((db) => holdsDue(db).all({ now: now - holdGraceMs, atMost })), expireBooking)
}

/** Reminds who went away from the payment page, a few minutes after, until when the time is kept. Answers how many it looked at. */
export function remindHeld({ now, atMost }: Sweep): number {
  const waiting = read((db) => heldFor(db).all({ now, before: now - patienceMs, atMost }))
  for (const { id, businessId } of waiting) {
    transact((db) => {
      const booking = bookingById(db, businessId, id)
      if (booking?.status === 'held') tellHeld(db, jobCtx(db, 'remind-held', now, businessId), booking)
    })
  }
  return waiting.length
}

const patienceMs = 5 * minute

/** Ends what the business did not answer in time: bookings that wait, and moves that were asked for. */
export function expireUnanswered({ now, atMost }: Sweep): number {
  const bookings = sweep('expire-unanswered', now, read((db) => answersDue(db).all({ now, atMost })), expireBooking)
  return bookings + sweep('expire-unanswered', now, read((db) => movesDue(db).all({ now, atMost })), expireMove)
}

/** Completes what ended a day ago and nobody marked. */
export function completeBookings({ now, atMost }: Sweep): number {
  const due = read((db) => completionsDue(db).all({ now: now - completesAfterMs, atMost }))
  return sweep('complete-bookings', now, due, completeBooking)
}

interface Due {
  readonly id: string
  readonly businessId: string
}

function sweep(job: string, now: number, due: readonly Due[], act: (ctx: BusinessCtx, id: string) => { ok: boolean }): number {
  return due.filter(({ id, businessId }) => act(read((db) => jobCtx(db, job, now, businessId)), id).ok).length
}

function expireMove(ctx: BusinessCtx, bookingId: string): { ok: boolean } {
  return transact((db) => {
    const booking = bookingById(db, ctx.businessId, bookingId)
    // It has run out, so it is asked for as it stood a moment before its end.
    const request = requestOf(db, ctx.businessId, bookingId, -1)
    if (!booking || !request || request.expiresAt > ctx.now) return { ok: false }
    // Nobody was asked yet for what was not paid first, so nobody is told.
    if (request.payBy !== null) closeRequests(db, ctx, bookingId, 'expired', null)
    else turnDown(db, ctx, booking, request, 'expired', null)
    return { ok: true }
  })
}

const heldFor = prepared((db) =>
  db.$client.prepare<Sweep & { before: number }, Due>(
    "SELECT id, business_id AS businessId FROM bookings WHERE status = 'held' AND hold_until > @now AND placed_at BETWEEN @before - 120000 AND @before ORDER BY hold_until LIMIT @atMost",
  ),
)

const due = (condition: string) =>
  prepared((db) => db.$client.prepare<Sweep, Due>(`SELECT id, business_id AS businessId FROM bookings WHERE ${condition} LIMIT @atMost`))

const holdsDue = due("status = 'held' AND hold_until <= @now ORDER BY hold_until")
const answersDue = due("status = 'pending' AND answer_by <= @now ORDER BY answer_by")
const completionsDue = due("status = 'confirmed' AND ends_at <= @now ORDER BY ends_at")

const movesDue = prepared((db) =>
  db.$client.prepare<Sweep, Due>(
    "SELECT booking_id AS id, business_id AS businessId FROM change_requests WHERE status = 'open' AND expires_at <= @now ORDER BY expires_at LIMIT @atMost",
  ),
)
