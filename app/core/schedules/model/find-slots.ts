import type { Instant, Interval } from '~/kernel/time'
import { merge } from './intervals'

/** How long a visit takes, in milliseconds: what is shown, and what is kept free around it. */
export interface VisitLength {
  readonly durationMs: number
  readonly bufferBeforeMs: number
  readonly bufferAfterMs: number
}

/** A person or a place that may do. */
export interface Candidate {
  readonly id: string
  /** When it may be booked, as `openIntervals` gives it: in order, disjoint; touching openings each start a grid of their own. */
  readonly open: readonly Interval[]
  /** When nothing more fits into it: any order, may overlap. For a place with a capacity, when the quantity wanted no longer fits. */
  readonly busy: readonly Interval[]
}

export interface SlotSearch extends VisitLength {
  /** The step of the grid, in elapsed milliseconds from the start of each opening. */
  readonly stepMs: number
  /** The first instant at which a visit may start: now and the notice. */
  readonly earliest: Instant
  /** Visits start before this instant: the end of the booking window. */
  readonly latest: Instant
  /** One of them is needed, each on the grid of their own openings; null where the service needs no person. */
  readonly people: readonly Candidate[] | null
  /** One of them is needed, all alike; null where no place is. Without people the grid is that of the places. */
  readonly places: readonly Candidate[] | null
}

/** A time on offer: the interval shown, and who and what is free for the whole of the interval claimed. */
export interface Slot extends Interval {
  readonly people: readonly string[]
  readonly places: readonly string[]
}

/**
 * The times on offer, in order. What is shown lies within open hours; what is claimed, buffers included, overlaps nothing busy but may
 * reach outside open hours. One person and one place must be free for all of it; any free person goes with any free place.
 * Linear in openings, busy intervals and slots.
 */
export function findSlots(search: SlotSearch): Slot[] {
  if (!(search.stepMs > 0 && search.durationMs > 0)) throw new RangeError('A step and a duration are longer than nothing')
  return slotsWhere(search, (candidate) => gridStarts(search, candidate.open))
}

/** Which of these starts, in order, are on offer by all other rules, whatever the grid: what follows on something begins when that is over. */
export function slotsAmong(search: SlotSearch, starts: readonly Instant[]): Slot[] {
  const within = starts.filter((start) => start >= search.earliest && start < search.latest)
  return slotsWhere(search, () => within)
}

function slotsWhere(search: SlotSearch, startsFor: (candidate: Candidate) => readonly Instant[]): Slot[] {
  const { people, places } = search
  if (people === null) return places === null ? [] : slotsFrom(search, startsOf(search, places, startsFor), (ids) => ({ people: [], places: ids }))
  const byStart = startsOf(search, people, startsFor)
  if (places === null) return slotsFrom(search, byStart, (ids) => ({ people: ids, places: [] }))
  const starts = [...byStart.keys()].sort((a, b) => a - b)
  const placesAt = new Map<Instant, string[]>()
  for (const place of places) note(placesAt, place.id, freeStarts(search, place, starts))
  const reachable = new Map([...byStart].filter(([start]) => placesAt.has(start)))
  return slotsFrom(search, reachable, (ids, start) => ({ people: ids, places: placesAt.get(start) ?? [] }))
}

/** The slot which starts at this instant, or null where it is not on offer. */
export function slotAt(search: SlotSearch, start: Instant): Slot | null {
  return findSlots({ ...search, earliest: Math.max(search.earliest, start), latest: Math.min(search.latest, start + 1) })[0] ?? null
}

/** Whether a visit could ever start at this instant, were nothing busy and the window open: a time off the grid is no time at all. */
export function onGrid(search: SlotSearch, start: Instant): boolean {
  const idle = (candidates: readonly Candidate[] | null) => candidates?.map((candidate) => ({ ...candidate, busy: [] })) ?? null
  const quiet = { ...search, people: idle(search.people), places: idle(search.places) }
  return slotAt({ ...quiet, earliest: -Infinity, latest: Infinity }, start) !== null
}

/** What a visit that starts then claims: the interval shown and the buffers around it. */
export function claimedInterval(visit: VisitLength, start: Instant): Interval {
  return { start: start - visit.bufferBeforeMs, end: start + visit.durationMs + visit.bufferAfterMs }
}

/** The n slots nearest to the time wanted, by the distance of their starts, the later first where two are equally far. */
export function nearestSlots<T extends { readonly start: Instant }>(slots: readonly T[], wanted: Instant, n: number): T[] {
  const distance = (slot: T) => Math.abs(slot.start - wanted)
  return [...slots].sort((a, b) => distance(a) - distance(b) || b.start - a.start).slice(0, n)
}

type IdsByStart = Map<Instant, string[]>

/** Each start of somebody's own at which that somebody is free. */
function startsOf(search: SlotSearch, candidates: readonly Candidate[], startsFor: (candidate: Candidate) => readonly Instant[]): IdsByStart {
  const byStart: IdsByStart = new Map()
  for (const candidate of candidates) note(byStart, candidate.id, freeStarts(search, candidate, startsFor(candidate)))
  return byStart
}

function gridStarts({ stepMs, earliest, latest }: SlotSearch, open: readonly Interval[]): Instant[] {
  const starts: Instant[] = []
  for (const opening of open) {
    const skipped = Math.max(0, Math.ceil((earliest - opening.start) / stepMs))
    const end = Math.min(opening.end, latest)
    for (let start = opening.start + skipped * stepMs; start < end; start += stepMs) starts.push(start)
  }
  return starts
}

/** Of these starts, in order, those at which the candidate is open for what is shown and free for what is claimed. */
function freeStarts(visit: VisitLength, candidate: Candidate, starts: readonly Instant[]): Instant[] {
  const open = merge(candidate.open)
  const busy = merge(candidate.busy)
  let [i, j] = [0, 0]
  return starts.filter((start) => {
    const claimed = claimedInterval(visit, start)
    while (i < open.length && (open[i]?.end ?? 0) <= start) i += 1
    while (j < busy.length && (busy[j]?.end ?? 0) <= claimed.start) j += 1
    const opening = open[i]
    const isOpen = opening !== undefined && opening.start <= start && start + visit.durationMs <= opening.end
    return isOpen && (busy[j]?.start ?? Infinity) >= claimed.end
  })
}

function note(byStart: IdsByStart, id: string, starts: readonly Instant[]): void {
  for (const start of starts) {
    const ids = byStart.get(start)
    if (ids) ids.push(id)
    else byStart.set(start, [id])
  }
}

function slotsFrom(
  { durationMs }: VisitLength, byStart: IdsByStart, free: (ids: string[], start: Instant) => Pick<Slot, 'people' | 'places'>,
): Slot[] {
  return [...byStart]
    .sort(([a], [b]) => a - b)
    .map(([start, ids]) => ({ start, end: start + durationMs, ...free(ids, start) }))
}
