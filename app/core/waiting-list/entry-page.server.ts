import type { BusinessCtx } from '~/kernel/ctx'
import { notFound } from '~/platform/answers.server'
import type { Db } from '~/platform/database.server'
import { newToken } from '~/platform/signing.server'
import { answerName, attendeeNames, type BookInput } from '../bookings/index'
import { describePlaces, planPlaces, quote, type OrderInMaking } from '../bookings/index.server'
import { listingById } from '../listings/index.server'
import { paymentSettings } from '../payments/index.server'
import { policyWords } from '../pricing/index.server'
import { acceptOffer } from './accept-offer.server'
import { entryById, entryToken, opensEntry, placeInLine, type WaitingEntry, type WaitingStatus } from './entries.server'
import { offerAsks, type OfferAsks } from './offer-asks.server'
import { waitingSettings } from './settings.server'
import { waitedSession } from './waited-session.server'

/** The entry that a link opens; 404 for every other. */
export function entryToShow(db: Db, ctx: BusinessCtx, entryId: string | undefined, token: string | null): WaitingEntry {
  const entry = opensEntry(token, entryId ?? '') ? entryById(db, ctx.businessId, entryId ?? '') : null
  return entry ?? notFound(ctx.i18n.t('This link no longer opens anything.'), { href: `/b/${ctx.business.slug}`, label: ctx.i18n.t('See the page of {business}', { business: ctx.business.name }) })
}

/** What is shown of an entry: an offer whose time is over has run out, whether or not a job has seen it. */
export function shownWaiting({ status, offerUntil }: WaitingEntry, now: number): WaitingStatus {
  return status === 'offered' && offerUntil !== null && offerUntil <= now ? 'lapsed' : status
}

/** The page of somebody's place in the line; while an offer stands, with what it costs and asks. */
export function entryPage(db: Db, ctx: BusinessCtx, entry: WaitingEntry) {
  const session = waitedSession(db, ctx.businessId, entry.sessionId)
  if (!session) notFound(ctx.i18n.t('We know no such date.'))
  const shown = shownWaiting(entry, ctx.now)
  const base = `/b/${ctx.business.slug}/waiting-list/entries/${entry.id}`
  const query = `?token=${entryToken(entry)}`
  return {
    title: ctx.i18n.t('Waiting list: {title}', { title: session.title }),
    business: { name: ctx.business.name, slug: ctx.business.slug },
    session,
    shown,
    before: placeInLine(db, entry),
    quantity: entry.quantity,
    offerUntil: entry.offerUntil,
    settings: waitingSettings(db, ctx.businessId),
    listingHref: `/b/${ctx.business.slug}/${session.domain}/${session.slug}`,
    here: base + query,
    leaving: `${base}/leaving${query}`,
    places: describePlaces(db, ctx, entry),
    offer: shown === 'offered' ? offerOf(db, ctx, entry) : null,
    known: { name: entry.contactName, email: entry.contactEmail },
    // Random per render: a form sent twice is the same booking.
    key: newToken(),
  }
}

/** What the offer of an entry asks, as its form does. */
export function asksOf(db: Db, ctx: BusinessCtx, entry: WaitingEntry): OfferAsks {
  return offerOf(db, ctx, entry) ?? { questions: [], attendees: [] }
}

/** What the offer comes to, if it is accepted now; null where what was chosen once is not sold so any more. */
function offerOf(db: Db, ctx: BusinessCtx, entry: WaitingEntry) {
  const listing = listingById(db, ctx.businessId, entry.listingId)
  const quoted = listing && planPlaces(db, ctx, entry).ok && quote(db, ctx, entry.choices.map((choice) => ({ listing, choice })))
  if (!quoted || !quoted.ok) return null
  const { priced, policy, plans } = quoted.value
  return {
    ...offerAsks(db, ctx, entry, plans),
    priced,
    policy: policyWords(ctx.i18n, policy),
    approval: plans.some(({ needsApproval }) => needsApproval),
    holdMinutes: paymentSettings(db, ctx.businessId).holdMinutes,
  }
}

/** What stands in the way of accepting: the offer has run out. */
export interface OfferGone {
  readonly status: 409
}

/** The offer as the core books it. */
export function offerInMaking(ctx: BusinessCtx, entry: WaitingEntry, { questions, attendees }: OfferAsks): OrderInMaking<OfferGone> {
  const gone: OfferGone = { status: 409 }
  return {
    questions,
    attendees: attendees.length,
    items: (typed) =>
      entry.choices.map((choice, at) => ({
        listingId: entry.listingId,
        choice,
        attendeeName: typed[attendeeNames(at).name] ?? (at === 0 ? (typed.attendee ?? null) : null),
        attendeeEmail: typed[attendeeNames(at).email] ?? null,
        answers: answersOf(typed, questions, at),
      })),
    problem: () => (shownWaiting(entry, ctx.now) === 'offered' ? null : gone),
    refused: () => gone,
    place: (order) => acceptOffer(ctx, entry.id, order),
  }
}

function answersOf(typed: BookInput, questions: OfferAsks['questions'], item: number): Record<string, string> {
  return Object.fromEntries(
    questions.flatMap((question) => {
      const given = question.at === null || question.at === item ? typed[answerName(question)] : undefined
      return given === undefined ? [] : [[question.questionId, given]]
    }),
  )
}
