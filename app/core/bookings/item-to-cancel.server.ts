import type { BusinessCtx } from '~/kernel/ctx'
import type { Db } from '~/platform/database.server'
import { itemSettlement } from './cancel-item.server'
import { mayLoseItem } from './model/states'
import type { Booking } from './queries.server'

/** One of several items as the page shows it that asks whether to call it off; null where the booking has no such item. */
export function itemToCancel(db: Db, ctx: BusinessCtx, booking: Booking, itemId: string | undefined) {
  const item = booking.items.find(({ id }) => id === itemId)
  if (!item) return null
  const { id, title, startsAt, endsAt, timeZone: zone, staffName: withWhom, state } = item
  const others = booking.items.filter((other) => other.id !== id && other.state === 'active').map((other) => other.title)
  const stands = state === 'active' && mayLoseItem(booking.status)
  return { id, title, startsAt, endsAt, zone, withWhom, others, stands, settlement: stands ? itemSettlement(db, ctx, booking, item) : null }
}
