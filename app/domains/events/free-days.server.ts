import type { FreeDay } from '~/core/bookings/index.server'
import type { Listing } from '~/core/listings/index.server'
import { sessionsBetween } from '~/core/sessions/index.server'
import type { BusinessCtx } from '~/kernel/ctx'
import { localDateOf, startOfDay, addDays, type LocalDate } from '~/kernel/time'
import type { Db } from '~/platform/database.server'
import { dateFigures } from './figures.server'
import { saleState } from './model/sale-state'

/** The days in `[from, to]` on which everybody can buy tickets of an event, with the most of one kind that are left. */
export function freeDaysOf(db: Db, ctx: BusinessCtx, listing: Listing, from: LocalDate, to: LocalDate): FreeDay[] {
  const zone = ctx.business.timeZone
  const days = new Map<LocalDate, number>()
  const sessions = sessionsBetween(db, ctx.businessId, startOfDay(addDays(from, -1), zone), startOfDay(addDays(to, 2), zone), { listingId: listing.id, statuses: ['scheduled', 'confirmed'] })
  for (const session of sessions) {
    const date = localDateOf(session.startsAt, session.timeZone)
    if (date < from || date > to) continue
    const open = dateFigures(db, ctx, session).tickets.filter(({ ticket, left }) => ticket.code === null && left !== 0 && saleState(ticket, session.startsAt, ctx.now).kind === 'on-sale')
    if (open.length === 0) continue
    const most = Math.max(...open.map(({ left }) => left ?? unlimited))
    days.set(date, Math.max(days.get(date) ?? 0, most))
  }
  return [...days].map(([date, places]) => ({ date, places, minutes: 0 }))
}

// More than anybody searches for.
const unlimited = 1_000_000
