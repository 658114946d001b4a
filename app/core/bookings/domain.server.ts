import type * as z from 'zod'
import type { I18n } from '@lingui/core'
import type { BusinessCtx, Ctx } from '~/kernel/ctx'
import type { TradeDomain } from '~/kernel/define-module'
import type { Result } from '~/kernel/result'
import type { LocalDate } from '~/kernel/time'
import type { Db } from '~/platform/database.server'
import type { Claim } from '../allocation/index.server'
import type { Store } from '../businesses/index.server'
import type { Listing, ListingStatus } from '../listings/index.server'
import type { PaymentTerms } from '../payments/index.server'
import type { ShownLine } from '../pricing/index.server'
import type { BookingItem } from './queries.server'

/** What stands between a choice and a booking, beside somebody else's being there first. */
export type ChoiceRefusal =
  | { readonly kind: 'not-offered' } // the listing, its store or its person is not to be booked
  | { readonly kind: 'not-a-time' } // off the grid, closed, or a time that the clock does not have
  | { readonly kind: 'too-soon'; readonly earliest: number }
  | { readonly kind: 'too-far'; readonly latest: number }
  | { readonly kind: 'past' }
  | { readonly kind: 'choose-person' }
  | RuleBroken

/** A rule of the domain's own; its pages say which, in their words. */
export interface RuleBroken {
  readonly kind: 'against-rule'
  readonly rule: string
  /** What its sentence is made of. */
  readonly figures: Readonly<Record<string, string | number>>
}

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
  /** The zone that both are shown in. */
  readonly timeZone: string
  /** The session that it is a place in; null where it has a time of its own. */
  readonly sessionId: string | null
  /** People, seats, or 1. */
  readonly quantity: number
  readonly lines: readonly ShownLine[]
  /** How the price came about, in the domain's own words, kept with the item; null where the lines say it all. */
  readonly trace: Readonly<Record<string, unknown>> | null
  /** Every set of claims that would do, best first. */
  readonly claimSets: readonly ClaimSet[]
  /** Whether the business says yes before it stands. */
  readonly needsApproval: boolean
  /** The cancellation policy that the listing names; null: the business's default. */
  readonly policyId: string | null
  /** When it is paid, where the listing says so itself; null: as the business has it. */
  readonly payment: PaymentTerms | null
}

/** What is known of an item where it is described. */
export type DescribedItem = Pick<BookingItem, 'businessId' | 'listingId' | 'title' | 'staffName' | 'quantity' | 'choice' | 'trace' | 'sessionId' | 'startsAt' | 'endsAt' | 'timeZone'>

/** Where an item takes place. */
export interface Whereabouts {
  readonly text: string
  /** Shows the way there; for everybody. */
  readonly mapHref?: string
  /** The address in the net at which people come together; for those alone whose place is confirmed. */
  readonly onlineHref?: string
}

/** How an item reads on page, mail, calendar, ticket and search. */
export interface Described {
  readonly title: string
  /** Whom the customer meets; null where nobody in particular. */
  readonly withWhom: string | null
  /** Where it is; null: at the store. */
  readonly where: Whereabouts | null
  /** What else there is to say of it: guests, nights, the kind of ticket. */
  readonly facts: readonly { readonly term: string; readonly text: string }[]
  /** Whether its times are hours of a day, or an arrival and a departure. */
  readonly span: 'hours' | 'nights'
}

/** Whether what is asked for is free, day by day, for a search. */
export interface FreeDay {
  /** A local date of the listing's zone. */
  readonly date: LocalDate
  /** The most places left in one session that day, or at one time. */
  readonly places: number
  /** The longest run of free minutes that day. */
  readonly minutes: number
}

/** How much of what could be sold was sold: nights, places, or minutes, by the domain. */
export interface Use {
  readonly used: number
  readonly available: number
}

export interface PlanTerms {
  /** A member books at the desk: notice, window and the customer's choice of a person do not bind them. */
  readonly atDesk: boolean
  /** It is booked already, and moves: what held for the sale was met then. */
  readonly moving?: boolean
  /** Where nothing is claimed yet: what the same order asks for before this. Left out where that is claimed already. */
  readonly before?: readonly Wanted[]
}

/** A kind of person that an item may be for. */
export interface PartyKind {
  readonly id: string
  readonly label: string
  readonly hint: string | null
  /** What one of them costs, in minor units. */
  readonly priceMinor: number
  /** How many of them the choice is for. */
  readonly count: number
}

/** Whom one item is for, where it is for several people of several kinds. */
export interface Party<Choice = unknown> {
  /** Every kind that may come, as a form asks how many. */
  readonly kinds: (db: Db, listing: Listing, choice: Choice) => readonly PartyKind[]
  /** The same choice for so many of each kind, by the kinds' ids. */
  readonly choice: (choice: Choice, counts: Readonly<Record<string, number>>) => Choice
}

