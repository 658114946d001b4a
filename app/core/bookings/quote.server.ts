import type { BusinessCtx } from '~/kernel/ctx'
import { sumOf } from '~/kernel/money'
import { ok, type Result } from '~/kernel/result'
import type { Db } from '~/platform/database.server'
import type { Listing } from '../listings/index.server'
import { policyFor, priceLines, type Policy } from '../pricing/index.server'
import type { Sale } from '../sales/index.server'
import { atOnceOf } from './due-at-once.server'
import { domainOf, type ChoiceRefusal, type Plan } from './domain.server'

/** What a sale would say if it were booked now. */
export type Priced = Pick<Sale, 'currency' | 'totalMinor' | 'paidMinor' | 'refundedMinor' | 'dueMinor' | 'lines' | 'dueAtOnceMinor' | 'restDueAt'>

export interface Quote {
  readonly plan: Plan
  readonly priced: Priced
  /** What holds when it is cancelled, if it is booked now. */
  readonly policy: Policy
}

/** What a customer's choice means and costs, before anything is claimed; whether it is still free is not asked. */
export function quote(db: Db, ctx: BusinessCtx, listing: Listing, choice: unknown): Result<Quote, ChoiceRefusal> {
  const plan = domainOf(listing.domain).plan(db, ctx, listing, choice, { atDesk: false })
  if (!plan.ok) return plan
  const { store, lines } = plan.value
  const priced = priceLines(lines.map((line) => ({ ...line, itemKey: listing.id })), { name: store.taxName, ratePpm: store.taxRatePpm, included: store.taxIncluded })
  const totalMinor = sumOf(priced.map((line) => line.amount))
  const { dueAtOnceMinor, restDueAt } = atOnceOf(db, ctx, [{ id: listing.id, plan: plan.value }], priced, plan.value.startsAt)
  return ok({
    plan: plan.value,
    policy: policyFor(db, ctx.businessId, plan.value.policyId),
    priced: {
      currency: ctx.business.currency, totalMinor, paidMinor: 0, refundedMinor: 0, dueMinor: totalMinor, dueAtOnceMinor, restDueAt,
      lines: priced.map(({ position, kind, title, amount, tax }) => ({
        position, kind, title, itemId: null, amountMinor: amount,
        taxName: tax?.name ?? null, taxRatePpm: tax?.ratePpm ?? null, taxIncluded: tax?.included ?? false, onPosition: tax?.onLine ?? null,
      })),
    },
  })
}
