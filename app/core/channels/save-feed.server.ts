import type { BusinessCtx } from '~/kernel/ctx'
import { ok, refuse, type Result } from '~/kernel/result'
import { record } from '~/platform/audit.server'
import { prepared, transact, type Db } from '~/platform/database.server'
import { limit } from '~/platform/rate-limits.server'
import { exchangedListing } from './exchanged.server'
import { feedById, feedsOfListing, type Feed } from './feeds.server'
import { feedAddress } from './model/feed-address'
import { letGoOfAll } from './take-over.server'

export interface FeedDetails {
  readonly name: string
  /** As somebody pasted it. */
  readonly address: string
}

export type FeedRefusal =
  | { readonly kind: 'unknown-feed' }
  | { readonly kind: 'not-exchanged' }
  | { readonly kind: 'no-address' }
  /** It is read for this listing already. */
  | { readonly kind: 'twice'; readonly name: string }
  | { readonly kind: 'too-many' }
  | { readonly kind: 'paused' }
  | { readonly kind: 'too-often'; readonly retryAfterMs: number }

/** More channels than sell one listing. */
export const mostFeeds = 20

/** Has a calendar of another channel read for a listing from now on. Answers its id. */
export function addFeed(ctx: BusinessCtx, listingId: string, details: FeedDetails): Result<string, FeedRefusal> {
  return transact((db): Result<string, FeedRefusal> => {
    if (!exchangedListing(db, ctx.businessId, listingId)) return refuse({ kind: 'not-exchanged' })
    if (feedsOfListing(db, ctx.businessId, listingId).length >= mostFeeds) return refuse({ kind: 'too-many' })
    const address = freshAddress(db, ctx, listingId, details.address, null)
    if (!address.ok) return address
    const id = ctx.newId()
    insertFeed(db).run({ id, businessId: ctx.businessId, listingId, name: details.name, address: address.value, now: ctx.now })
    record(db, ctx, { businessId: ctx.businessId, action: 'channels.feed.create', subject: id, changes: { listingId, name: details.name, changed: ['address'] } })
    return ok(id)
  })
}

/** Changes a calendar's name or address. At another address it is read anew at once. */
export function changeFeed(ctx: BusinessCtx, feedId: string, details: FeedDetails): Result<null, FeedRefusal> {
  return transact((db): Result<null, FeedRefusal> => {
    const feed = feedById(db, ctx.businessId, feedId)
    if (!feed) return refuse({ kind: 'unknown-feed' })
    const address = freshAddress(db, ctx, feed.listingId, details.address, feed)
    if (!address.ok) return address
    const moved = address.value !== feed.address
    updateFeed(db).run({ id: feed.id, name: details.name, address: address.value, moved: moved ? 1 : 0, now: ctx.now })
    record(db, ctx, { businessId: ctx.businessId, action: 'channels.feed.change', subject: feed.id, changes: { name: details.name, ...(moved ? { changed: ['address'] } : {}) } })
    return ok(null)
  })
}

/** Reads a calendar no more until it is resumed; what it has taken stays taken. */
export function pauseFeed(ctx: BusinessCtx, feedId: string): Result<null, FeedRefusal> {
  return setPaused(ctx, feedId, true)
}

/** Reads a paused calendar again, from now on. */
export function resumeFeed(ctx: BusinessCtx, feedId: string): Result<null, FeedRefusal> {
  return setPaused(ctx, feedId, false)
}

/** Has a calendar asked for within the minute. */
export function askNow(ctx: BusinessCtx, feedId: string): Result<null, FeedRefusal> {
  return transact((db): Result<null, FeedRefusal> => {
    const feed = feedById(db, ctx.businessId, feedId)
    if (!feed) return refuse({ kind: 'unknown-feed' })
    if (feed.pausedAt !== null) return refuse({ kind: 'paused' })
    const allowed = limit({ name: 'channelFetch', key: feed.id, now: ctx.now })
    if (!allowed.ok) return refuse({ kind: 'too-often', retryAfterMs: allowed.retryAfterMs })
    dueNow(db).run({ id: feed.id, now: ctx.now })
    return ok(null)
  })
}

/** Removes a calendar and gives back what it takes from now on. Answers how many entries that were. */
export function removeFeed(ctx: BusinessCtx, feedId: string): Result<number, FeedRefusal> {
  return transact((db): Result<number, FeedRefusal> => {
    const feed = feedById(db, ctx.businessId, feedId)
    if (!feed) return refuse({ kind: 'unknown-feed' })
    const freed = letGoOfAll(db, ctx, feed.id)
    removeRow(db).run({ id: feed.id, now: ctx.now })
    record(db, ctx, { businessId: ctx.businessId, action: 'channels.feed.remove', subject: feed.id, changes: { freed } })
    return ok(freed)
  })
}

function setPaused(ctx: BusinessCtx, feedId: string, paused: boolean): Result<null, FeedRefusal> {
  return transact((db): Result<null, FeedRefusal> => {
    const feed = feedById(db, ctx.businessId, feedId)
    if (!feed) return refuse({ kind: 'unknown-feed' })
    if ((feed.pausedAt !== null) === paused) return ok(null)
    pauseRow(db).run({ id: feed.id, pausedAt: paused ? ctx.now : null, dueAt: paused ? null : ctx.now })
    record(db, ctx, { businessId: ctx.businessId, action: paused ? 'channels.feed.pause' : 'channels.feed.resume', subject: feed.id })
    return ok(null)
  })
}

function freshAddress(db: Db, ctx: BusinessCtx, listingId: string, written: string, own: Feed | null): Result<string, FeedRefusal> {
  const address = feedAddress(written)
  if (address === null) return refuse({ kind: 'no-address' })
  const other = feedsOfListing(db, ctx.businessId, listingId).find((feed) => feed.address === address && feed.id !== own?.id)
  return other ? refuse({ kind: 'twice', name: other.name }) : ok(address)
}

const insertFeed = prepared((db) =>
  db.$client.prepare<{ id: string; businessId: string; listingId: string; name: string; address: string; now: number }>(
    `INSERT INTO channel_feeds (id, business_id, listing_id, name, address, made_at, due_at) VALUES (@id, @businessId, @listingId, @name, @address, @now, @now)`,
  ),
)

const updateFeed = prepared((db) =>
  db.$client.prepare<{ id: string; name: string; address: string; moved: 0 | 1; now: number }>(
    `UPDATE channel_feeds SET name = @name, address = @address, etag = iif(@moved, NULL, etag), last_modified = iif(@moved, NULL, last_modified),
       due_at = iif(@moved AND paused_at IS NULL, @now, due_at) WHERE id = @id`,
  ),
)

const pauseRow = prepared((db) =>
  db.$client.prepare<{ id: string; pausedAt: number | null; dueAt: number | null }>('UPDATE channel_feeds SET paused_at = @pausedAt, due_at = @dueAt WHERE id = @id'),
)

const dueNow = prepared((db) => db.$client.prepare<{ id: string; now: number }>('UPDATE channel_feeds SET due_at = @now WHERE id = @id'))

const removeRow = prepared((db) => db.$client.prepare<{ id: string; now: number }>('UPDATE channel_feeds SET removed_at = @now, due_at = NULL WHERE id = @id'))
