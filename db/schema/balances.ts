import { sql } from 'drizzle-orm'
import { index, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { bookings } from './bookings'
import { instant, oneOf } from './columns'

export const balanceChaseKinds = ['soon', 'due', 'release'] as const

/** What is done about the rest of a booking that is due by a date: a mail before it, one on the day, and letting it go after. Each is done once. */
export const balanceChases = sqliteTable(
  'balance_chases',
  {
    bookingId: text('booking_id').notNull().references(() => bookings.id),
    kind: text({ enum: balanceChaseKinds }).notNull(),
    runAt: instant().notNull(),
    doneAt: instant(),
    droppedAt: instant(),
  },
  (t) => [
    uniqueIndex('balance_chases_once').on(t.bookingId, t.kind, t.runAt),
    index('balance_chases_due').on(t.runAt).where(sql`done_at is null and dropped_at is null`),
    oneOf('balance_chases_kind', t.kind, balanceChaseKinds),
  ],
)
