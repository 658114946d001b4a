import type { BusinessCtx } from '~/kernel/ctx'
import { addDays, localDateOf, type LocalDate } from '~/kernel/time'
import { record } from '~/platform/audit.server'
import { prepared, read, transact, type Db } from '~/platform/database.server'
import { announce } from '~/platform/outbox/announce.server'
import { jobCtx } from '../businesses/index.server'
import { partsOfWall } from '../schedules/index.server'
import { datesOf, daysAhead, hasEnded, makeDates, mostAtOnce } from './create-series.server'
import type { SessionDraft } from './draft'
import { seriesLeftOut } from './events'
import { checkDraft } from './make-session.server'
import { seriesById, updateSeries, type Series } from './rows.server'

/** Makes the next dates of series that reach less than twelve months ahead, one series in a transaction. Answers how many series went on. */
export function extendSeries({ now, atMost }: { readonly now: number; readonly atMost: number }): number {
  const horizon = addDays(localDateOf(now, 'UTC'), daysAhead)
  const due = read((db) => dueSeries(db).all({ horizon, atMost }))
  for (const { id, businessId } of due) transact((db) => extendOne(db, jobCtx(db, 'extend-series', now, businessId), id, horizon))
  return due.length
}

function extendOne(db: Db, ctx: BusinessCtx, seriesId: string, horizon: LocalDate): void {
  const series = seriesById(db, ctx.businessId, seriesId)
  if (!series || series.endedAt !== null) return
  const dates = datesOf(series, addDays(series.madeUntil, 1), horizon).filter(({ at }) => at > ctx.now)
  const checked = checkDraft(db, ctx, draftOf(series))
  // A listing that is gone, a guide who has left: the series cannot go on as it was.
  if (!checked.ok) return updateSeries(db, { ...series, endedAt: ctx.now })
  const { made, taken } = makeDates(ctx, checked.value, series.id, dates.slice(0, mostAtOnce))
  const lastDate = dates.length > mostAtOnce ? partsOfWall(dates[mostAtOnce - 1]?.wall ?? series.localStart).date : horizon
  updateSeries(db, { ...series, madeUntil: lastDate, exceptions: [...series.exceptions, ...taken.map(({ date }) => date)], endedAt: hasEnded(series, horizon) ? ctx.now : null })
  record(db, ctx, { businessId: ctx.businessId, action: 'sessions.series.extend', subject: series.id, changes: { until: lastDate, sessions: made.length } })
  if (taken.length === 0) return
  const payload = { seriesId: series.id, listingId: series.listingId, domain: checked.value.listing.domain, dates: taken.map(({ date }) => date) }
  announce(db, ctx, seriesLeftOut, { businessId: ctx.businessId, storeId: series.draft.storeId, subject: series.id, payload })
}

/** What a series makes its next session of. */
export function draftOf({ listingId, localStart, durationMinutes, draft }: Series): SessionDraft {
  return { ...draft, listingId, start: localStart, durationMinutes }
}

const dueSeries = prepared((db) =>
  db.$client.prepare<{ horizon: string; atMost: number }, { id: string; businessId: string }>(
    'SELECT id, business_id AS businessId FROM session_series WHERE ended_at IS NULL AND made_until < @horizon ORDER BY made_until LIMIT @atMost',
  ),
)
