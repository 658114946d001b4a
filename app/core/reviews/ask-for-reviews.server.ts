import { createElement } from 'react'
import type { BusinessCtx, Ctx } from '~/kernel/ctx'
import { uuidv7 } from '~/kernel/ids'
import { day } from '~/kernel/time'
import { ok, refuse, type Result } from '~/kernel/result'
import { record } from '~/platform/audit.server'
import { prepared, read, transact, type Db } from '~/platform/database.server'
import { env } from '~/platform/env.server'
import { renderMail } from '~/platform/mail-templates/index.server'
import { enqueueMail } from '~/platform/outbox/enqueue-mail.server'
import { i18nFor } from '~/platform/words/i18n'
import { bookingById, letterFor, manageToken, type Booking, type Letter, type Sweep } from '../bookings/index.server'
import { ReviewMail } from './emails/review-mail'
import { reviewsToGive } from './to-give.server'

/** Plans to ask the customer of a booking how it was, a day after its end, once; the first of them where this runs twice. */
export function planRequest(db: Db, booking: Pick<Booking, 'id' | 'endsAt'>): void {
  insertRequest(db).run({ bookingId: booking.id, dueAt: booking.endsAt + day })
}

/** Asks by mail whoever is to be asked by now. Answers how many requests it dealt with. */
export function askForReviews({ now, atMost }: Sweep): number {
  const due = read((db) => dueRows(db).all({ now, atMost }))
  for (const request of due) transact((db) => ask(db, request, now))
  return due.length
}

/** The customer of this booking is not asked by its business any more. */
export function stopRequests(ctx: BusinessCtx, bookingId: string): Result<null, 'unknown-booking'> {
  return transact((db): Result<null, 'unknown-booking'> => {
    const booking = bookingById(db, ctx.businessId, bookingId)
    if (!booking) return refuse('unknown-booking')
    insertStop(db).run({ contactId: booking.contactId, now: ctx.now })
    record(db, ctx, { businessId: ctx.businessId, action: 'reviews.requests.stop', subject: bookingId })
    return ok(null)
  })
}

interface Due {
  readonly bookingId: string
  readonly businessId: string
}

/** Later than this nobody remembers: the jobs stood still. */
const longestAfter = 8 * day

function ask(db: Db, { bookingId, businessId }: Due, now: number): void {
  const booking = bookingById(db, businessId, bookingId)
  const asks = booking !== null && reviewsToGive(db, booking).length > 0 && booking.endsAt > now - longestAfter && isStopped(db).get({ contactId: booking.contactId }) === undefined
  // Another sender was faster where nothing changes.
  const { changes } = (asks ? markSent(db) : markDropped(db)).run({ bookingId, now })
  const letter = asks && changes > 0 ? letterFor(db, booking) : null
  if (letter) writeTo(db, letter, { now, newId: () => uuidv7(now) })
}

function writeTo(db: Db, { booking, business, what }: Letter, ctx: Pick<Ctx, 'now' | 'newId'>): void {
  if (booking.contactEmail === null) return
  const i18n = i18nFor(booking.language)
  const address = (page: string) => `${env().APP_URL}/bookings/${booking.reference}/${page}?token=${manageToken(booking)}`
  const stopLink = address('review-requests')
  const mail = createElement(ReviewMail, {
    title: i18n.t('How was it?'),
    lead: i18n.t('Dear {name}, you were at {business}: {what}. Give it one to five stars, and a few words if you like. It helps others to choose.', { name: booking.contactName, business: business.name, what }),
    business: business.name,
    link: { label: i18n.t('Rate it'), href: address('review') },
    why: i18n.t('Sent by {sender}, once, because you booked there.', { sender: business.name }),
    stop: { label: i18n.t('Never ask me again'), href: stopLink },
  })
  enqueueMail(db, ctx, {
    key: `review-request:${booking.id}`, businessId: business.id, template: 'review-request', to: booking.contactEmail, subject: i18n.t('How was it? {what}, {business}', { what, business: business.name }),
    ...renderMail(i18n, mail), fromName: business.name, replyTo: business.email, headers: [{ name: 'List-Unsubscribe', value: `<${stopLink}>` }],
  })
}

const insertRequest = prepared((db) =>
  db.$client.prepare<{ bookingId: string; dueAt: number }>('INSERT INTO review_requests (booking_id, due_at) VALUES (@bookingId, @dueAt) ON CONFLICT DO NOTHING'),
)

/** Exported for the test of its plan. */
export const requestsDueSql = `SELECT r.booking_id AS bookingId, b.business_id AS businessId FROM review_requests r CROSS JOIN bookings b ON b.id = r.booking_id
  WHERE r.due_at <= @now AND r.sent_at IS NULL AND r.dropped_at IS NULL ORDER BY r.due_at LIMIT @atMost`

const dueRows = prepared((db) => db.$client.prepare<Sweep, Due>(requestsDueSql))
const marked = (column: 'sent_at' | 'dropped_at') => `UPDATE review_requests SET ${column} = @now WHERE booking_id = @bookingId AND sent_at IS NULL AND dropped_at IS NULL`
const markSent = prepared((db) => db.$client.prepare<{ bookingId: string; now: number }>(marked('sent_at')))
const markDropped = prepared((db) => db.$client.prepare<{ bookingId: string; now: number }>(marked('dropped_at')))
const isStopped = prepared((db) => db.$client.prepare<{ contactId: string }>('SELECT 1 FROM review_stops WHERE contact_id = @contactId'))
const insertStop = prepared((db) =>
  db.$client.prepare<{ contactId: string; now: number }>('INSERT INTO review_stops (contact_id, stopped_at) VALUES (@contactId, @now) ON CONFLICT DO NOTHING'),
)
