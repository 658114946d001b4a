import type { Db } from '~/platform/database.server'
import type { Booking, BookingItem } from '../queries.server'
import { stepsOf } from '../steps.server'

/** An item that was called off alone, with the reason in the words of who did it; null where the booking has none such. */
export function cancelledItem(db: Db, booking: Booking, itemId: string): (BookingItem & { readonly reason: string | null }) | null {
  const item = booking.items.find(({ id }) => id === itemId)
  const step = stepsOf(db, booking.id).find((one) => one.what === 'item-cancelled' && one.itemId === itemId)
  return item && step ? { ...item, reason: step.reason ?? null } : null
}
