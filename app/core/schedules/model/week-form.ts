import { formatTime, parseTime } from '~/kernel/time'
import type { WeeklyHours } from './week-hours'

/** How many stretches a day's hours may have in a form. */
export const mostStretches = 4

export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const

export type Edge = 'from' | 'to'

/** What is wrong with one stretch of a day as typed. */
export type StretchProblem = 'no-time' | 'missing' | 'empty' | 'overlap'

/** The name of one time in the form of a week: `day1from2` is when Monday opens again. */
export function edgeName(weekday: number, stretch: number, edge: Edge): string {
  return `day${weekday}${edge}${stretch}`
}

/** Every name that the form of a week may have. */
export function edgeNames(): string[] {
  const stretches = Array.from({ length: mostStretches }, (_, index) => index + 1)
  return weekdays.flatMap((weekday) => stretches.flatMap((stretch) => [edgeName(weekday, stretch, 'from'), edgeName(weekday, stretch, 'to')]))
}

/**
 * The hours that a form of a week says. An end that is not after its start lies on the next morning (23:00–03:00; 00:00–00:00 is the
 * whole day). Calls `wrong` with the name of each time that cannot be: not a time, one of a pair without the other, no time at all
 * between them, or a start before the stretch above has ended.
 */
export function readWeek(values: Readonly<Record<string, string | undefined>>, wrong: (name: string, problem: StretchProblem) => void): WeeklyHours[] {
  return weekdays.flatMap((weekday) => readDay(weekday, values, wrong))
}

/** The form of a week for hours that stand; `formatTime` says which. */
export function weekValues(rows: readonly WeeklyHours[]): Record<string, string> {
  const values: Record<string, string> = {}
  for (const weekday of weekdays) {
    const day = rows.filter((row) => row.weekday === weekday)
    day.slice(0, mostStretches).forEach(({ from, to }, index) => {
      values[edgeName(weekday, index + 1, 'from')] = formatTime(from)
      values[edgeName(weekday, index + 1, 'to')] = formatTime(to)
    })
  }
  return values
}

/** How many stretches the fullest day has; the form shows at least two. */
export function stretchesShown(names: readonly string[]): number {
  const used = names.map((name) => Number(/^day\d(?:from|to)(\d)$/.exec(name)?.[1] ?? 0))
  return Math.min(Math.max(2, ...used), mostStretches)
}

function readDay(weekday: number, values: Readonly<Record<string, string | undefined>>, wrong: (name: string, problem: StretchProblem) => void): WeeklyHours[] {
  const rows: WeeklyHours[] = []
  for (let stretch = 1; stretch <= mostStretches; stretch += 1) {
    const names = { from: edgeName(weekday, stretch, 'from'), to: edgeName(weekday, stretch, 'to') }
    const found = readStretch({ from: values[names.from], to: values[names.to] })
    if (found === null) continue
    if ('problem' in found) {
      wrong(names[found.edge], found.problem)
      continue
    }
    if (found.from < (rows.at(-1)?.to ?? 0)) wrong(names.from, 'overlap')
    rows.push({ weekday, ...found })
  }
  return rows
}

/** One pair of times as typed: its minutes, what is wrong with it, or null where it is left empty. */
export function readStretch(typed: Readonly<Record<Edge, string | undefined>>): { from: number; to: number } | { edge: Edge; problem: StretchProblem } | null {
  const [fromText, toText] = [typed.from?.trim(), typed.to?.trim()]
  if (!fromText && !toText) return null
  if (!fromText) return { edge: 'from', problem: 'missing' }
  if (!toText) return { edge: 'to', problem: 'missing' }
  const from = parseTime(fromText)
  const to = parseTime(toText)
  if (from === null || from === 1440) return { edge: 'from', problem: 'no-time' }
  if (to === null) return { edge: 'to', problem: 'no-time' }
  if (from === to && from !== 0) return { edge: 'to', problem: 'empty' }
  return { from, to: to <= from ? to + 1440 : to }
}
