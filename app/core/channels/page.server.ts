import { formatDateTime, formatRange } from '~/kernel/format'
import { notFound } from '~/platform/answers.server'
import type { Db } from '~/platform/database.server'
import type { MemberCtx } from '~/platform/guarded.server'
import { listingById, type Listing } from '../listings/index.server'
import { addressesOfListing, addressCounts } from './addresses.server'
import { clashesOf } from './clashes.server'
import { exchangedListing, exchangedListings, type ExchangedListing } from './exchanged.server'
import { comingEntries, feedById, feedsOfBusiness, feedsOfListing, type Feed } from './feeds.server'
import { channelsPath, feedPath } from './paths'
import { nightsWords, outcomeWords, wentWell } from './words'

export type FeedState = 'well' | 'failing' | 'paused' | 'new'

/** A feed as a list shows it. */
export interface ShownFeed {
  readonly id: string
  readonly href: string
  readonly name: string
  /** The site that it lies on; the rest of its address is a secret. */
  readonly site: string
  readonly state: FeedState
  readonly outcome: string
  readonly clashes: number
}

/** Every listing whose calendar can be exchanged, or is, with what it reads and how many read it. */
export function channelsOverview(db: Db, ctx: MemberCtx) {
  const feeds = feedsOfBusiness(db, ctx.businessId)
  const addresses = addressCounts(db, ctx.businessId)
  const exchanged = exchangedListings(db, ctx.businessId).map(({ listingId, title }) => ({ listingId, title }))
  // What is no longer offered keeps what it has until somebody takes it away.
  const others = [...new Set([...feeds.map(({ listingId }) => listingId), ...addresses.keys()])].filter((id) => !exchanged.some(({ listingId }) => listingId === id))
  const rest = others.flatMap((id) => listingById(db, ctx.businessId, id) ?? []).map(({ id, title }) => ({ listingId: id, title }))
  return [...exchanged, ...rest].map(({ listingId, title }) => ({
    id: listingId,
    href: channelsPath(ctx.business.slug, listingId),
    title,
    feeds: feeds.filter((feed) => feed.listingId === listingId).map((feed) => shownFeed(db, ctx, feed)),
    addresses: addresses.get(listingId) ?? 0,
  }))
}

/** What one listing reads and who reads it. Throws 404 for what is not this business's. */
export function listingChannels(db: Db, ctx: MemberCtx, listingId: string | undefined) {
  const { listing, exchanged } = listingAt(db, ctx, listingId)
  const feeds = feedsOfListing(db, ctx.businessId, listing.id)
  const names = new Map(feeds.map(({ id, name }) => [id, name]))
  return {
    listing: { id: listing.id, title: listing.title, href: channelsPath(ctx.business.slug, listing.id) },
    canExchange: exchanged !== null,
    feeds: feeds.map((feed) => shownFeed(db, ctx, feed)),
    addresses: addressesOfListing(db, ctx.businessId, listing.id).map(({ id, name, feedId, madeAt }) => ({
      id,
      name,
      leavesOut: feedId === null ? null : (names.get(feedId) ?? null),
      madeOn: formatDateTime(ctx.i18n.locale, ctx.business.timeZone, madeAt),
    })),
  }
}

/** A listing of this business and how it is exchanged. Throws 404 for another's. */
export function listingAt(db: Db, ctx: MemberCtx, listingId: string | undefined): { readonly listing: Listing; readonly exchanged: ExchangedListing | null } {
  const listing = listingById(db, ctx.businessId, listingId ?? '') ?? notFound(ctx.i18n.t('We find no such listing of yours.'))
  return { listing, exchanged: exchangedListing(db, ctx.businessId, listing.id) }
}

/** A feed of this business. Throws 404 for another's. */
export function feedAt(db: Db, ctx: MemberCtx, feedId: string | undefined): Feed {
  return feedById(db, ctx.businessId, feedId ?? '') ?? notFound(ctx.i18n.t('There is no such calendar here any more.'), { href: channelsPath(ctx.business.slug), label: ctx.i18n.t('All calendars') })
}

const shownEntries = 20

/** Everything about one feed: how it does, what it meets, what it takes next. */
export function feedPage(db: Db, ctx: MemberCtx, feedId: string | undefined) {
  const feed = feedAt(db, ctx, feedId)
  const { listing, exchanged } = listingAt(db, ctx, feed.listingId)
  const { i18n, business, now } = ctx
  const written = (at: number | null) => (at === null ? null : formatDateTime(i18n.locale, exchanged?.timeZone ?? business.timeZone, at))
  const coming = comingEntries(db, feed.id, now)
  const when = ({ startsAt, endsAt }: { startsAt: number; endsAt: number }) =>
    exchanged ? nightsWords(i18n, exchanged.datesOf({ start: startsAt, end: endsAt })) : formatRange(i18n.locale, business.timeZone, startsAt, endsAt)
  return {
    feed: shownFeed(db, ctx, feed),
    listing: { title: listing.title, href: channelsPath(business.slug, listing.id) },
    askedAt: written(feed.askedAt),
    readAt: written(feed.readAt),
    dueAt: feed.dueAt !== null && feed.dueAt > now ? written(feed.dueAt) : null,
    read: feed.readAt === null ? null : { entries: feed.entries, unreadable: feed.unreadable },
    clashes: clashesOf(db, ctx.businessId, feed.id, now).map(({ entry, booking }) => ({
      key: `${entry.id} ${booking.bookingId}`,
      entry: entry.summary ?? i18n.t('Not available'),
      dates: when(entry),
      reference: booking.reference,
      href: `/dashboard/${business.slug}/bookings/${booking.reference}`,
      booked: `${booking.title}, ${formatRange(i18n.locale, booking.timeZone, booking.startsAt, booking.endsAt)}`,
    })),
    coming: coming.slice(0, shownEntries).map((entry) => ({ id: entry.id, dates: when(entry), summary: entry.summary })),
    more: Math.max(0, coming.length - shownEntries),
  }
}

function shownFeed(db: Db, ctx: MemberCtx, feed: Feed): ShownFeed {
  return {
    id: feed.id,
    href: feedPath(ctx.business.slug, feed.id),
    name: feed.name,
    site: new URL(feed.address).host,
    state: stateOf(feed),
    outcome: outcomeWords(ctx.i18n, feed.outcome, feed.status),
    clashes: clashesOf(db, ctx.businessId, feed.id, ctx.now).length,
  }
}

function stateOf({ pausedAt, outcome }: Feed): FeedState {
  if (pausedAt !== null) return 'paused'
  if (outcome === null) return 'new'
  return wentWell(outcome) ? 'well' : 'failing'
}
