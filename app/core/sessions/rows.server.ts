import { prepared, type Db } from '~/platform/database.server'
import type { LocalDate } from '~/kernel/time'
import type { WallTime } from '../schedules/index.server'
import type { SessionTerms } from './draft'
import type { SessionStatus } from './model/states'

/** A dated date of a listing. Its wall time is what was meant; the instants follow from it. */
export interface Session {
  readonly id: string
  readonly businessId: string
  readonly storeId: string
  readonly listingId: string
  readonly domain: string
  readonly seriesId: string | null
  /** The local date on which its series put it. */
  readonly seriesDate: LocalDate | null
  readonly title: string | null
  readonly localStart: WallTime
  readonly timeZone: string
  readonly startsAt: number
  readonly endsAt: number
  readonly status: SessionStatus
  readonly poolId: string
  readonly priceMinor: number | null
  readonly staffId: string | null
  readonly prepareMinutes: number
  readonly clearMinutes: number
  readonly minPeople: number | null
  readonly decideBy: number | null
  readonly askedAt: number | null
  readonly reason: string | null
  readonly sequence: number
}

export interface Series {
  readonly id: string
  readonly businessId: string
  readonly listingId: string
  readonly rule: string
  readonly localStart: WallTime
  readonly timeZone: string
  readonly durationMinutes: number
  readonly exceptions: readonly LocalDate[]
  readonly draft: SeriesTerms
  readonly madeUntil: LocalDate
  readonly endedAt: number | null
}

/** What each session of a series begins with. */
export interface SeriesTerms extends SessionTerms {
  readonly storeId: string
}

export const sessionColumns = `id, business_id AS businessId, store_id AS storeId, listing_id AS listingId, domain, series_id AS seriesId, series_date AS seriesDate, title,
  local_start AS localStart, time_zone AS timeZone, starts_at AS startsAt, ends_at AS endsAt, status, pool_id AS poolId, price_minor AS priceMinor, staff_id AS staffId,
  prepare_minutes AS prepareMinutes, clear_minutes AS clearMinutes, min_people AS minPeople, decide_by AS decideBy, asked_at AS askedAt, reason, sequence`

/** Writes a new session and the rooms that it takes. */
export function insertSession(db: Db, session: Session, placeIds: readonly string[], now: number): void {
  sessionInsert(db).run({ ...session, now })
  replacePlaces(db, session.id, placeIds)
}

/** Writes what a session has become. */
export function updateSession(db: Db, session: Session): void {
  sessionUpdate(db).run(session)
}

/** The rooms that a session takes are these from now on. */
export function replacePlaces(db: Db, sessionId: string, placeIds: readonly string[]): void {
  placesDelete(db).run({ sessionId })
  for (const resourceId of placeIds) placeInsert(db).run({ sessionId, resourceId })
}

/** The rooms that a session takes. */
export function placeIdsOf(db: Db, sessionId: string): string[] {
  return placeRows(db).all({ sessionId }).map(({ resourceId }) => resourceId)
}

export function insertSeries(db: Db, series: Series, now: number): void {
  seriesInsert(db).run({ ...series, ...written(series), now })
}

export function updateSeries(db: Db, series: Series): void {
  seriesUpdate(db).run({ ...series, ...written(series) })
}

/** A series of this business; null for anybody else's. */
export function seriesById(db: Db, businessId: string, seriesId: string): Series | null {
  const row = oneSeries(db).get({ businessId, seriesId })
  return row ? { ...row, exceptions: JSON.parse(row.exceptions) as LocalDate[], draft: JSON.parse(row.draft) as SeriesTerms } : null
}

function written({ exceptions, draft }: Series) {
  return { exceptions: JSON.stringify(exceptions), draft: JSON.stringify(draft) }
}

const sessionInsert = prepared((db) =>
  db.$client.prepare<Session & { now: number }>(
    `INSERT INTO listing_sessions (id, business_id, store_id, listing_id, domain, series_id, series_date, title, local_start, time_zone, starts_at, ends_at, status, pool_id, price_minor,
       staff_id, prepare_minutes, clear_minutes, min_people, decide_by, asked_at, reason, sequence, created_at)
     VALUES (@id, @businessId, @storeId, @listingId, @domain, @seriesId, @seriesDate, @title, @localStart, @timeZone, @startsAt, @endsAt, @status, @poolId, @priceMinor,
       @staffId, @prepareMinutes, @clearMinutes, @minPeople, @decideBy, @askedAt, @reason, @sequence, @now)`,
  ),
)

const sessionUpdate = prepared((db) =>
  db.$client.prepare<Session>(
    `UPDATE listing_sessions SET series_id = @seriesId, series_date = @seriesDate, title = @title, local_start = @localStart, starts_at = @startsAt, ends_at = @endsAt, status = @status,
       price_minor = @priceMinor, staff_id = @staffId, prepare_minutes = @prepareMinutes, clear_minutes = @clearMinutes, min_people = @minPeople, decide_by = @decideBy,
       asked_at = @askedAt, reason = @reason, sequence = @sequence
     WHERE id = @id AND business_id = @businessId`,
  ),
)

const placesDelete = prepared((db) => db.$client.prepare<{ sessionId: string }>('DELETE FROM session_places WHERE session_id = @sessionId'))

const placeInsert = prepared((db) =>
  db.$client.prepare<{ sessionId: string; resourceId: string }>('INSERT INTO session_places (session_id, resource_id) VALUES (@sessionId, @resourceId)'),
)

const placeRows = prepared((db) =>
  db.$client.prepare<{ sessionId: string }, { resourceId: string }>('SELECT resource_id AS resourceId FROM session_places WHERE session_id = @sessionId ORDER BY resource_id'),
)

type WrittenSeries = Omit<Series, 'exceptions' | 'draft'> & { readonly exceptions: string; readonly draft: string }

const seriesInsert = prepared((db) =>
  db.$client.prepare<WrittenSeries & { now: number }>(
    `INSERT INTO session_series (id, business_id, listing_id, rule, local_start, time_zone, duration_minutes, exceptions, draft, made_until, ended_at, created_at)
     VALUES (@id, @businessId, @listingId, @rule, @localStart, @timeZone, @durationMinutes, @exceptions, @draft, @madeUntil, @endedAt, @now)`,
  ),
)

const seriesUpdate = prepared((db) =>
  db.$client.prepare<WrittenSeries>(
    `UPDATE session_series SET rule = @rule, exceptions = @exceptions, draft = @draft, made_until = @madeUntil, ended_at = @endedAt WHERE id = @id AND business_id = @businessId`,
  ),
)

const oneSeries = prepared((db) =>
  db.$client.prepare<{ businessId: string; seriesId: string }, WrittenSeries>(
    `SELECT id, business_id AS businessId, listing_id AS listingId, rule, local_start AS localStart, time_zone AS timeZone, duration_minutes AS durationMinutes, exceptions, draft,
       made_until AS madeUntil, ended_at AS endedAt FROM session_series WHERE id = @seriesId AND business_id = @businessId`,
  ),
)
