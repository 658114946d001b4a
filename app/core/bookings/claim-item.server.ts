import type { BusinessCtx } from '~/kernel/ctx'
import { ok, refuse, type Result } from '~/kernel/result'
import type { Db } from '~/platform/database.server'
import { claimAll } from '../allocation/index.server'
import type { Listing } from '../listings/index.server'
import type { GivenAnswer } from './answers.server'
import { domainOf, type ChoiceRefusal, type ClaimSet, type Plan } from './domain.server'
import { serveLineFirst } from './line.server'

export interface ClaimedItem {
  readonly id: string
  readonly listing: Listing
  readonly choice: Readonly<Record<string, unknown>>
  readonly plan: Plan
  readonly taken: ClaimSet
  readonly attendeeName: string | null
  readonly attendeeEmail: string | null
  readonly answers: readonly GivenAnswer[]
}

export interface ItemClaim {
  readonly listing: Listing
  readonly choice: Readonly<Record<string, unknown>>
  readonly atDesk: boolean
  /** It is booked already, and moves. */
  readonly moving?: boolean
  /** What the claims will stand for: the item's id. */
  readonly subject: string
  /** Whoever asks stood in line for it. */
  readonly inLine?: boolean
}

export type ClaimRefusal = ChoiceRefusal | { readonly kind: 'taken'; readonly alternatives: readonly Readonly<Record<string, unknown>>[] }

/** Plans a choice and takes the first set of claims that fits, in the caller's transaction. */
export function claimItem(db: Db, ctx: BusinessCtx, { listing, choice, atDesk, moving = false, subject, inLine = false }: ItemClaim): Result<ClaimedItem, ClaimRefusal> {
  const domain = domainOf(listing.domain)
  const parsed = domain.choice.safeParse(choice)
  if (!parsed.success) return refuse({ kind: 'not-a-time' })
  const plan = domain.plan(db, ctx, listing, parsed.data, { atDesk, moving })
  if (!plan.ok) return plan
  if (plan.value.sessionId !== null && !atDesk && !inLine) serveLineFirst(db, ctx, plan.value.sessionId)
  const terms = { businessId: ctx.businessId, subject, kind: 'booking', expiresAt: null } as const
  const taken = plan.value.claimSets.find((set) => claimAll(ctx, set.claims, terms).ok)
  if (!taken) return refuse({ kind: 'taken', alternatives: domain.alternatives(db, ctx, listing, parsed.data) as Readonly<Record<string, unknown>>[] })
  return ok({ id: subject, listing, choice, plan: plan.value, taken, attendeeName: null, attendeeEmail: null, answers: [] })
}
