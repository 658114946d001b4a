import type { Ctx } from '~/kernel/ctx'
import { notFound } from '~/platform/answers.server'
import type { Db } from '~/platform/database.server'
import { saleById, type Refund, type Sale } from '../sales/index.server'
import type { BookingHead } from './queries.server'

/** A refund of this very booking, with its sale; 404 for another's. */
export function refundIn(db: Db, ctx: Ctx, { businessId, saleId }: BookingHead, id: string | undefined): { sale: Sale; refund: Refund } {
  const sale = saleById(db, businessId, saleId)
  const refund = sale?.refunds.find((one) => one.id === id)
  return sale && refund ? { sale, refund } : notFound(ctx.i18n.t('We know no such refund.'))
}
