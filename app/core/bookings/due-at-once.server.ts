import type { BusinessCtx } from '~/kernel/ctx'
import { sumOf } from '~/kernel/money'
import { minute } from '~/kernel/time'
import type { Db } from '~/platform/database.server'
import { chargeStep, leastCharge, stripeReady } from '~/platform/stripe.server'
import { dueAtOnce, paymentSettings, restDueAt, type PaymentTerms } from '../payments/index.server'
import type { PriceLine } from '../pricing/index.server'
import type { Plan } from './domain.server'

interface TermedItem {
  /** What its lines and the taxes on them name. */
  readonly id: string
  readonly plan: Pick<Plan, 'payment'>
}

export interface AtOnce {
  /** Minor units; zero where everything is paid on arrival. */
  readonly dueAtOnceMinor: number
  /** Until when the rest is paid; null: on arrival. */
  readonly restDueAt: number | null
  /** How long the time is kept meanwhile. */
  readonly holdMs: number
}

/** What of a booking's price is paid when it is booked: for each item as its listing says, else as the business does. Without Stripe nothing is. */
export function atOnceOf(db: Db, ctx: BusinessCtx, items: readonly TermedItem[], lines: readonly PriceLine[], startsAt: number): AtOnce {
  const settings = paymentSettings(db, ctx.businessId)
  const holdMs = settings.holdMinutes * minute
  if (!stripeReady().ok) return { dueAtOnceMinor: 0, restDueAt: null, holdMs }
  const parts = items.map(({ id, plan }) => ({
    amountMinor: sumOf(lines.filter((line) => line.itemKey === id).map((line) => line.amount)),
    terms: plan.payment ?? settings.terms,
  }))
  const { currency } = ctx.business
  const dueAtOnceMinor = dueAtOnce(parts, sumOf(lines.map((line) => line.amount)), leastCharge(currency), chargeStep(currency))
  return { dueAtOnceMinor, restDueAt: dueAtOnceMinor === 0 ? null : restDueAt(parts.map(({ terms }) => terms), startsAt, ctx.now), holdMs }
}

/** On which terms items are paid: as the listing of each says, else as the business does. */
export function termsOf(db: Db, ctx: BusinessCtx, plans: readonly Pick<Plan, 'payment'>[]): PaymentTerms[] {
  const settings = paymentSettings(db, ctx.businessId)
  return plans.map(({ payment }) => payment ?? settings.terms)
}
