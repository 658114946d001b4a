import { addDays, localDateOf, startOfDay } from '~/kernel/time'
import { prepared, type Db } from '~/platform/database.server'
import { businessFacts } from '../businesses/index.server'
import type { Diary } from './diary.server'

export interface BookingCounts {
  /** Visits that begin today, by the business's own clock, and were not called off. */
  readonly today: number
  readonly pending: number
}

/** Today's and pending bookings of several businesses. */
export function bookingCounts(db: Db, businesses: readonly { readonly id: string; readonly diary: Diary }[], now: number): Map<string, BookingCounts> {
  return new Map(
    businesses.map(({ id, diary }) => {
      const zone = businessFacts(db, id)?.timeZone ?? 'UTC'
      const today = localDateOf(now, zone)
      const span = { businessId: id, diary, from: startOfDay(today, zone), to: startOfDay(addDays(today, 1), zone) }
      return [id, countRow(db).get(span) ?? { today: 0, pending: 0 }]
    }),
  )
}

interface Span {
  readonly businessId: string
  readonly diary: Diary
  readonly from: number
  readonly to: number
}

const theirs = '(@diary IS NULL OR EXISTS (SELECT 1 FROM booking_items i INDEXED BY booking_items_position WHERE i.booking_id = b.id AND i.staff_id = @diary))'

/** Exported for the test of its plan. */
export const bookingCountsSql = `SELECT
      (SELECT count(*) FROM bookings b INDEXED BY bookings_by_start
       WHERE b.business_id = @businessId AND b.starts_at >= @from AND b.starts_at < @to AND b.status IN ('held', 'pending', 'confirmed', 'completed', 'no_show') AND ${theirs}) AS today,
      (SELECT count(*) FROM bookings b INDEXED BY bookings_by_status WHERE b.business_id = @businessId AND b.status = 'pending' AND ${theirs}) AS pending`

const countRow = prepared((db) => db.$client.prepare<Span, BookingCounts>(bookingCountsSql))
