import type { BusinessCtx, Ctx } from '~/kernel/ctx'
import { uuidv7 } from '~/kernel/ids'
import { ok, refuse, type Result } from '~/kernel/result'
import { record } from '~/platform/audit.server'
import { prepared, read, transact, type Db } from '~/platform/database.server'
import { env } from '~/platform/env.server'
import { enqueueMail } from '~/platform/outbox/enqueue-mail.server'
import { contactById } from '../contacts/index.server'
import { notify } from '../notifications/index.server'
import { customerMail } from './emails/customer-mail.server'
import { letterFor, type Letter } from './emails/letter.server'
import { manageToken } from './manage-link.server'
import { reminderTimes, type DueReminder, type ReminderKind } from './model/reminder-times'
import { bookingById, type Booking } from './queries.server'
import { stepsOf } from './steps.server'
import type { Sweep } from './sweep.server'

/**
 * Makes the reminders of a booking what they should be now: those of its present start where it is confirmed, else none. Runs on each
 * change; twice does no harm. One that was sent is never made again.
 */
export function planReminders(db: Db, businessId: string, bookingId: string, now: number): void {
  const booking = bookingById(db, businessId, bookingId)
  dropAll(db).run({ bookingId, now })
  if (!booking || booking.status !== 'confirmed') return
  for (const { kind, dueAt } of reminderTimes(booking.startsAt, zoneOf(booking), lastTold(db, bookingId))) insertReminder(db).run({ bookingId, kind, dueAt })
}

/** Sends what is due. Answers how many reminders it dealt with. */
export function sendReminders({ now, atMost }: Sweep): number {
  const due = read((db) => dueReminders(db, now, atMost))
  for (const reminder of due) transact((db) => remind(db, reminder, now))
  return due.length
}

/** No more reminders of this booking, until it is moved. */
export function stopReminders(ctx: BusinessCtx, bookingId: string): Result<null, 'unknown-booking'> {
  return transact((db) => {
    if (!bookingById(db, ctx.businessId, bookingId)) return refuse('unknown-booking' as const)
    dropAll(db).run({ bookingId, now: ctx.now })
    record(db, ctx, { businessId: ctx.businessId, action: 'bookings.reminders.stop', subject: bookingId })
    return ok(null)
  })
}

interface Waiting extends DueReminder {
  readonly bookingId: string
  readonly businessId: string
}

function dueReminders(db: Db, now: number, atMost: number): Waiting[] {
  return dueRows(db).all({ now, atMost })
}

function remind(db: Db, { bookingId, businessId, kind, dueAt }: Waiting, now: number): void {
  const booking = bookingById(db, businessId, bookingId)
  // The visit began while nobody sent anything, or another sender was faster.
  const late = !booking || booking.status !== 'confirmed' || booking.startsAt <= now
  const { changes } = (late ? dropOne(db) : markSent(db)).run({ bookingId, kind, dueAt, now })
  const letter = late || changes === 0 ? null : letterFor(db, booking)
  if (letter) writeReminder(db, letter, { kind, dueAt }, { now, newId: () => uuidv7(now) })
}

function writeReminder(db: Db, letter: Letter, { kind, dueAt }: DueReminder, ctx: Pick<Ctx, 'now' | 'newId'>): void {
  const { booking, business, what, zone } = letter
  const key = `reminder:${booking.id}:${kind}:${dueAt}`
  const userId = contactById(db, business.id, booking.contactId)?.userId ?? null
  const params = { what, business: business.name, startsAt: String(booking.startsAt), zone, reference: booking.reference }
  const wanted = userId === null || notify(db, ctx, { userId, businessId: business.id, kind: 'visit-reminder', params, href: `/bookings/${booking.reference}`, key }).email
  if (!wanted || booking.contactEmail === null) return
  const stopLink = `${env().APP_URL}${userId === null ? stopPath(booking) : '/account/notification-preferences'}`
  enqueueMail(db, ctx, { key, to: booking.contactEmail, ...customerMail(letter, { occasion: 'reminder', now: ctx.now, stopLink }) })
}

/** The page on which somebody without an account stops the reminders of a booking. */
function stopPath(booking: Booking): string {
  return `/bookings/${booking.reference}/reminders?token=${manageToken(booking)}`
}

// Placed, confirmed or moved: the moment since which the customer knows of the present start.
function lastTold(db: Db, bookingId: string): number {
  const told = stepsOf(db, bookingId).find(({ what }) => what === 'placed' || what === 'confirmed' || what === 'moved')
  return told?.at ?? 0
}

function zoneOf(booking: Booking): string {
  return booking.items[0]?.timeZone ?? 'UTC'
}

interface ReminderKey {
  readonly bookingId: string
  readonly kind: ReminderKind
  readonly dueAt: number
}

const dropAll = prepared((db) =>
  db.$client.prepare<{ bookingId: string; now: number }>('UPDATE reminders SET dropped_at = @now WHERE booking_id = @bookingId AND sent_at IS NULL AND dropped_at IS NULL'),
)

const insertReminder = prepared((db) =>
  db.$client.prepare<ReminderKey>(
    `INSERT INTO reminders (booking_id, kind, due_at) VALUES (@bookingId, @kind, @dueAt)
     ON CONFLICT (booking_id, kind, due_at) DO UPDATE SET dropped_at = NULL WHERE sent_at IS NULL`,
  ),
)

const dueRows = prepared((db) =>
  db.$client.prepare<Sweep, Waiting>(
    `SELECT r.booking_id AS bookingId, b.business_id AS businessId, r.kind, r.due_at AS dueAt FROM reminders AS r JOIN bookings AS b ON b.id = r.booking_id
     WHERE r.due_at <= @now AND r.sent_at IS NULL AND r.dropped_at IS NULL ORDER BY r.due_at LIMIT @atMost`,
  ),
)

const markSent = prepared((db) =>
  db.$client.prepare<ReminderKey & { now: number }>(
    'UPDATE reminders SET sent_at = @now WHERE booking_id = @bookingId AND kind = @kind AND due_at = @dueAt AND sent_at IS NULL AND dropped_at IS NULL',
  ),
)

const dropOne = prepared((db) =>
  db.$client.prepare<ReminderKey & { now: number }>(
    'UPDATE reminders SET dropped_at = @now WHERE booking_id = @bookingId AND kind = @kind AND due_at = @dueAt AND sent_at IS NULL AND dropped_at IS NULL',
  ),
)
