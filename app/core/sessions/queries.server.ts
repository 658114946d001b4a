import type { BusinessCtx } from '~/kernel/ctx'
import { prepared, type Db } from '~/platform/database.server'
import { leftIn, poolsOf } from '../allocation/index.server'
import { longestSessionMinutes } from './draft'
import { sessionColumns, type Session } from './rows.server'
import type { SessionStatus } from './model/states'

/** The places of a session, as they stand. */
export interface Places {
  /** Null: as many as come. */
  readonly capacity: number | null
  /** Booked or held. */
  readonly taken: number
  /** Of those: not paid yet, and free again if they are not. */
  readonly held: number
  /** Null: as many as come. */
  readonly left: number | null
}

/** A session of this business; null for anybody else's. */
export function sessionById(db: Db, businessId: string, sessionId: string): Session | null {
  return oneSession(db).get({ businessId, sessionId }) ?? null
}

/** Sessions of this business by their ids, in no order; others are left out. */
export function sessionsByIds(db: Db, businessId: string, ids: readonly string[]): Session[] {
  return ids.length === 0 ? [] : byIds(db).all({ businessId, ids: JSON.stringify(ids) })
}

/** The places of sessions, by the sessions' ids: two reads, however many they are and whatever was sold. */
export function placesIn(db: Db, businessId: string, sessions: readonly Pick<Session, 'id' | 'poolId'>[], now: number): Map<string, Places> {
  const pools = poolsOf(db, businessId, sessions.map(({ poolId }) => poolId), now)
  return new Map(
    sessions.map(({ id, poolId }) => {
      const pool = pools.get(poolId) ?? { id: poolId, capacity: 0, taken: 0, held: 0 }
      return [id, { capacity: pool.capacity, taken: pool.taken, held: pool.held, left: leftIn(pool) }]
    }),
  )
}

/** The places of one session. */
export function placesOfSession(db: Db, businessId: string, session: Pick<Session, 'id' | 'poolId'>, now: number): Places {
  return placesIn(db, businessId, [session], now).get(session.id) ?? { capacity: 0, taken: 0, held: 0, left: 0 }
}

export interface SessionFilters {
  readonly listingId?: string | null
  readonly domain?: string | null
  readonly storeId?: string | null
  readonly staffId?: string | null
  readonly statuses?: readonly SessionStatus[]
}

/** The sessions of a business that touch `[from, to)`, by start; the first `atMost` of them. */
export function sessionsBetween(db: Db, businessId: string, from: number, to: number, filters: SessionFilters = {}, atMost = 1000): Session[] {
  const { listingId = null, domain = null, storeId = null, staffId = null, statuses } = filters
  // Nothing lasts longer than this, so whatever is on at `from` began no earlier.
  const earliest = from - longestSessionMinutes * 60_000
  return between(db).all({ businessId, from, to, earliest, listingId, domain, storeId, staffId, statuses: statuses ? JSON.stringify(statuses) : null, atMost })
}

export interface SessionCursor {
  readonly startsAt: number
  readonly id: string
}

/** The sessions of a listing from an instant on (or up to it, the latest first), a page of them; `after` is the last of the page before. */
export function sessionsOf(db: Db, businessId: string, listingId: string, page: SessionsPage): { readonly sessions: readonly Session[]; readonly next: SessionCursor | null } {
  const { from, after = null, statuses = null, order = 'ahead', size = 30 } = page
  const query = { businessId, listingId, from, startsAt: after?.startsAt ?? from, id: after?.id ?? '', statuses: statuses ? JSON.stringify(statuses) : null, size: size + 1 }
  const rows = (order === 'ahead' ? ahead(db) : back(db)).all(query)
  const last = rows.length > size ? rows[size - 1] : undefined
  return { sessions: rows.slice(0, size), next: last ? { startsAt: last.startsAt, id: last.id } : null }
}

export interface SessionsPage {
  readonly from: number
  readonly after?: SessionCursor | null
  readonly statuses?: readonly SessionStatus[] | null
  /** `ahead`: from then on. `back`: before then, the latest first. */
  readonly order?: 'ahead' | 'back'
  readonly size?: number
}

