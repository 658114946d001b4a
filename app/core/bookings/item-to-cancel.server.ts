import type { BusinessCtx } from '~/kernel/ctx'
import type { Db } from '~/platform/database.server'
import { hasBegun } from './begun.server'
import { itemSettlement } from './cancel-item.server'
import { itemTitle } from './domain.server'
import { mayLoseItem } from './model/states'
import type { Booking, BookingItem } from './queries.server'
import { actingAs } from './steps.server'

/** One of several items as the page shows it that asks whether to call it off; null where the booking has no such item. */
export function itemToCancel(db: Db, ctx: BusinessCtx, booking: Booking, itemId: string | undefined) {
  const item = booking.items.find(({ id }) => id === itemId)
  if (!item) return null
  const { id, startsAt, endsAt, timeZone: zone, staffName: withWhom, state } = item
  const titleOf = (one: BookingItem) => itemTitle(db, ctx.i18n, one)
  const [title, others] = [titleOf(item), booking.items.filter((other) => other.id !== id && other.state === 'active').map(titleOf)]
  const begun = actingAs(ctx) === 'customer' && hasBegun(db, ctx.now, { startsAt: booking.startsAt, items: [item] })
  const stands = state === 'active' && mayLoseItem(booking.status) && !begun
  return { id, title, startsAt, endsAt, zone, withWhom, others, stands, settlement: stands ? itemSettlement(db, ctx, booking, item) : null }
}
