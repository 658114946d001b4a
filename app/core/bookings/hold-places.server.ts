import type { BusinessCtx } from '~/kernel/ctx'
import { ok, refuse, type Result } from '~/kernel/result'
import { transact, type Db } from '~/platform/database.server'
import { letRunOut } from '../allocation/index.server'
import { listingById } from '../listings/index.server'
import { claimItem, type ClaimRefusal } from './claim-item.server'
import { domainOf, type ChoiceRefusal } from './domain.server'
import { quote } from './quote.server'

export interface PlacesWanted {
  readonly listingId: string
  /** An item each, in the domain's own words. */
  readonly choices: readonly Readonly<Record<string, unknown>>[]
}

export interface PlannedPlaces {
  readonly sessionId: string
  readonly startsAt: number
  /** How many people they are for. */
  readonly quantity: number
  /** Which parts of the listing they are of, sorted; empty where it has none. */
  readonly part: string
}

/** What these choices come to: places in one session, whether they are free or not. */
export function planPlaces(db: Db, ctx: BusinessCtx, { listingId, choices }: PlacesWanted): Result<PlannedPlaces, ChoiceRefusal> {
  const listing = listingById(db, ctx.businessId, listingId)
  const plans = []
  const parts = new Set<string>()
  for (const choice of choices) {
    const domain = listing && domainOf(listing.domain)
    const parsed = domain?.choice.safeParse(choice)
    if (!listing || !domain || !parsed?.success) return refuse({ kind: 'not-offered' })
    const plan = domain.plan(db, ctx, listing, parsed.data, { atDesk: false })
    if (!plan.ok) return plan
    plans.push(plan.value)
    parts.add(domain.partOf?.(parsed.data) ?? '')
  }
  const [first] = plans
  if (!first?.sessionId || plans.some(({ sessionId }) => sessionId !== first.sessionId)) return refuse({ kind: 'not-offered' })
  return ok({ sessionId: first.sessionId, startsAt: first.startsAt, quantity: plans.reduce((sum, { quantity }) => sum + quantity, 0), part: [...parts].sort().join(' ') })
}

/** Claims what a booking of these choices would, for whoever is to be asked first (`subject`), until an instant; all or none, in the caller's transaction. */
export function holdPlaces(ctx: BusinessCtx, { listingId, choices }: PlacesWanted, subject: string, until: number): Result<null, ClaimRefusal> {
  return transact((db): Result<null, ClaimRefusal> => {
    const listing = listingById(db, ctx.businessId, listingId)
    for (const choice of choices) {
      const item = listing ? claimItem(db, ctx, { listing, choice, atDesk: false, subject, inLine: true }) : refuse({ kind: 'not-offered' } as const)
      if (!item.ok) return item
    }
    letRunOut(db, ctx.businessId, subject, until)
    return ok(null)
  })
}

/** Whether these choices could be booked now by somebody who just came; what is claimed to find out is undone. */
export function arePlacesFree(ctx: BusinessCtx, { listingId, choices }: PlacesWanted, subject: string): boolean {
  let free = false
  transact((db) => {
    const listing = listingById(db, ctx.businessId, listingId)
    free = listing !== null && choices.every((choice) => claimItem(db, ctx, { listing, choice, atDesk: false, subject }).ok)
    return refuse({ kind: 'only-looked' } as const)
  })
  return free
}

export interface DescribedPlaces {
  /** What it is, with how many of it: "2 × Concert – Standing". */
  readonly what: readonly string[]
  readonly totalMinor: number
  readonly currency: string
}

/** What these choices are and what they cost now, as one booking; null where they are not sold so any more. */
export function describePlaces(db: Db, ctx: BusinessCtx, { listingId, choices }: PlacesWanted): DescribedPlaces | null {
  const listing = listingById(db, ctx.businessId, listingId)
  if (!listing || choices.some((choice) => !domainOf(listing.domain).choice.safeParse(choice).success)) return null
  const quoted = quote(db, ctx, choices.map((choice) => ({ listing, choice })))
  if (!quoted.ok) return null
  const { plans, priced } = quoted.value
  const counts = new Map<string, number>()
  for (const { kind, title } of plans.flatMap(({ lines }) => lines)) if (kind === 'item') counts.set(title, (counts.get(title) ?? 0) + 1)
  const what = [...counts].map(([title, count]) => (count === 1 ? title : ctx.i18n.t('{count} × {ticket}', { count, ticket: title })))
  return { what, totalMinor: priced.totalMinor, currency: priced.currency }
}
