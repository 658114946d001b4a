import type { Ctx } from '~/kernel/ctx'
import { notFound } from '~/platform/answers.server'
import type { Db } from '~/platform/database.server'
import { saleById, type Refund, type Sale } from '../sales/index.server'
import type { BookingHead } from './queries.server'

/** What is said once a refund is made of a sale that was `before`: whether it goes back by itself. */
export function refundMessage(db: Db, businessId: string, saleId: string, before: Sale | null): string {
  const known = new Set(before?.refunds.map(({ id }) => id))
  const made = saleById(db, businessId, saleId)?.refunds.filter(({ id }) => !known.has(id)) ?? []
  const byHand = made.some(({ paymentId }) => paymentId === null)
  if (!made.some(({ paymentId }) => paymentId !== null)) return 'bookings.refund-made'
  return byHand ? 'bookings.refund-both-ways' : 'bookings.refund-to-card'
}

/** A refund of this very booking, with its sale; 404 for another's. */
export function refundIn(db: Db, ctx: Ctx, { businessId, saleId }: BookingHead, id: string | undefined): { sale: Sale; refund: Refund } {
  const sale = saleById(db, businessId, saleId)
  const refund = sale?.refunds.find((one) => one.id === id)
  return sale && refund ? { sale, refund } : notFound(ctx.i18n.t('We know no such refund.'))
}
