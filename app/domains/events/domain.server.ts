import { poolsOf, type Claim } from '~/core/allocation/index.server'
import { bookable, type ChoiceRefusal, type Plan, type PlanTerms } from '~/core/bookings/index.server'
import { storeById } from '~/core/businesses/index.server'
import type { Listing } from '~/core/listings/index.server'
import { sessionById, usedPlaces, type Session } from '~/core/sessions/index.server'
import type { BusinessCtx } from '~/kernel/ctx'
import { ok, refuse, type Result } from '~/kernel/result'
import { sameWord } from '~/platform/signing.server'
import type { Db } from '~/platform/database.server'
import { choice, type Choice } from './choice'
import { otherTickets } from './alternatives.server'
import { copyEvent } from './copy-event.server'
import { describeTicket, ticketTrace } from './describe.server'
import { setEventState } from './event-status.server'
import { freeDaysOf } from './free-days.server'
import { priceNow } from './model/price-now'
import { saleState } from './model/sale-state'
import { brokenByOrder } from './order-together.server'
import { eventOf, type Event } from './queries.server'
import { ruleWords } from './rule-words'
import { datePoolsOf, ticketById, type TicketType } from './tickets.server'

/** Events, as the core books them: each item is one ticket. */
export const events = bookable<Choice>({
  domain: 'events',
  prefix: 'EV',
  choice,
  plan,
  checkTogether: brokenByOrder,
  partOf: ({ ticket }) => ticket,
  alternatives: otherTickets,
  offeredBy: () => [],
  describe: describeTicket,
  // What a ticket costs may be another by now.
  repricesMoves: () => true,
  movePath: 'date',
  onDate: (chosen, session) => ({ ...chosen, session, shownMinor: null }),
  ruleWords,
  sessionPath: (sessionId) => `events/dates/${sessionId}`,
  copyListing: (ctx, listingId) => {
    const copy = copyEvent(ctx, listingId)
    return copy.ok ? ok(copy.value.id) : copy
  },
  // Nothing is on sale before it has a date and a ticket; into the archive anything may go.
  setListingStatus: (ctx, listingId, status) => (status === 'active' || status === 'paused' ? setEventState(ctx, listingId, status === 'active' ? 'published' : 'paused') : null),
  freeDays: freeDaysOf,
  use: (db, businessId, from, to) => usedPlaces(db, businessId, 'events', from, to),
  useName: (i18n) => i18n.t('Capacity used'),
})

interface Asked {
  readonly event: Event
  readonly session: Session
  readonly ticket: TicketType
}

function plan(db: Db, ctx: BusinessCtx, listing: Listing, chosen: Choice, terms: PlanTerms): Result<Plan, ChoiceRefusal> {
  const asked = askedFor(db, ctx, listing, chosen, terms)
  if (!asked) return refuse({ kind: 'not-offered' })
  const { event, session, ticket } = asked
  const closed = notOnSale(asked, ctx.now, terms)
  if (closed) return refuse(closed)
  const store = storeById(db, ctx.businessId, session.storeId)
  const pools = poolsFor(db, asked)
  if (!store || !pools) return refuse({ kind: 'not-offered' })

  // What this order takes of it before this ticket and has not claimed yet counts as sold.
  const before = (terms.before ?? []).filter((other) => isOf(other.choice, chosen)).length
  const sold = (poolsOf(db, ctx.businessId, [pools.own], ctx.now).get(pools.own)?.taken ?? 0) + before
  const { priceMinor, step } = priceNow(ticket, { sold, now: ctx.now })
  if (chosen.shownMinor !== null && chosen.shownMinor !== priceMinor && !terms.atDesk) {
    return refuse({ kind: 'against-rule', rule: 'price-changed', figures: { ticket: ticket.title, was: chosen.shownMinor, now: priceMinor, currency: ctx.business.currency } })
  }
  return ok({
    store,
    startsAt: session.startsAt,
    endsAt: session.endsAt,
    timeZone: session.timeZone,
    sessionId: session.id,
    quantity: 1,
    lines: [{ kind: 'item', title: `${session.title ?? listing.title} – ${ticket.title}`, amount: priceMinor }],
    trace: ticketTrace(ticket, step),
    claimSets: [{ claims: pools.all.map(onePlace), staffId: session.staffId }],
    needsApproval: event.approval,
    policyId: event.policyId,
    payment: event.payment,
  })
}

function askedFor(db: Db, ctx: BusinessCtx, listing: Listing, chosen: Choice, { atDesk, moving }: PlanTerms): Asked | null {
  const event = eventOf(db, listing)
  const session = sessionById(db, ctx.businessId, chosen.session)
  const ticket = ticketById(db, ctx.businessId, chosen.ticket)
  if (!event || session?.listingId !== listing.id || ticket?.listingId !== listing.id) return null
  if (event.cancelledAt !== null || session.status === 'cancelled' || session.status === 'completed') return null
  // Tickets that are sold stay good, whatever becomes of the sale.
  if (atDesk || moving) return { event, session, ticket }
  const knows = ticket.code === null || sameWord(ticket.code, chosen.code ?? '')
  return listing.status === 'active' && knows ? { event, session, ticket } : null
}

function notOnSale({ session, ticket }: Asked, now: number, { atDesk, moving }: PlanTerms): ChoiceRefusal | null {
  if (now >= (atDesk ? session.endsAt : session.startsAt)) return { kind: 'past' }
  if (atDesk || moving) return null
  const state = saleState(ticket, session.startsAt, now)
  switch (state.kind) {
    case 'on-sale':
      return null
    case 'not-sold':
      return { kind: 'not-offered' }
    case 'over':
      return { kind: 'against-rule', rule: 'sale-over', figures: { ticket: ticket.title } }
    case 'not-yet':
      return { kind: 'against-rule', rule: 'sale-not-yet', figures: { ticket: ticket.title, from: state.from, zone: session.timeZone } }
  }
}

/** Every pool that contains the ticket, the date's own places among them; null while the date has not got them all. */
function poolsFor(db: Db, { session, ticket }: Asked): { readonly own: string; readonly all: readonly string[] } | null {
  const pools = datePoolsOf(db, session.id)
  const own = pools.find(({ ticketTypeId }) => ticketTypeId === ticket.id)?.resourceId
  const quotas = ticket.quotaIds.flatMap((id) => pools.find(({ quotaId }) => quotaId === id)?.resourceId ?? [])
  if (own === undefined || quotas.length < ticket.quotaIds.length) return null
  return { own, all: [session.poolId, ...quotas, own] }
}

function isOf(other: unknown, { session, ticket }: Choice): boolean {
  const read = choice.safeParse(other)
  return read.success && read.data.session === session && read.data.ticket === ticket
}

function onePlace(resourceId: string): Claim {
  return { resourceId, startsAt: null, endsAt: null, quantity: 1 }
}
