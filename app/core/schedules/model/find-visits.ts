import type { Instant, Interval } from '~/kernel/time'
import { findSlots, slotsAmong, type Slot, type SlotSearch, type VisitLength } from './find-slots'

/** One of several things done one after the other. */
export interface PartLength extends VisitLength {
  /** The least time between what is shown of the part before and of this one, in milliseconds: as it was booked, where it moves. */
  readonly gapMs?: number
}

export type PartSearch = SlotSearch & PartLength

/** Several slots one after the other; shown from the start of the first to the end of the last. */
export interface Visit extends Interval {
  readonly slots: readonly Slot[]
}

/**
 * When each part starts if the first one starts then: the shown start of each is the shown end of the one before, its buffer after and
 * the next one's buffer before, or the gap where that is longer. So what the parts claim is disjoint, and one person may do them all.
 */
export function partStarts(parts: readonly PartLength[], start: Instant): Instant[] {
  const starts: Instant[] = []
  let next = start
  let before: PartLength | null = null
  for (const part of parts) {
    if (before !== null) next += before.durationMs + Math.max(before.bufferAfterMs + part.bufferBeforeMs, part.gapMs ?? 0)
    starts.push(next)
    before = part
  }
  return starts
}

/**
 * The visits on offer, in order of their starts: the first part lies on its grid, each other follows on the one before, and somebody is
 * free for every one of them. Since their claims are disjoint, who does one part takes nothing from another. `onePerson`: only where one
 * person is free for every part that needs a person; the slots then name those alone. Linear in the slots of the parts.
 */
export function findVisits(parts: readonly PartSearch[], { onePerson = false } = {}): Visit[] {
  const [first] = parts
  if (!first) return []
  let visits: Slot[][] = findSlots(first).map((slot) => [slot])
  for (let at = 1; at < parts.length && visits.length > 0; at += 1) visits = followedBy(parts, at, visits)
  const whole = visits.map((slots): Visit => ({ start: slots[0]?.start ?? 0, end: slots.at(-1)?.end ?? 0, slots }))
  return onePerson ? whole.flatMap((visit) => byOnePerson(visit, parts) ?? []) : whole
}

function followedBy(parts: readonly PartSearch[], at: number, visits: readonly Slot[][]): Slot[][] {
  const part = parts[at]
  if (!part) return []
  const offset = partStarts(parts, 0)[at] ?? 0
  const starts = visits.map(([slot]) => (slot?.start ?? 0) + offset)
  const found = new Map(slotsAmong(part, starts).map((slot) => [slot.start, slot]))
  return visits.flatMap((slots, index) => {
    const next = found.get(starts[index] ?? 0)
    return next ? [[...slots, next]] : []
  })
}

function byOnePerson(visit: Visit, parts: readonly PartSearch[]): Visit | null {
  const needing = visit.slots.filter((_, at) => parts[at]?.people !== null)
  const common = (needing[0]?.people ?? []).filter((id) => needing.every(({ people }) => people.includes(id)))
  if (needing.length > 0 && common.length === 0) return null
  return { ...visit, slots: visit.slots.map((slot, at) => (parts[at]?.people === null ? slot : { ...slot, people: common })) }
}
