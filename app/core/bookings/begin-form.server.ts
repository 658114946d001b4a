import type { Db } from '~/platform/database.server'
import type { CtxOf } from '~/platform/guarded.server'
import { newToken } from '~/platform/signing.server'
import { paymentSettings } from '../payments/index.server'

/** What the form of who comes begins with, whatever is booked. */
export function beginForm(db: Db, ctx: CtxOf<'business'>) {
  return {
    /** Random per render: a form sent twice is the same booking. */
    key: newToken(),
    known: ctx.account && { name: ctx.account.name, email: ctx.account.email },
    holdMinutes: paymentSettings(db, ctx.businessId).holdMinutes,
  }
}