/** Live sessions of a listing around an instant that have room for so many, the nearest first; those that began are left out. */
export function sessionsWithRoom(db: Db, ctx: Pick<BusinessCtx, 'businessId' | 'now'>, listingId: string, wanted: { readonly near: number; readonly places: number; readonly atMost: number; readonly except?: string }): Session[] {
  const live = { statuses: liveStatuses, size: 40 }
  const candidates = [
    ...sessionsOf(db, ctx.businessId, listingId, { ...live, from: Math.max(wanted.near, ctx.now + 1) }).sessions,
    ...(wanted.near > ctx.now ? sessionsOf(db, ctx.businessId, listingId, { ...live, from: wanted.near, order: 'back' }).sessions : []),
  ].filter(({ id, startsAt }) => startsAt > ctx.now && id !== wanted.except)
  const places = placesIn(db, ctx.businessId, candidates, ctx.now)
  return candidates
    .filter(({ id }) => (places.get(id)?.left ?? Infinity) >= wanted.places)
    .sort((a, b) => Math.abs(a.startsAt - wanted.near) - Math.abs(b.startsAt - wanted.near) || a.startsAt - b.startsAt)
    .slice(0, wanted.atMost)
}

/** Sessions of a series from one of its dates on, by that date. */
export function sessionsOfSeries(db: Db, businessId: string, seriesId: string, fromDate: string): Session[] {
  return inSeries(db).all({ businessId, seriesId, fromDate })
}

const liveStatuses: readonly SessionStatus[] = ['scheduled', 'confirmed']

const oneSession = prepared((db) =>
  db.$client.prepare<{ businessId: string; sessionId: string }, Session>(`SELECT ${sessionColumns} FROM listing_sessions WHERE id = @sessionId AND business_id = @businessId`),
)

const byIds = prepared((db) =>
  db.$client.prepare<{ businessId: string; ids: string }, Session>(`SELECT ${sessionColumns} FROM listing_sessions WHERE id IN (SELECT value FROM json_each(@ids)) AND business_id = @businessId`),
)

interface Between {
  readonly businessId: string
  readonly from: number
  readonly to: number
  readonly earliest: number
  readonly listingId: string | null
  readonly domain: string | null
  readonly storeId: string | null
  readonly staffId: string | null
  readonly statuses: string | null
  readonly atMost: number
}

const between = prepared((db) =>
  db.$client.prepare<Between, Session>(
    `SELECT ${sessionColumns} FROM listing_sessions
     WHERE business_id = @businessId AND starts_at > @earliest AND starts_at < @to AND ends_at > @from
       AND (@listingId IS NULL OR +listing_id = @listingId) AND (@domain IS NULL OR domain = @domain) AND (@storeId IS NULL OR store_id = @storeId)
       AND (@staffId IS NULL OR staff_id = @staffId) AND (@statuses IS NULL OR status IN (SELECT value FROM json_each(@statuses)))
     ORDER BY starts_at, id LIMIT @atMost`,
  ),
)

interface OfListing {
  readonly businessId: string
  readonly listingId: string
  readonly from: number
  readonly startsAt: number
  readonly id: string
  readonly statuses: string | null
  readonly size: number
}

const ahead = prepared((db) =>
  db.$client.prepare<OfListing, Session>(
    `SELECT ${sessionColumns} FROM listing_sessions
     WHERE listing_id = @listingId AND +business_id = @businessId AND starts_at >= @startsAt AND (starts_at > @startsAt OR id > @id)
       AND (@statuses IS NULL OR status IN (SELECT value FROM json_each(@statuses)))
     ORDER BY starts_at, id LIMIT @size`,
  ),
)

const back = prepared((db) =>
  db.$client.prepare<OfListing, Session>(
    `SELECT ${sessionColumns} FROM listing_sessions
     WHERE listing_id = @listingId AND +business_id = @businessId AND starts_at < @from AND starts_at <= @startsAt AND (starts_at < @startsAt OR id < @id)
       AND (@statuses IS NULL OR status IN (SELECT value FROM json_each(@statuses)))
     ORDER BY starts_at DESC, id DESC LIMIT @size`,
  ),
)

const inSeries = prepared((db) =>
  db.$client.prepare<{ businessId: string; seriesId: string; fromDate: string }, Session>(
    `SELECT ${sessionColumns} FROM listing_sessions WHERE series_id = @seriesId AND series_date >= @fromDate AND +business_id = @businessId ORDER BY series_date`,
  ),
)
