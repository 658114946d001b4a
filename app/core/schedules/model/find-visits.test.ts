import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hour, minute, type Interval } from '~/kernel/time'
import type { Candidate } from './find-slots'
import { findVisits, partStarts, type PartSearch } from './find-visits'

const minutes = (from: number, to: number): Interval => ({ start: from * minute, end: to * minute })
const person = (id: string, open: Interval[], busy: Interval[] = []): Candidate => ({ id, open, busy })
const part = (durationMinutes: number, people: readonly Candidate[] | null, more: Partial<PartSearch> = {}): PartSearch => ({
  durationMs: durationMinutes * minute, bufferBeforeMs: 0, bufferAfterMs: 0, stepMs: 15 * minute, earliest: -Infinity, latest: Infinity, people, places: null, ...more,
})
const day = [minutes(540, 720)]
const starts = (parts: readonly PartSearch[], onePerson = false) => findVisits(parts, { onePerson }).map((visit) => visit.start / minute)

describe('one after the other', () => {
  test('the next begins when the one before is over, its time to tidy up and the next one’s to prepare', () => {
    const parts = [part(45, [person('ana', day)], { bufferAfterMs: 10 * minute }), part(30, [person('rui', day)], { bufferBeforeMs: 5 * minute })]
    expect(partStarts(parts, 0).map((start) => start / minute)).toStrictEqual([0, 60])
    const [first] = findVisits(parts)
    expect(first).toMatchObject({ start: 540 * minute, end: 630 * minute, slots: [{ people: ['ana'] }, { start: 600 * minute, people: ['rui'] }] })
    expect(starts(parts)).toStrictEqual([540, 555, 570, 585, 600, 615, 630])
  })

  test('what follows needs no grid of its own, only somebody who is there and free', () => {
    const cut = part(45, [person('ana', day)], { bufferAfterMs: 10 * minute })
    expect(starts([cut, part(30, [person('rui', [minutes(600, 720)], [minutes(640, 660)])], { stepMs: 60 * minute })])).toStrictEqual([555, 615, 630])
  })

  test('a gap that was booked is kept where it is longer', () => {
    expect(partStarts([part(45, null), part(30, null, { gapMs: 20 * minute }), part(15, null, { gapMs: 0, bufferBeforeMs: 5 * minute })], 0).map((start) => start / minute)).toStrictEqual([0, 65, 100])
  })

  test('notice and window of each part hold for its own start', () => {
    const parts = [part(60, [person('ana', day)]), part(30, [person('ana', day)], { earliest: 630 * minute, latest: 660 * minute })]
    expect(starts(parts)).toStrictEqual([570, 585])
  })

  test('a place follows as a person does', () => {
    const sauna = part(60, null, { places: [person('sauna', day, [minutes(600, 630)])] })
    expect(starts([part(60, [person('ana', day)]), sauna])).toStrictEqual([570, 585, 600])
  })

  test('one person for everything is somebody who is free for all of it; what needs nobody does not ask', () => {
    const [ana, rui] = [person('ana', day, [minutes(540, 600)]), person('rui', day, [minutes(600, 660)])]
    const seat = part(30, null, { places: [person('seat', day)] })
    expect(starts([part(60, [ana, rui]), part(30, [ana, rui])])).toContain(540)
    expect(findVisits([part(60, [ana, rui]), part(30, [ana, rui])], { onePerson: true })[0]).toMatchObject({ start: 600 * minute, slots: [{ people: ['ana'] }, { people: ['ana'] }] })
    expect(starts([part(60, [ana]), part(30, [rui])], true)).toStrictEqual([])
    expect(starts([part(60, [rui]), seat], true)).toContain(540)
  })
})

// A day in ticks of five minutes, each rule read tick by tick as a person with a diary would.
const tick = 5
const spans = fc.array(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 40 })), { maxLength: 3 }).map((list) =>
  list.map(([from, long]) => minutes(from * tick, (from + long) * tick)).sort((a, b) => a.start - b.start),
)
const disjoint = spans.map((list) => list.filter((span, at) => list.slice(0, at).every((other) => other.end < span.start)))
const candidates = (ids: readonly string[]) => fc.tuple(...ids.map((id) => fc.record({ id: fc.constant(id), open: disjoint, busy: spans })))
const lengths = fc.record({
  durationMs: fc.integer({ min: 1, max: 12 }), bufferBeforeMs: fc.integer({ min: 0, max: 3 }), bufferAfterMs: fc.integer({ min: 0, max: 3 }), stepMs: fc.integer({ min: 1, max: 6 }),
  earliest: fc.integer({ min: 0, max: 20 }), latest: fc.integer({ min: 30, max: 100 }), gapMs: fc.integer({ min: 0, max: 8 }),
}).map((ticks) => Object.fromEntries(Object.entries(ticks).map(([name, count]) => [name, count * tick * minute])) as Omit<PartSearch, 'people' | 'places'>)
const parts = fc.array(fc.record({ length: lengths, people: fc.option(candidates(['ana', 'rui'])), places: fc.option(candidates(['chair'])) }), { minLength: 1, maxLength: 3 })
  .map((list) => list.map(({ length, people, places }): PartSearch => ({ ...length, people, places: people === null ? (places ?? []) : places })))

test('finds every visit that somebody would find who tries each minute, and no other', () => {
  fc.assert(
    fc.property(parts, fc.boolean(), (searches, onePerson) => {
      expect(findVisits(searches, { onePerson }).map(({ start }) => start)).toEqual(byHand(searches, onePerson))
    }),
    { numRuns: 200 },
  )
})

function byHand(searches: readonly PartSearch[], onePerson: boolean): number[] {
  const found: number[] = []
  for (let start = 0; start < 12 * hour; start += tick * minute) {
    let next = start
    const able = searches.map((search, at) => {
      const before = searches[at - 1]
      if (before) next += before.durationMs + Math.max(before.bufferAfterMs + search.bufferBeforeMs, search.gapMs ?? 0)
      return whoCan(search, next, at === 0)
    })
    const needing = able.filter((_, at) => searches[at]?.people !== null)
    const together = !onePerson || needing.length === 0 || (needing[0] ?? []).some((id) => needing.every((ids) => ids.includes(id)))
    if (able.every((ids) => ids.length > 0) && together) found.push(start)
  }
  return found
}

function whoCan(search: PartSearch, start: number, onGrid: boolean): string[] {
  if (start < search.earliest || start >= search.latest) return []
  const can = (candidate: Candidate, grid: boolean) =>
    candidate.open.some(({ start: from, end }) => from <= start && start + search.durationMs <= end && (!grid || (start - from) % search.stepMs === 0)) &&
    candidate.busy.every((busy) => busy.end <= start - search.bufferBeforeMs || busy.start >= start + search.durationMs + search.bufferAfterMs)
  const { people, places } = search
  if (people === null) return (places ?? []).filter((place) => can(place, onGrid)).map(({ id }) => id)
  if (places !== null && !places.some((place) => can(place, false))) return []
  return people.filter((one) => can(one, onGrid)).map(({ id }) => id)
}
