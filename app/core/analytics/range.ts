import { addDays, daysBetween, isLocalDate, mondayOf, type LocalDate } from '~/kernel/time'

export const steps = ['day', 'week', 'month', 'year'] as const
export type Step = (typeof steps)[number]

/** Local dates of a business, both included. */
export interface Range {
  readonly from: LocalDate
  readonly to: LocalDate
}

export interface AskedRange extends Range {
  readonly step: Step
}

/** So many bars a picture has at most: a longer range takes a longer step. */
const mostBars = 60
const longestDays = 3660

/** The range that an address asks for, or the four whole weeks before today's. */
export function rangeIn(query: URLSearchParams, today: LocalDate): AskedRange {
  const [first, last] = [query.get('from') ?? '', query.get('to') ?? '']
  const monday = mondayOf(today)
  const known = isLocalDate(first) && isLocalDate(last) && first <= last && daysBetween(first, last) < longestDays
  const range = known ? { from: first, to: last } : { from: addDays(monday, -28), to: addDays(monday, -1) }
  const wanted = steps.find((step) => step === query.get('by')) ?? (known ? 'day' : 'week')
  const step = steps.slice(steps.indexOf(wanted)).find((one) => barsOf(range, one).length <= mostBars) ?? 'year'
  return { ...range, step }
}

/** The range cut at the beginnings of weeks, months or years; the first and the last may be shorter. */
export function barsOf({ from, to }: Range, step: Step): Range[] {
  const bars: Range[] = []
  for (let start = from; start <= to; ) {
    const next = nextOf(start, step)
    bars.push({ from: start, to: next > to ? to : addDays(next, -1) })
    start = next
  }
  return bars
}

/** The range before it, as long: the whole month or year before where it is one. */
export function rangeBefore({ from, to }: Range): Range {
  const end = addDays(from, -1)
  for (const step of ['month', 'year'] as const) {
    if (from === beginOf(from, step) && addDays(to, 1) === nextOf(from, step)) return { from: beginOf(end, step), to: end }
  }
  return { from: addDays(from, -1 - daysBetween(from, to)), to: end }
}

/** Ranges that are often asked for, seen at a date. */
export function commonRanges(today: LocalDate): { readonly weeks: AskedRange; readonly month: AskedRange; readonly year: AskedRange; readonly lastYear: AskedRange } {
  const monday = mondayOf(today)
  const [month, year] = [beginOf(today, 'month'), beginOf(today, 'year')]
  const lastDay = addDays(year, -1)
  return {
    weeks: { from: addDays(monday, -28), to: addDays(monday, -1), step: 'week' },
    month: { from: month, to: addDays(nextOf(today, 'month'), -1), step: 'day' },
    year: { from: year, to: addDays(nextOf(today, 'year'), -1), step: 'month' },
    lastYear: { from: beginOf(lastDay, 'year'), to: lastDay, step: 'month' },
  }
}

function beginOf(date: LocalDate, step: 'month' | 'year'): LocalDate {
  return step === 'month' ? `${date.slice(0, 7)}-01` : `${date.slice(0, 4)}-01-01`
}

function nextOf(date: LocalDate, step: Step): LocalDate {
  if (step === 'day') return addDays(date, 1)
  if (step === 'week') return addDays(mondayOf(date), 7)
  if (step === 'year') return `${String(Number(date.slice(0, 4)) + 1).padStart(4, '0')}-01-01`
  // Some day of the month after.
  return `${addDays(`${date.slice(0, 7)}-28`, 4).slice(0, 7)}-01`
}
