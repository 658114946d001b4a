import type { Db } from '~/platform/database.server'
import type { BookingCtx } from '~/platform/guarded.server'
import { taxesHeld, type Sale } from '../sales/index.server'
import { letterFor } from './emails/letter.server'
import { refundWays } from './model/refund-ways'
import { bookingById } from './queries.server'

/** What was paid for a booking and what became of it, for its customer; null where nothing ever was. */
export function receiptPage(db: Db, ctx: BookingCtx) {
  const booking = bookingById(db, ctx.businessId, ctx.booking.id)
  const letter = booking && letterFor(db, booking)
  const sale = letter?.sale
  if (!booking || !letter || !sale || !hasReceipt(sale)) return null
  const { business, store, what, withWhom, zone } = letter
  return {
    title: ctx.i18n.t('Receipt {reference}', { reference: booking.reference }),
    reference: booking.reference,
    token: ctx.booking.token,
    business: { name: business.name, legalName: business.legalName, taxNumber: business.taxNumber },
    store: { name: store.name, lines: [store.line1, store.line2, `${store.postalCode} ${store.city}`].filter((line) => line !== null && line !== '') },
    who: booking.contactName,
    placedAt: booking.placedAt,
    startsAt: booking.startsAt,
    endsAt: booking.endsAt,
    now: ctx.now,
    zone,
    what,
    withWhom,
    sale: { currency: sale.currency, lines: sale.lines, totalMinor: sale.totalMinor, reversedMinor: sale.reversedMinor },
    taxes: taxesHeld(db, sale),
    flows: flowsOf(sale),
    paidMinor: sale.paidMinor,
    givenMinor: sale.refundedMinor - sale.refundDueMinor,
    refundDueMinor: sale.refundDueMinor,
    dueMinor: sale.dueMinor,
  }
}

export type ReceiptPage = NonNullable<ReturnType<typeof receiptPage>>

/** Whether there is anything to give a receipt of. */
export function hasReceipt(sale: Pick<Sale, 'payments'>): boolean {
  return sale.payments.some(({ undoneAt }) => undoneAt === null)
}

/** What was paid, given back and is to be given back, in the order it happened. What was noted by mistake and taken back is not told. */
function flowsOf({ payments, refunds }: Sale) {
  const paid = payments.filter(({ undoneAt }) => undoneAt === null).map(({ id, takenAt, method, cardBrand, cardLast4, amountMinor }) => ({ id, kind: 'paid' as const, at: takenAt, method, cardBrand, cardLast4, amountMinor }))
  const back = refunds
    .filter(({ withdrawnAt }) => withdrawnAt === null)
    .map((refund) => {
      const { id, givenAt, givenMethod, madeAt, paymentId, amountMinor } = refund
      const kind = givenAt !== null ? ('given' as const) : refundWays(refund).underway ? ('on-its-way' as const) : ('due-back' as const)
      const card = givenMethod === 'card' || kind === 'on-its-way' ? payments.find((payment) => payment.id === paymentId) : undefined
      return { id, kind, at: givenAt ?? madeAt, method: givenMethod, cardBrand: card?.cardBrand ?? null, cardLast4: card?.cardLast4 ?? null, amountMinor: 0 - amountMinor }
    })
  return [...paid, ...back].sort((a, b) => a.at - b.at)
}
