import type { BusinessCtx } from '~/kernel/ctx'
import { addDays, daysBetween, formatTime, type LocalDate } from '~/kernel/time'
import type { Db } from '~/platform/database.server'
import { occurrences, parseRule, partsOfWall, ruleText, ruleUntil, type Rule, type WallTime } from '../schedules/index.server'
import { shiftedRule } from './model/shift-rule'
import { insertSeries, seriesById, updateSeries, updateSession, type Series, type SeriesTerms, type Session } from './rows.server'
import { sessionsOfSeries } from './queries.server'

/** What the dates from the cut on are to be. */
export interface Onward {
  /** How many days and minutes of the wall clock later they lie. */
  readonly days: number
  readonly minutes: number
  readonly terms: Partial<SeriesTerms>
}

/**
 * Cuts a series before a session of it: what came before stays as it was, and the session with all that follow goes on as a series of its
 * own. Answers the sessions from the cut on, cancelled ones among them, in their new series. Null where the rule cannot be shifted so.
 */
export function splitSeries(db: Db, ctx: BusinessCtx, session: Session & { seriesId: string; seriesDate: LocalDate }, { minutes, terms, ...shift }: Onward): Session[] | null {
  const old = seriesById(db, ctx.businessId, session.seriesId)
  const rule = old && parseRule(old.rule)
  if (!old || !rule) throw new Error(`No series ${session.seriesId}`)
  const cut = session.seriesDate
  // By the hour of the rule, which a session moved alone may have left: it may pass midnight where that one's does not.
  const total = partsOfWall(old.localStart).minute + minutes
  const days = shift.days + Math.floor(total / 1440)
  const onward = shiftedRule(remaining(old, rule, cut), days)
  if (!onward) return null
  const later = (date: LocalDate) => addDays(date, days)
  const start: WallTime = `${later(cut)}T${formatTime(total)}`
  const series: Series = {
    ...old, id: ctx.newId(), rule: ruleText(onward), localStart: start, exceptions: old.exceptions.filter((date) => date >= cut).map(later), draft: { ...old.draft, ...terms }, madeUntil: later(old.madeUntil),
  }
  insertSeries(db, series, ctx.now)
  endBefore(db, ctx, old, rule, cut)
  return sessionsOfSeries(db, ctx.businessId, old.id, cut).map((one) => {
    const moved = { ...one, seriesId: series.id, seriesDate: later(one.seriesDate ?? cut) }
    updateSession(db, moved)
    return moved
  })
}

/** Ends a series before a date: no more of it are made. */
export function endSeriesBefore(db: Db, ctx: BusinessCtx, seriesId: string, cut: LocalDate): void {
  const series = seriesById(db, ctx.businessId, seriesId)
  const rule = series && parseRule(series.rule)
  if (series && rule) endBefore(db, ctx, series, rule, cut)
}

function endBefore(db: Db, ctx: BusinessCtx, series: Series, rule: Rule, cut: LocalDate): void {
  updateSeries(db, { ...series, rule: ruleText(ruleUntil(rule, addDays(cut, -1))), madeUntil: addDays(cut, -1), endedAt: ctx.now })
}

// A count goes on counting: what came before the cut is taken from it, dates that were left out included.
function remaining({ rule: text, localStart, timeZone }: Series, rule: Rule, cut: LocalDate): Rule {
  if (rule.count === null) return rule
  const { date } = partsOfWall(localStart)
  const before = daysBetween(date, cut) <= 0 ? [] : occurrences({ rule: text, start: localStart, zone: timeZone, exceptions: [], additions: [] }, { from: date, to: addDays(cut, -1), atMost: rule.count })
  return { ...rule, count: Math.max(1, rule.count - before.length) }
}