/** What the core asks of a trade whose listings are booked. `Choice` is stored with the item as JSON. */
export interface BookableDomain<Choice = unknown> {
  readonly domain: TradeDomain
  /** The letters before its references. */
  readonly prefix: string
  readonly choice: z.ZodType<Choice>
  readonly plan: (db: Db, ctx: BusinessCtx, listing: Listing, choice: Choice, terms: PlanTerms) => Result<Plan, ChoiceRefusal>
  /** Which part of its listing a choice is of, whose questions it answers beside the listing's own. Left out where listings have no parts. */
  readonly partOf?: (choice: Choice) => string | null
  /** Left out where an item is for one, or for whoever comes: so many are then so many items. */
  readonly party?: Party<Choice>
  /** What is free nearest to a choice that was not: three at most, for whoever lost the race. */
  readonly alternatives: (db: Db, ctx: BusinessCtx, listing: Listing, choice: Choice) => Choice[]
  /** The ids of the people who do what a listing promises; an item may be given to any of them. */
  readonly offeredBy: (db: Db, listing: Listing) => readonly string[]
  readonly describe: (db: Db, i18n: I18n, item: DescribedItem) => Described
  /** What holds of the items of one booking together: how many of a kind, all of one date. Left out where nothing does. */
  readonly checkTogether?: (db: Db, ctx: BusinessCtx, wanted: readonly Wanted<Choice>[], terms: PlanTerms) => ChoiceRefusal | null
  /** Whether a move prices what was chosen anew, since its price is that of its date; else it keeps the price as booked. */
  readonly repricesMoves: (choice: Choice) => boolean
  /**
   * Where a customer moves what was booked, below `/bookings/:reference/`; members do below `<domain>/bookings/:reference/move` of their
   * dashboard. Null where nothing is moved: it is cancelled and booked anew. What has sessions is moved on the core's own pages (`onDate`).
   */
  readonly movePath: string | null
  /** The same choice in another session of its listing. Left out where it has no sessions. */
  readonly onDate?: (choice: Choice, sessionId: string) => Choice
  /** Which rule of the trade's own stands in the way, in a sentence. Left out where it has pages of its own for all that it refuses. */
  readonly ruleWords?: (i18n: I18n, broken: RuleBroken) => string
  /** Where members see a session of it, below the business's dashboard. Left out where it has no sessions. */
  readonly sessionPath?: (sessionId: string) => string
  /** Makes a draft of a listing like this one, with all that belongs to it. Answers the new one's id. */
  readonly copyListing: (ctx: BusinessCtx, listingId: string) => Result<string, unknown>
  /** Publishes, pauses or archives a listing where the trade asks more than the core does: that there is something to book. Null: it does not. */
  readonly setListingStatus?: (ctx: BusinessCtx, listingId: string, status: ListingStatus) => Result<unknown, unknown> | null
  /** What is free of a listing on local dates, both included. Left out where nights are asked of the ledger itself. */
  readonly freeDays?: (db: Db, ctx: BusinessCtx, listing: Listing, from: LocalDate, to: LocalDate) => FreeDay[]
  /**
   * Whether a listing that keeps no free days is free for so many people in every night from `from` up to `to`, or the one of `from` where both
   * are one date. Only where `freeDays` is left out.
   */
  readonly isFree?: (db: Db, ctx: Ctx, listing: Listing, from: LocalDate, to: LocalDate, people: number) => boolean
  /** What was used, and what there was to use, in `[from, to)`. */
  readonly use?: (db: Db, businessId: string, from: number, to: number) => Use
  /** How that is called: occupancy, capacity used, hours used. */
  readonly useName?: (i18n: I18n) => string
}

/** One item of a booking that is asked for. */
export interface Wanted<Choice = unknown> {
  readonly listing: Listing
  readonly choice: Choice
}

const domains = new Map<string, BookableDomain>()

/** Makes a domain of any choice fit the list: what is stored or sent is parsed before the domain sees it. */
export function bookable<Choice>({ onDate, party, ...domain }: BookableDomain<Choice>): BookableDomain {
  return {
    ...domain,
    plan: (db, ctx, listing, choice, terms) => domain.plan(db, ctx, listing, domain.choice.parse(choice), terms),
    partOf: (choice) => domain.partOf?.(domain.choice.parse(choice)) ?? null,
    repricesMoves: (choice) => domain.repricesMoves(domain.choice.parse(choice)),
    alternatives: (db, ctx, listing, choice) => domain.alternatives(db, ctx, listing, domain.choice.parse(choice)),
    ...(party ? { party: partyOfAny(domain.choice, party) } : {}),
    ...(onDate ? { onDate: (choice: unknown, sessionId: string) => onDate(domain.choice.parse(choice), sessionId) } : {}),
    checkTogether: (db, ctx, wanted, terms) =>
      domain.checkTogether?.(db, ctx, wanted.map(({ listing, choice }) => ({ listing, choice: domain.choice.parse(choice) })), terms) ?? null,
  }
}

function partyOfAny<Choice>(shape: z.ZodType<Choice>, { kinds, choice }: Party<Choice>): Party {
  return { kinds: (db, listing, chosen) => kinds(db, listing, shape.parse(chosen)), choice: (chosen, counts) => choice(shape.parse(chosen), counts) }
}

/** Hands the core its domains, once, at start. */
export function installDomains(list: readonly BookableDomain[]): void {
  domains.clear()
  for (const domain of list) domains.set(domain.domain, domain)
}

/** The letters before the references of every domain. */
export function domainPrefixes(): string[] {
  return [...domains.values()].map(({ prefix }) => prefix)
}

/** Every trade whose listings are booked, in the order of the registry. */
export function bookableDomains(): BookableDomain[] {
  return [...domains.values()]
}

/** The domain of a listing. Throws where it is not one that is booked: a bug. */
export function domainOf(id: string): BookableDomain {
  const domain = domains.get(id)
  if (!domain) throw new Error(`No bookable domain ${id} is installed`)
  return domain
}

/** What an item is called in a sentence: its listing, and what of it where its trade says that. */
export function itemTitle(db: Db, i18n: I18n, item: DescribedItem & { readonly domain: string }): string {
  return domainOf(item.domain).describe(db, i18n, item).title
}
