import type { BusinessCtx, BusinessFacts } from '~/kernel/ctx'
import { ok, refuse, type Result } from '~/kernel/result'
import { record } from '~/platform/audit.server'
import { prepared, transact, type Db } from '~/platform/database.server'
import { env } from '~/platform/env.server'
import { hashToken, newToken } from '~/platform/signing.server'
import { businessFacts } from '../businesses/index.server'
import { exchangedListing } from './exchanged.server'
import { feedById } from './feeds.server'

/** An address at which others read when a listing is taken. The address itself is not kept. */
export interface OutwardAddress {
  readonly id: string
  readonly listingId: string
  readonly name: string
  /** Whose own entries are left out; null: nobody's. */
  readonly feedId: string | null
  readonly madeAt: number
}

export interface AddressDetails {
  readonly name: string
  readonly feedId: string | null
}

export type AddressRefusal = 'not-exchanged' | 'unknown-feed' | 'too-many'

/** More readers than one listing has. */
export const mostAddresses = 30

/** Makes a secret address for a listing and answers it: it is never shown again, since only its hash is kept. */
export function makeAddress(ctx: BusinessCtx, listingId: string, { name, feedId }: AddressDetails): Result<string, AddressRefusal> {
  return transact((db) => {
    if (!exchangedListing(db, ctx.businessId, listingId)) return refuse('not-exchanged' as const)
    if (feedId !== null && feedById(db, ctx.businessId, feedId)?.listingId !== listingId) return refuse('unknown-feed' as const)
    if (addressesOfListing(db, ctx.businessId, listingId).length >= mostAddresses) return refuse('too-many' as const)
    const [id, token] = [ctx.newId(), newToken()]
    insertAddress(db).run({ id, businessId: ctx.businessId, listingId, name, feedId, tokenHash: hashToken(token), madeAt: ctx.now })
    record(db, ctx, { businessId: ctx.businessId, action: 'channels.address.create', subject: id, changes: { listingId, name, feedId } })
    return ok(`${env().APP_URL}/feeds/channel.ics?token=${token}`)
  })
}

/** Revokes an address: whoever asks there finds nothing from now on. */
export function revokeAddress(ctx: BusinessCtx, addressId: string): Result<null, 'unknown-address'> {
  return transact((db) => {
    if (!addressById(db, ctx.businessId, addressId)) return refuse('unknown-address' as const)
    revokeRow(db).run({ id: addressId, now: ctx.now })
    record(db, ctx, { businessId: ctx.businessId, action: 'channels.address.revoke', subject: addressId })
    return ok(null)
  })
}

/** An address of this business that is not revoked; null for another's. */
export function addressById(db: Db, businessId: string, addressId: string): OutwardAddress | null {
  return oneAddress(db).get({ businessId, addressId }) ?? null
}

/** The addresses of a listing that are not revoked, in the order in which they were made. */
export function addressesOfListing(db: Db, businessId: string, listingId: string): OutwardAddress[] {
  return listingAddresses(db).all({ businessId, listingId })
}

/** How many addresses each listing of a business has. */
export function addressCounts(db: Db, businessId: string): Map<string, number> {
  return new Map(countRows(db).all({ businessId }).map(({ listingId, count }) => [listingId, count]))
}

/** What the token of an address opens; null where it never was, or is revoked. */
export function openAddress(db: Db, token: string): { readonly business: BusinessFacts; readonly address: OutwardAddress } | null {
  const row = byToken(db).get({ tokenHash: hashToken(token) })
  const business = row ? businessFacts(db, row.businessId) : null
  return row && business ? { business, address: row } : null
}

const columns = 'id, listing_id AS listingId, name, feed_id AS feedId, made_at AS madeAt'

const oneAddress = prepared((db) =>
  db.$client.prepare<{ businessId: string; addressId: string }, OutwardAddress>(
    `SELECT ${columns} FROM channel_addresses WHERE id = @addressId AND business_id = @businessId AND revoked_at IS NULL`,
  ),
)

const listingAddresses = prepared((db) =>
  db.$client.prepare<{ businessId: string; listingId: string }, OutwardAddress>(
    `SELECT ${columns} FROM channel_addresses WHERE business_id = @businessId AND listing_id = @listingId AND revoked_at IS NULL ORDER BY made_at, id`,
  ),
)

const countRows = prepared((db) =>
  db.$client.prepare<{ businessId: string }, { listingId: string; count: number }>(
    'SELECT listing_id AS listingId, count(*) AS count FROM channel_addresses WHERE business_id = @businessId AND revoked_at IS NULL GROUP BY listing_id',
  ),
)

const byToken = prepared((db) =>
  db.$client.prepare<{ tokenHash: string }, OutwardAddress & { businessId: string }>(
    `SELECT ${columns}, business_id AS businessId FROM channel_addresses WHERE token_hash = @tokenHash AND revoked_at IS NULL`,
  ),
)

const insertAddress = prepared((db) =>
  db.$client.prepare<{ id: string; businessId: string; listingId: string; name: string; feedId: string | null; tokenHash: string; madeAt: number }>(
    `INSERT INTO channel_addresses (id, business_id, listing_id, name, feed_id, token_hash, made_at)
     VALUES (@id, @businessId, @listingId, @name, @feedId, @tokenHash, @madeAt)`,
  ),
)

const revokeRow = prepared((db) => db.$client.prepare<{ id: string; now: number }>('UPDATE channel_addresses SET revoked_at = @now WHERE id = @id'))
