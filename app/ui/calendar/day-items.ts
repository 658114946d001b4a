import { crowdsOf, lanesOf, type Span } from './lanes'
import { partsOf, type Placement, stepsOf } from './placement'

/** Minutes of wall time since the day's midnight; what runs past midnight goes on counting: 01:00 is 1500. */
export interface Minutes {
  readonly from: number
  readonly to: number
}

export interface CalendarEntry extends Minutes {
  readonly key: string
  readonly href: string
  readonly dateTime: string
  /** "09:30" */
  readonly time: string
  /** "10:30" */
  readonly until: string
  readonly domain: string
  /** The domain's word for it, with its state where it waits: "Appointment, needs an answer". */
  readonly kind: string
  readonly title: string
  readonly detail?: string
  readonly pending?: boolean
}

/** A free stretch, and where it can be booked or blocked. */
export interface CalendarGap extends Minutes {
  readonly href: string
  /** "10:30–18:00 free: book or block" */
  readonly label: string
}

/** A stretch in which nothing can be: closed, a break, somebody not at work. */
export interface CalendarClosed extends Minutes {
  readonly label: string
}

export interface CalendarItems {
  readonly entries: readonly CalendarEntry[]
  readonly gaps?: readonly CalendarGap[]
  readonly closed?: readonly CalendarClosed[]
}

export type DayItem = { readonly id: string; readonly places: Readonly<Record<string, number>> } & (
  | { readonly kind: 'entry'; readonly entry: CalendarEntry; readonly crowded: boolean }
  | { readonly kind: 'gap'; readonly gap: CalendarGap }
  | { readonly kind: 'closed'; readonly closed: CalendarClosed }
  | { readonly kind: 'crowd'; readonly from: number; readonly to: number; readonly count: number }
)

/**
 * Everything of one day in order of time, each with an id and its place in the grid.
 * Where `crowdFrom` entries or more stand at once they share one pointer; without it each has its lane, however narrow.
 */
export function dayItems(prefix: string, items: CalendarItems, shown: Minutes, crowdFrom?: number): DayItem[] {
  const spans = items.entries.map((entry): Span => ({ id: entry.key, from: entry.from, to: Math.max(entry.to, entry.from + 1) }))
  const crowds = crowdFrom === undefined ? [] : crowdsOf(spans, crowdFrom)
  const crowded = new Set(crowds.flatMap((crowd) => crowd.ids))
  const crowdSpans = crowds.map((crowd, index): Span => ({ id: `crowd ${index}`, from: crowd.from, to: crowd.to }))
  const lanes = lanesOf([...spans.filter((span) => !crowded.has(span.id)), ...crowdSpans])

  const unplaced = [
    ...items.entries.map(
      (entry) =>
        ({ kind: 'entry', entry, crowded: crowded.has(entry.key), from: entry.from, to: entry.to, lane: lanes.get(entry.key) }) as const,
    ),
    ...crowds.map(
      (crowd, index) =>
        ({ kind: 'crowd', count: crowd.ids.length, from: crowd.from, to: crowd.to, lane: lanes.get(`crowd ${index}`) }) as const,
    ),
    ...(items.gaps ?? []).map((gap) => ({ kind: 'gap', gap, from: gap.from, to: gap.to, lane: undefined }) as const),
    ...(items.closed ?? []).map((closed) => ({ kind: 'closed', closed, from: closed.from, to: closed.to, lane: undefined }) as const),
  ]
  return unplaced
    .filter((item) => item.to > shown.from && item.from < shown.to)
    .sort((a, b) => a.from - b.from)
    .map(({ lane, ...item }, index) => ({
      ...item,
      id: `${prefix}-${index}`,
      places: { ...stepsOf(item, shown), ...(lane && lane.of > 1 && partsOf(lane.lane, lane.of)) },
    }))
}

/** A crowded entry is not in the grid; all others are. */
export function placementsOf(items: readonly DayItem[]): Placement[] {
  return items.filter((item) => item.kind !== 'entry' || !item.crowded).map(({ id, places }) => ({ id, places }))
}

/** Wall time for minutes since midnight: 1500 is "01:00". */
export function clockText(minutes: number): string {
  const inDay = ((minutes % 1440) + 1440) % 1440
  return `${String(Math.floor(inDay / 60)).padStart(2, '0')}:${String(inDay % 60).padStart(2, '0')}`
}
