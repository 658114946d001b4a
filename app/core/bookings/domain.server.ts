import type * as z from 'zod'
import type { BusinessCtx } from '~/kernel/ctx'
import type { TradeDomain } from '~/kernel/define-module'
import type { Result } from '~/kernel/result'
import type { Db } from '~/platform/database.server'
import type { Claim } from '../allocation/index.server'
import type { Store } from '../businesses/index.server'
import type { Listing } from '../listings/index.server'
import type { PaymentTerms } from '../payments/index.server'
import type { ShownLine } from '../pricing/index.server'

/** What stands between a choice and a booking, beside somebody else's being there first. */
export type ChoiceRefusal =
  | { readonly kind: 'not-offered' } // the listing, its store or its person is not to be booked
  | { readonly kind: 'not-a-time' } // off the grid, closed, or a time that the clock does not have
  | { readonly kind: 'too-soon'; readonly earliest: number }
  | { readonly kind: 'too-far'; readonly latest: number }
  | { readonly kind: 'past' }
  | { readonly kind: 'choose-person' }

/** One way to fulfil a choice: what it claims, and who would do it. */
export interface ClaimSet {
  readonly claims: readonly Claim[]
  readonly staffId: string | null
}

/** What a choice means. Never whether it fits: the core finds that out. */
export interface Plan {
  readonly store: Store
  /** What the customer is shown; buffers lie around it in the claims. */
  readonly startsAt: number
  readonly endsAt: number
  readonly quantity: number
  readonly lines: readonly ShownLine[]
  /** Every set of claims that would do, best first. */
  readonly claimSets: readonly ClaimSet[]
  /** Whether the business says yes before it stands. */
  readonly needsApproval: boolean
  /** The cancellation policy that the listing names; null: the business's default. */
  readonly policyId: string | null
  /** When it is paid, where the listing says so itself; null: as the business has it. */
  readonly payment: PaymentTerms | null
}

/** How an item reads on page, mail, calendar, ticket and search. */
export interface Described {
  readonly title: string
  /** Whom the customer meets; null where nobody in particular. */
  readonly withWhom: string | null
}

export interface PlanTerms {
  /** A member books at the desk: notice, window and the customer's choice of a person do not bind them. */
  readonly atDesk: boolean
}

/** What the core asks of a trade whose listings are booked. `Choice` is stored with the item as JSON. */
export interface BookableDomain<Choice = unknown> {
  readonly domain: TradeDomain
  /** The letters before its references. */
  readonly prefix: string
  readonly choice: z.ZodType<Choice>
  readonly plan: (db: Db, ctx: BusinessCtx, listing: Listing, choice: Choice, terms: PlanTerms) => Result<Plan, ChoiceRefusal>
  /** What is free nearest to a choice that was not: three at most, for whoever lost the race. */
  readonly alternatives: (db: Db, ctx: BusinessCtx, listing: Listing, choice: Choice) => Choice[]
  /** The ids of the people who do what a listing promises; an item may be given to any of them. */
  readonly offeredBy: (db: Db, listing: Listing) => readonly string[]
  readonly describe: (item: { title: string; staffName: string | null; quantity: number }) => Described
}

const domains = new Map<string, BookableDomain>()

/** Makes a domain of any choice fit the list: what is stored or sent is parsed before the domain sees it. */
export function bookable<Choice>(domain: BookableDomain<Choice>): BookableDomain {
  return {
    ...domain,
    plan: (db, ctx, listing, choice, terms) => domain.plan(db, ctx, listing, domain.choice.parse(choice), terms),
    alternatives: (db, ctx, listing, choice) => domain.alternatives(db, ctx, listing, domain.choice.parse(choice)),
  }
}

/** Hands the core its domains, once, at start. */
export function installDomains(list: readonly BookableDomain[]): void {
  domains.clear()
  for (const domain of list) domains.set(domain.domain, domain)
}

/** The domain of a listing. Throws where it is not one that is booked: a bug. */
export function domainOf(id: string): BookableDomain {
  const domain = domains.get(id)
  if (!domain) throw new Error(`No bookable domain ${id} is installed`)
  return domain
}
