import type { BusinessCtx } from '~/kernel/ctx'
import { ok, refuse, type Result } from '~/kernel/result'
import { addDays, localDateOf, type LocalDate } from '~/kernel/time'
import { record } from '~/platform/audit.server'
import { transact } from '~/platform/database.server'
import { occurrences, parseRule, partsOfWall, ruleText, type Occurrence, type Recurrence } from '../schedules/index.server'
import type { SeriesDraft, SettingTerms } from './draft'
import { checkDraft, makeSession, type CheckedDraft } from './make-session.server'
import { offDates } from './off-hours.server'
import type { CreateSeriesRefusal, TakenDate } from './refusals'
import { insertSeries, type Series, type Session } from './rows.server'

export interface MadeSeries {
  readonly series: Series
  readonly sessions: readonly Session[]
}

/** How many sessions a series makes at once, and how far ahead of now it makes them. */
export const mostAtOnce = 400
export const daysAhead = 366

/**
 * Gives a listing dates by a rule: those of the next twelve months now, all or none, and the others as time goes on. Dates on which guide or
 * rooms are taken, or that lie outside of the guide's hours, are told, and left out where `skip` names them. Dates that have passed are not made.
 */
export function createSeries(ctx: BusinessCtx, seriesDraft: SeriesDraft, { anyHours = false }: SettingTerms = {}): Result<MadeSeries, CreateSeriesRefusal> {
  return transact((db): Result<MadeSeries, CreateSeriesRefusal> => {
    const { rule: text, skip, ...draft } = seriesDraft
    const rule = parseRule(text)
    if (!rule) return refuse({ kind: 'not-a-rule' })
    const checked = checkDraft(db, ctx, draft)
    if (!checked.ok) return checked
    const { store, listing } = checked.value
    const madeUntil = horizonOf(ctx, store.timeZone, partsOfWall(draft.start).date)
    const series: Series = {
      id: ctx.newId(), businessId: ctx.businessId, listingId: listing.id, rule: ruleText(rule), localStart: draft.start, timeZone: store.timeZone,
      durationMinutes: draft.durationMinutes, exceptions: [...new Set(skip)].sort(), draft: termsOf(checked.value), madeUntil, endedAt: null,
    }
    const dates = datesOf(series, partsOfWall(draft.start).date, madeUntil).filter(({ at }) => at > ctx.now)
    if (dates.length === 0) return refuse({ kind: 'no-dates' })
    if (dates.length > mostAtOnce) return refuse({ kind: 'too-many-dates', most: mostAtOnce })
    insertSeries(db, { ...series, endedAt: hasEnded(series, madeUntil) ? ctx.now : null }, ctx.now)
    const { made, taken } = makeDates(ctx, checked.value, series.id, dates)
    if (taken.length > 0) return refuse({ kind: 'taken', dates: taken, free: [] })
    const off = anyHours ? [] : offDates(db, ctx, made)
    if (off.length > 0) return refuse({ kind: 'off-hours', dates: off })
    record(db, ctx, { businessId: ctx.businessId, action: 'sessions.series.create', subject: series.id, changes: { rule: series.rule, sessions: made.length } })
    return ok({ series, sessions: made })
  })
}

/** Makes sessions on these dates, as many as can be had; the others are told. */
export function makeDates(ctx: BusinessCtx, checked: CheckedDraft, seriesId: string, dates: readonly Occurrence[]): { made: Session[]; taken: TakenDate[] } {
  const made: Session[] = []
  const taken: TakenDate[] = []
  for (const date of dates) {
    const one = makeSession(ctx, checked, date, { id: seriesId, date: partsOfWall(date.wall).date })
    if (one.ok) made.push(one.value)
    else taken.push(one.refusal)
  }
  return { made, taken }
}

/** The dates of a series between two of them, both included, of which one more than may be made at once at most. */
export function datesOf(series: Omit<Recurrence, 'start' | 'zone' | 'additions'> & { readonly localStart: string; readonly timeZone: string }, from: LocalDate, to: LocalDate): Occurrence[] {
  const { rule, localStart, timeZone, exceptions } = series
  return occurrences({ rule, start: localStart, zone: timeZone, exceptions, additions: [] }, { from, to, atMost: mostAtOnce + 1 })
}

/** Whether no date of a series lies behind one: none within two years, so that rules by the year go on. */
export function hasEnded(series: Parameters<typeof datesOf>[0], date: LocalDate): boolean {
  return datesOf(series, addDays(date, 1), addDays(date, 2 * daysAhead)).length === 0
}

/** Up to when dates are made: twelve months from now, or from the first date where that lies further ahead. */
function horizonOf(ctx: BusinessCtx, zone: string, first: LocalDate): LocalDate {
  const today = localDateOf(ctx.now, zone)
  return addDays(first > today ? first : today, daysAhead)
}

function termsOf({ draft, store }: CheckedDraft): Series['draft'] {
  const { title, capacity, priceMinor, staffId, placeIds, prepareMinutes, clearMinutes, minPeople, decideBeforeMinutes } = draft
  return { title, capacity, priceMinor, staffId, placeIds, prepareMinutes, clearMinutes, minPeople, decideBeforeMinutes, storeId: store.id }
}
