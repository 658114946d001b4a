import { prepared, type Db } from '~/platform/database.server'
import { freePolicy, type Ending, type Policy, type Settlement } from '../pricing/index.server'
import { saleById, settlementOf, toCards } from '../sales/index.server'
import type { BookingStatus } from './model/states'
import type { BookingHead } from './queries.server'
import type { actingAs } from './steps.server'

/** How a booking ends early by becoming `to`; null where its sale goes on. A customer cancels under the policy; whatever the business or nobody's answer ends is given back whole. */
export function endingOf({ startsAt }: { readonly startsAt: number }, to: BookingStatus, by: ReturnType<typeof actingAs>, now: number): Ending | null {
  if (to === 'no_show') return { by: 'no-show' }
  if (to === 'cancelled') return by === 'customer' ? { by: 'customer', noticeMs: startsAt - now } : { by: 'business' }
  return to === 'declined' || to === 'expired' ? { by: 'business' } : null
}

/** The policy that a booking was booked with. What was booked before there were any is free until it begins. */
export function policyOf(db: Db, { id }: Pick<BookingHead, 'id'>): Policy {
  const written = policyRow(db).get({ id })?.policy
  return written ? (JSON.parse(written) as Policy) : freePolicy
}

/** What would come of the money if a booking ended so now: price, paid, fee and refund, and what of it goes to the card. Null where it has no sale. */
export function settlementIf(db: Db, booking: BookingHead, ending: Ending): (Settlement & { readonly currency: string; readonly toCardMinor: number }) | null {
  const sale = saleById(db, booking.businessId, booking.saleId)
  if (!sale) return null
  const settlement = settlementOf(db, sale, policyOf(db, booking), ending)
  return { ...settlement, currency: sale.currency, toCardMinor: toCards(sale, settlement.refundMinor) }
}

const policyRow = prepared((db) => db.$client.prepare<{ id: string }, { policy: string | null }>('SELECT policy FROM bookings WHERE id = @id'))
