import type { Instant, Interval } from '~/kernel/time'

/** A quantity taken of a resource for an interval. */
export interface Taken extends Interval {
  readonly quantity: number
}

/** What a resource holds at once. */
export interface Capacity {
  /** Where no change is in force; null is without limit. */
  readonly usual: number | null
  /** Dated changes of it. Each replaces the usual capacity for its interval; of several in force at once the lowest counts. */
  readonly changes: readonly CapacityChange[]
}

export interface CapacityChange extends Interval {
  readonly capacity: number | null
}

/** The greatest sum of quantities at any instant of the interval; 0 where nothing is taken. */
export function peak(rows: readonly Taken[], interval: Interval): number {
  return spells(rows, limitless, interval).reduce((greatest, { taken }) => Math.max(greatest, taken), 0)
}

/**
 * Whether the claim fits beside the rows: at no instant of its interval may what is taken, with it, pass the capacity then in
 * force. Throws on a quantity that is no whole number above zero, and on an interval that ends before it has begun.
 */
export function fits(rows: readonly Taken[], capacity: Capacity, claim: Taken): boolean {
  const quantity = wholeQuantity(claim.quantity)
  const left = roomLeft(rows, capacity, claim)
  return left === null || quantity <= left
}

/**
 * How much can still be claimed for the whole interval: the least, over its instants, of capacity less what is taken.
 * Null without limit; below zero where more is taken than may be (imported entries are never refused).
 */
export function roomLeft(rows: readonly Taken[], capacity: Capacity, interval: Interval): number | null {
  if (!(interval.start < interval.end)) throw new RangeError('An interval ends after it starts')
  const rooms = spells(rows, capacity, interval).map((spell) => (spell.capacity ?? Infinity) - spell.taken)
  const least = rooms.reduce((room, other) => Math.min(room, other), Infinity)
  return least === Infinity ? null : least
}

/**
 * When the quantity wanted does not fit, in order and disjoint, from the beginning of time to its end: a claim fits exactly
 * where its interval overlaps none of these. This is what the slot finder takes for a resource's busy time.
 */
export function fullIntervals(rows: readonly Taken[], capacity: Capacity, wanted: number): Interval[] {
  wholeQuantity(wanted)
  const full: { start: Instant; end: Instant }[] = []
  for (const spell of spells(rows, capacity, always)) {
    if (spell.capacity === null || spell.taken + wanted <= spell.capacity) continue
    const last = full.at(-1)
    if (last?.end === spell.start) last.end = spell.end
    else full.push({ start: spell.start, end: spell.end })
  }
  return full
}

/** A stretch in which neither what is taken nor the capacity changes. */
interface Spell extends Interval {
  readonly taken: number
  readonly capacity: number | null
}

/** The spells of an interval, which follow each other without gap: one sweep over the edges of rows and changes. */
function spells(rows: readonly Taken[], capacity: Capacity, interval: Interval): Spell[] {
  const rises = new Map<Instant, number>([[interval.start, 0]])
  const rise = (at: Instant, by: number) => rises.set(at, (rises.get(at) ?? 0) + by)
  for (const row of rows) {
    const part = within(row, interval)
    if (!part) continue
    rise(part.start, row.quantity)
    if (part.end < interval.end) rise(part.end, -row.quantity)
  }
  const changes = capacity.changes.filter((change) => within(change, interval))
  const turns = new Set(changes.flatMap((change) => [Math.max(change.start, interval.start), change.end]))
  for (const turn of turns) if (turn < interval.end) rise(turn, 0)

  const edges = [...rises].sort(([a], [b]) => a - b)
  const found: Spell[] = []
  let taken = 0
  let inForce = capacityAt(capacity.usual, changes, interval.start)
  edges.forEach(([start, by], index) => {
    taken += by
    if (turns.has(start)) inForce = capacityAt(capacity.usual, changes, start)
    const end = edges[index + 1]?.[0] ?? interval.end
    if (start < end) found.push({ start, end, taken, capacity: inForce })
  })
  return found
}

function capacityAt(usual: number | null, changes: readonly CapacityChange[], at: Instant): number | null {
  const inForce = changes.filter(({ start, end }) => start <= at && at < end)
  if (inForce.length === 0) return usual
  const lowest = Math.min(...inForce.map((change) => change.capacity ?? Infinity))
  return lowest === Infinity ? null : lowest
}

function within(part: Interval, whole: Interval): Interval | null {
  const start = Math.max(part.start, whole.start)
  const end = Math.min(part.end, whole.end)
  return start < end ? { start, end } : null
}

function wholeQuantity(quantity: number): number {
  if (!Number.isSafeInteger(quantity) || quantity < 1) throw new RangeError(`Not a quantity to claim: ${quantity}`)
  return quantity
}

const limitless: Capacity = { usual: null, changes: [] }
const always: Interval = { start: -Infinity, end: Infinity }
