import type { BusinessCtx } from '~/kernel/ctx'
import { sumOf } from '~/kernel/money'
import type { Db } from '~/platform/database.server'
import { canPayByCard } from '../payments/index.server'
import { priceLines, type PriceLine } from '../pricing/index.server'
import { exchangeLines, itemStandingMinor, saleById } from '../sales/index.server'
import type { PayFirst, PlannedMove } from './change-requests.server'
import type { ClaimedItem } from './claim-item.server'
import { atOnceOf } from './due-at-once.server'
import { domainOf, type Plan } from './domain.server'
import type { Booking, BookingItem } from './queries.server'
import { actingAs } from './steps.server'

/** What a change does to the price of a booking, in minor units of its currency. */
export interface PriceChange {
  readonly currency: string
  /** What the booking costs before and after. */
  readonly beforeMinor: number
  readonly afterMinor: number
  /** What is due after it, and what comes back by it. */
  readonly dueMinor: number
  readonly refundMinor: number
  /** Null where it is made at once. */
  readonly payFirst: PayFirst | null
}

/** What moving would do to the price: nothing, unless an item becomes something else or its price is that of its date. */
export function priceChange(db: Db, ctx: BusinessCtx, booking: Booking, planned: readonly PlannedMove[]): PriceChange {
  const sale = saleById(db, booking.businessId, booking.saleId)
  if (!sale) throw new Error(`No sale of ${booking.reference}`)
  const changed = planned.filter(({ item, listing }) => isPricedAnew(item, listing.id)).map((move) => ({ ...move, lines: linesOf({ itemId: move.item.id, plan: move.plan }) }))
  const grownMinor = sumOf(changed.map(({ item, lines }) => totalOf(lines) - itemStandingMinor(db, sale, item.id)))
  const beforeMinor = sale.totalMinor - sale.reversedMinor
  const owedMinor = sale.owedMinor + grownMinor
  return {
    currency: sale.currency, beforeMinor, afterMinor: beforeMinor + grownMinor,
    dueMinor: Math.max(0, owedMinor), refundMinor: Math.max(0, 0 - owedMinor),
    payFirst: actingAs(ctx) === 'customer' && changed.length > 0 ? payFirst() : null,
  }

  function payFirst(): PayFirst | null {
    if (!sale) return null
    const startsAt = Math.min(...planned.map(({ plan }) => plan.startsAt))
    const parts = changed.map(({ item, plan }) => ({ id: item.id, plan }))
    const { dueAtOnceMinor: totalMinor, holdMs } = atOnceOf(db, ctx, parts, changed.flatMap(({ lines }) => lines), startsAt)
    const missingMinor = totalMinor - (sale.paidMinor - sale.refundedMinor)
    if (missingMinor <= 0 || !canPayByCard(missingMinor, sale.currency)) return null
    return { totalMinor, missingMinor, aheadMinor: Math.max(0, missingMinor - sale.dueMinor), holdMs }
  }
}

/** Charges what items have become, in the caller's transaction. Answers by how much the booking has grown, in minor units. */
export function changePrices(db: Db, ctx: BusinessCtx, booking: Booking, claimed: readonly ClaimedItem[]): number {
  const changed = claimed.filter(({ id, listing }) => booking.items.some((item) => item.id === id && isPricedAnew(item, listing.id)))
  return sumOf(changed.map(({ id, plan }) => exchangeLines(db, ctx, booking.saleId, id, linesOf({ itemId: id, plan }))))
}

/** Whether an item that moves, and is to be this listing, is charged as if it were booked now. One whose date the business moved keeps its price. */
export function isPricedAnew(item: BookingItem, listingId: string): boolean {
  return item.listingId !== listingId || (item.freedAt === null && domainOf(item.domain).repricesMoves(item.choice))
}

/** The lines of an item as it would be charged now. */
export function linesOf({ itemId, plan }: { readonly itemId: string; readonly plan: Plan }): PriceLine[] {
  const { store } = plan
  return priceLines(plan.lines.map((line) => ({ ...line, itemKey: itemId })), { name: store.taxName, ratePpm: store.taxRatePpm, included: store.taxIncluded })
}

/** What lines come to without their taxes. */
export function netOf(lines: readonly PriceLine[]): number {
  return totalOf(lines.filter(({ kind }) => kind !== 'tax'))
}

function totalOf(lines: readonly PriceLine[]): number {
  return sumOf(lines.map((line) => line.amount))
}
