import type { BusinessCtx } from '~/kernel/ctx'
import { sumOf } from '~/kernel/money'
import { ok, refuse, type Result } from '~/kernel/result'
import type { Db } from '~/platform/database.server'
import type { Listing } from '../listings/index.server'
import { policyFor, priceLines, type Policy } from '../pricing/index.server'
import type { Sale, SaleLine } from '../sales/index.server'
import { atOnceOf } from './due-at-once.server'
import { domainOf, type ChoiceRefusal, type Plan } from './domain.server'

/** What a sale would say if it were booked now. */
export type Priced = Pick<Sale, 'currency' | 'totalMinor' | 'paidMinor' | 'refundedMinor' | 'dueMinor' | 'dueAtOnceMinor' | 'restDueAt'> & { readonly lines: readonly Omit<SaleLine, 'replaced'>[] }

export interface Quote {
  /** One for each choice. */
  readonly plans: readonly Plan[]
  readonly priced: Priced
  /** What holds when it is cancelled, if it is booked now. */
  readonly policy: Policy
}

/** What a customer's choices mean and cost as one booking, before anything is claimed; whether they are still free is not asked. */
export function quote(db: Db, ctx: BusinessCtx, wanted: readonly { readonly listing: Listing; readonly choice: unknown }[]): Result<Quote, ChoiceRefusal> {
  const plans: Plan[] = []
  for (const [at, { listing, choice }] of wanted.entries()) {
    const plan = domainOf(listing.domain).plan(db, ctx, listing, choice, { atDesk: false, before: wanted.slice(0, at) })
    if (!plan.ok) return plan
    plans.push(plan.value)
  }
  const [first] = plans
  if (!first) return refuse({ kind: 'not-offered' })
  const { store } = first
  // Each part is told apart by its place, since nothing is booked that had an id.
  const parts = plans.map((plan, at) => ({ id: String(at), plan }))
  const shown = parts.flatMap(({ id, plan }) => plan.lines.map((line) => ({ ...line, itemKey: id })))
  const priced = priceLines(shown, { name: store.taxName, ratePpm: store.taxRatePpm, included: store.taxIncluded })
  const totalMinor = sumOf(priced.map((line) => line.amount))
  const { dueAtOnceMinor, restDueAt } = atOnceOf(db, ctx, parts, priced, first.startsAt)
  return ok({
    plans,
    policy: policyFor(db, ctx.businessId, first.policyId),
    priced: {
      currency: ctx.business.currency, totalMinor, paidMinor: 0, refundedMinor: 0, dueMinor: totalMinor, dueAtOnceMinor, restDueAt,
      lines: priced.map(({ position, kind, title, amount, tax }) => ({
        position, kind, title, itemId: null, amountMinor: amount,
        taxName: tax?.name ?? null, taxRatePpm: tax?.ratePpm ?? null, taxIncluded: tax?.included ?? false, onPosition: tax?.onLine ?? null,
      })),
    },
  })
}
