import type { Db } from '~/platform/database.server'
import { blocksBetween } from '../allocation/index.server'
import { blockFace, entryFace, isLong, type Face, type Looking } from './calendar-faces.server'
import { importedFaces } from './calendar-imported.server'
import { sessionFaces } from './calendar-sessions.server'
import { entriesByIds, firstEntries, longSpans, mostCounted } from './calendar.server'
import { dayAt, daysTaken, daysTouched, type DaySheet } from './model/day-sheet'
import { layBars, type LaidDays } from './model/month-layout'

/** The first of what begins on a day, and how much there is; `atLeast`: so much or more. */
export interface DayOfSheet {
  readonly faces: readonly Face[]
  readonly count: number
  readonly atLeast: boolean
}

export interface LaidSheet {
  readonly laid: LaidDays
  /** What the bars say, by their keys. */
  readonly bars: ReadonlyMap<string, Face>
  /** Of each day, what lasts for less than a day. */
  readonly days: readonly DayOfSheet[]
}

export interface SheetRoom {
  readonly lanes: number
  /** Of each day. */
  readonly entries: number
  /** Whether what lasts for days stands on the day on which it ends by noon too. */
  readonly departures?: boolean
}

/** So many of what lasts for days are given lanes: far more than a sheet has room for. */
const mostLong = 3000

/**
 * What stands on the days of a sheet: bars in so many lanes, and of each day the first entries beside them, with how much there is in all. Of
 * what is not shown nothing is read but its time.
 */
export function laySheet(db: Db, looking: Looking, sheet: DaySheet, { lanes, entries, departures = false }: SheetRoom): LaidSheet {
  const { ctx, narrowed, resourceId } = looking
  const { start, end } = sheet.range
  const blocks = blocksBetween(db, ctx.businessId, start, end).filter((block) => resourceId === null || block.resourceId === resourceId)
  const others: Face[] = [...blocks.map((block) => blockFace(looking, block)), ...sessionFaces(db, looking, start, end), ...importedFaces(db, looking, sheet.range)]
  const whole = new Map(others.filter(isLong).map((face) => [face.key, face]))
  const long = [...longSpans(db, ctx.businessId, start, end, narrowed, mostLong).map(({ itemId, ...span }) => ({ key: itemId, ...span })), ...whole.values()]
  const laid = layBars(long.map((span) => ({ key: span.key, ...(departures ? daysTouched : daysTaken)(sheet, span) })), sheet.dates.length, lanes)
  const shown = [...new Set(laid.bars.map(({ key }) => key))].filter((key) => !whole.has(key))
  for (const entry of entriesByIds(db, ctx.businessId, shown)) whole.set(entry.itemId, entryFace(looking, entry))
  return { laid, bars: whole, days: daysOf(db, looking, sheet, others.filter((face) => !isLong(face)), entries) }
}

function daysOf(db: Db, looking: Looking, sheet: DaySheet, others: readonly Face[], most: number): DayOfSheet[] {
  const days = sheet.dates.map((_, at) => dayAt(sheet, at))
  return firstEntries(db, looking.ctx.businessId, days, looking.narrowed, most).map(({ entries, count }, at) => {
    const day = dayAt(sheet, at)
    const beside = others.filter(({ startsAt }) => startsAt >= day.start && startsAt < day.end)
    const faces = [...entries.map((entry) => entryFace(looking, entry)), ...beside].sort((a, b) => a.startsAt - b.startsAt)
    return { faces: faces.slice(0, most), count: count + beside.length, atLeast: count >= mostCounted }
  })
}
