import type { BusinessCtx, BusinessFacts, Membership } from '~/kernel/ctx'
import { ok, refuse, type Result } from '~/kernel/result'
import { record } from '~/platform/audit.server'
import { prepared, transact, type Db } from '~/platform/database.server'
import { env } from '~/platform/env.server'
import { hashToken, newToken } from '~/platform/signing.server'
import { businessFacts, membership } from '../businesses/index.server'

/** `own`: the member's diary; `all`: every booking of the business. */
export type FeedScope = 'own' | 'all'

/** An address that a member made and did not revoke. The address itself is not kept. */
export interface MadeFeed {
  readonly id: string
  readonly scope: FeedScope
  readonly madeAt: number
}

/** What an address opens: the calendar of a business, or of one of its people. */
export interface OpenFeed {
  readonly id: string
  readonly business: BusinessFacts
  readonly userId: string
  /** Whose diary; null: everybody's. */
  readonly staffId: string | null
}

export type FeedRefusal = 'not-theirs' | 'no-diary'

/**
 * Makes a secret address at which a calendar program reads bookings, and answers it: it is never shown again, since only its hash is
 * kept. One address of a kind works at a time; an earlier one is revoked.
 */
export function makeFeed(ctx: BusinessCtx, scope: FeedScope): Result<string, FeedRefusal> {
  return transact((db) => {
    const { member, userId } = memberOf(ctx)
    if (!feedScopesFor(member).includes(scope)) return refuse(scope === 'own' ? ('no-diary' as const) : ('not-theirs' as const))

    const earlier = madeFeeds(db, ctx).find((feed) => feed.scope === scope)
    if (earlier) revoke(db, ctx, earlier)
    const [id, token] = [ctx.newId(), newToken()]
    insertFeed(db).run({ id, businessId: ctx.businessId, userId, memberId: member.id, scope, tokenHash: hashToken(token), madeAt: ctx.now })
    record(db, ctx, { businessId: ctx.businessId, action: 'bookings.feed.create', subject: id, changes: { scope } })
    return ok(`${env().APP_URL}/feeds/calendar.ics?token=${token}`)
  })
}

/** Revokes an address that this member made: whoever asks there finds nothing from now on. */
export function revokeFeed(ctx: BusinessCtx, feedId: string): Result<null, 'unknown-feed'> {
  return transact((db) => {
    const feed = madeFeeds(db, ctx).find(({ id }) => id === feedId)
    if (!feed) return refuse('unknown-feed' as const)
    revoke(db, ctx, feed)
    return ok(null)
  })
}

/** The addresses of this member that are not revoked. */
export function madeFeeds(db: Db, ctx: BusinessCtx): MadeFeed[] {
  return feedsOfMember(db).all({ businessId: ctx.businessId, memberId: memberOf(ctx).member.id })
}

/** What a member can subscribe to: their own diary where they have one, and that of the business where they may read it. */
export function feedScopesFor(member: Membership): FeedScope[] {
  if (!member.may('bookings.read')) return []
  return [...(member.staffId === null ? [] : (['own'] as const)), ...(member.may('bookings.read-all') ? (['all'] as const) : [])]
}

/** What the token of an address opens now; null where it never was, is revoked, or whoever made it has left or may no longer read it. */
export function openFeed(db: Db, token: string): OpenFeed | null {
  const row = feedByToken(db).get({ tokenHash: hashToken(token) })
  const business = row && businessFacts(db, row.businessId)
  const member = row && membership(db, row.businessId, row.userId)
  // Whoever left and came back has another membership, and makes another address.
  if (!row || !business || member?.id !== row.memberId || !feedScopesFor(member).includes(row.scope)) return null
  return { id: row.id, business, userId: row.userId, staffId: row.scope === 'own' ? member.staffId : null }
}

function memberOf({ member, actor }: BusinessCtx): { member: Membership; userId: string } {
  if (!member || actor.kind !== 'user') throw new Error('Only a member subscribes')
  return { member, userId: actor.id }
}

function revoke(db: Db, ctx: BusinessCtx, { id, scope }: MadeFeed): void {
  revokeRow(db).run({ businessId: ctx.businessId, id, now: ctx.now })
  record(db, ctx, { businessId: ctx.businessId, action: 'bookings.feed.revoke', subject: id, changes: { scope } })
}

interface FeedRow {
  readonly id: string
  readonly businessId: string
  readonly userId: string
  readonly memberId: string
  readonly scope: FeedScope
}

const feedsOfMember = prepared((db) =>
  db.$client.prepare<{ businessId: string; memberId: string }, MadeFeed>(
    'SELECT id, scope, made_at AS madeAt FROM calendar_feeds WHERE business_id = @businessId AND member_id = @memberId AND revoked_at IS NULL',
  ),
)

const feedByToken = prepared((db) =>
  db.$client.prepare<{ tokenHash: string }, FeedRow>(
    `SELECT id, business_id AS businessId, user_id AS userId, member_id AS memberId, scope
     FROM calendar_feeds WHERE token_hash = @tokenHash AND revoked_at IS NULL`,
  ),
)

const insertFeed = prepared((db) =>
  db.$client.prepare<FeedRow & { tokenHash: string; madeAt: number }>(
    `INSERT INTO calendar_feeds (id, business_id, user_id, member_id, scope, token_hash, made_at)
     VALUES (@id, @businessId, @userId, @memberId, @scope, @tokenHash, @madeAt)`,
  ),
)

const revokeRow = prepared((db) =>
  db.$client.prepare<{ businessId: string; id: string; now: number }>('UPDATE calendar_feeds SET revoked_at = @now WHERE id = @id AND business_id = @businessId'),
)
