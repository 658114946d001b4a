import { prepared, type Db } from '~/platform/database.server'
import type { Diary } from './diary.server'
import { titleOf } from './item-sql'

/** What waits for the business: a booking to confirm, or another time that a customer asks for. */
export interface Waiting {
  readonly kind: 'booking' | 'move'
  readonly bookingId: string
  readonly reference: string
  readonly contactName: string
  readonly title: string
  readonly domain: string
  /** Of the booking, or of the time that is asked for. */
  readonly startsAt: number
  readonly timeZone: string
  readonly totalMinor: number
  readonly currency: string
  /** From then on it has lapsed. */
  readonly answerBy: number
}

interface Asked {
  readonly businessId: string
  readonly diary: Diary
}

/** How many bookings wait for an answer. */
export function pendingBookings(db: Db, businessId: string, diary: Diary): number {
  return pendingCount(db).get({ businessId, diary })?.pending ?? 0
}

/** What waits for an answer at `now`, the most urgent first, at most `limit`. */
export function needsAnswer(db: Db, businessId: string, diary: Diary, now: number, limit: number): Waiting[] {
  const asked = { businessId, diary, now, limit }
  return [...pendingRows(db).all(asked), ...moveRows(db).all(asked)].sort((a, b) => a.answerBy - b.answerBy).slice(0, limit)
}

const theirs = '(@diary IS NULL OR EXISTS (SELECT 1 FROM booking_items i INDEXED BY booking_items_position WHERE i.booking_id = b.id AND i.staff_id = @diary))'

const shared = `b.id AS bookingId, b.reference, b.contact_name AS contactName, ${titleOf('b')} AS title, first.domain, first.time_zone AS timeZone,
  b.total_minor AS totalMinor, b.currency`

// A move of several items has a row for each, asked together: the first stands for them.
const firstOfRequest = "r.id = (SELECT min(o.id) FROM change_requests o WHERE o.booking_id = r.booking_id AND o.status = 'open')"

/** Exported for the test of their plans. */
export const waitingSql = {
  count: `SELECT count(*) AS pending FROM bookings b INDEXED BY bookings_by_status WHERE b.business_id = @businessId AND b.status = 'pending' AND ${theirs}`,
  pending: `SELECT 'booking' AS kind, ${shared}, b.starts_at AS startsAt, b.answer_by AS answerBy
    FROM bookings b INDEXED BY bookings_by_status JOIN booking_items first ON first.booking_id = b.id AND first.position = 0
    WHERE b.business_id = @businessId AND b.status = 'pending' AND b.answer_by > @now AND ${theirs} ORDER BY b.answer_by LIMIT @limit`,
  moves: `SELECT 'move' AS kind, ${shared}, r.starts_at AS startsAt, r.expires_at AS answerBy
    FROM change_requests r JOIN bookings b ON b.id = r.booking_id JOIN booking_items first ON first.id = r.item_id
    WHERE r.status = 'open' AND r.expires_at > @now AND r.business_id = @businessId AND ${firstOfRequest} AND ${theirs} ORDER BY r.expires_at LIMIT @limit`,
}

const pendingCount = prepared((db) => db.$client.prepare<Asked, { pending: number }>(waitingSql.count))
const pendingRows = prepared((db) => db.$client.prepare<Asked & { now: number; limit: number }, Waiting>(waitingSql.pending))
const moveRows = prepared((db) => db.$client.prepare<Asked & { now: number; limit: number }, Waiting>(waitingSql.moves))
