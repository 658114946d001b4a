import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatInstant, formatTime, hour, minute, wallClock, type Interval } from '~/kernel/time'
import { claimedInterval, findSlots, nearestSlots, onGrid, slotAt, type Candidate, type SlotSearch } from './find-slots'
import { merge, overlap } from './intervals'
import { openIntervals, type WeeklyHours } from './week-hours'

const lisbon = 'Europe/Lisbon'
const week = (from: number, to: number): WeeklyHours[] => [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from, to }))
const texts = (slots: readonly { start: number }[]) => slots.map(({ start }) => formatInstant(start))

const hourly: SlotSearch = {
  durationMs: hour, bufferBeforeMs: 0, bufferAfterMs: 0, stepMs: hour, earliest: -Infinity, latest: Infinity, people: null, places: null,
}
const person = (id: string, open: Interval[], busy: Interval[] = []): Candidate => ({ id, open, busy })
const hours = (from: number, to: number): Interval => ({ start: from * hour, end: to * hour })
const minutes = (from: number, to: number): Interval => ({ start: from * minute, end: to * minute })
const starts = (search: SlotSearch) => findSlots(search).map(({ start }) => start / minute)

describe('the clock', () => {
  const offered = (rules: WeeklyHours[], date: string) => findSlots({ ...hourly, people: [person('ana', openIntervals(rules, [], date, date, lisbon))] })

  test('09–17 hourly on the Monday after the October change is 8 slots in winter time', () => {
    expect(texts(offered(week(540, 1020), '2026-10-26'))).toStrictEqual([
      '2026-10-26T09:00Z', '2026-10-26T10:00Z', '2026-10-26T11:00Z', '2026-10-26T12:00Z',
      '2026-10-26T13:00Z', '2026-10-26T14:00Z', '2026-10-26T15:00Z', '2026-10-26T16:00Z',
    ])
  })

  test('and 8 in summer time on the Monday before it, and after the change in March', () => {
    for (const date of ['2026-10-19', '2027-03-29']) {
      const slots = offered(week(540, 1020), date)
      expect(slots).toHaveLength(8)
      expect(texts(slots)[0]).toBe(`${date}T08:00Z`)
    }
  })

  test.each(['2025-10-27', '2027-11-01', '2028-10-30', '2040-10-29'])('and 8 in winter time on Monday %s', (date) => {
    const slots = offered(week(540, 1020), date)
    expect(slots).toHaveLength(8)
    expect(texts(slots)[0]).toBe(`${date}T09:00Z`)
  })

  test('a bar open 23:00–03:00 offers 5 slots on the night the clocks go back, two of them called 01:00', () => {
    const slots = offered(week(1380, 1620), '2026-10-24')
    expect(texts(slots)).toStrictEqual(['2026-10-24T22:00Z', '2026-10-24T23:00Z', '2026-10-25T00:00Z', '2026-10-25T01:00Z', '2026-10-25T02:00Z'])
    expect(slots.map(({ start }) => formatTime(wallClock(start, lisbon).minute))).toStrictEqual(['23:00', '00:00', '01:00', '01:00', '02:00'])
    expect(slots.map(({ start }) => wallClock(start, lisbon).offsetMinutes)).toStrictEqual([60, 60, 60, 0, 0])
  })

  test('and 3 on the night they go forward', () => {
    const slots = offered(week(1380, 1620), '2027-03-27')
    expect(texts(slots)).toStrictEqual(['2027-03-27T23:00Z', '2027-03-28T00:00Z', '2027-03-28T01:00Z'])
    expect(slots.map(({ start }) => formatTime(wallClock(start, lisbon).minute))).toStrictEqual(['23:00', '00:00', '02:00'])
  })
})

describe('the grid', () => {
  test('starts anew with each opening, after a break too', () => {
    const search = { ...hourly, durationMs: 45 * minute, stepMs: 45 * minute, people: [person('ana', [minutes(540, 640), minutes(675, 780)])] }
    expect(starts(search)).toStrictEqual([540, 585, 675, 720])
  })

  test('starts anew where openings touch, and a visit may last across', () => {
    const search = { ...hourly, stepMs: 40 * minute, people: [person('ana', [hours(22, 24), hours(24, 26)])] }
    expect(starts(search)).toStrictEqual([1320, 1360, 1400, 1440, 1480])
  })

  test('a visit that would outlast the opening is not offered, one that just fits is', () => {
    expect(starts({ ...hourly, durationMs: 90 * minute, people: [person('ana', [hours(9, 12)])] })).toStrictEqual([540, 600])
    expect(starts({ ...hourly, durationMs: 60 * minute, people: [person('ana', [hours(9, 12)])] })).toStrictEqual([540, 600, 660])
  })

  test('notice and window cut it: a visit may start at the earliest instant and not at the latest', () => {
    const search = { ...hourly, earliest: 10 * hour, latest: 12 * hour, people: [person('ana', [hours(9, 17)])] }
    expect(starts(search)).toStrictEqual([600, 660])
    expect(starts({ ...search, earliest: 10 * hour + 1 })).toStrictEqual([660])
  })

  test('does not move with the notice', () => {
    expect(starts({ ...hourly, stepMs: 25 * minute, earliest: 10 * hour, people: [person('ana', [hours(9, 12)])] })).toStrictEqual([615, 640])
  })

  test('a time off it is no time, one that is taken or too soon is', () => {
    const search = { ...hourly, earliest: 11 * hour, people: [person('ana', [hours(9, 17)], [hours(12, 13)])] }
    expect([9, 10, 12, 16].map((h) => onGrid(search, h * hour))).toStrictEqual([true, true, true, true])
    expect([8, 9.5, 16.5, 17].map((h) => onGrid(search, h * hour))).toStrictEqual([false, false, false, false])
    expect([9, 11, 12].map((h) => slotAt(search, h * hour)?.start ?? null)).toStrictEqual([null, 11 * hour, null])
  })

  test.each([{ stepMs: 0 }, { durationMs: 0 }, { stepMs: Number.NaN }])('%j is refused', (wrong) => {
    expect(() => findSlots({ ...hourly, ...wrong, people: [person('ana', [hours(9, 17)])] })).toThrow(RangeError)
  })
})

describe('busy time', () => {
  test('is half-open: a visit may begin as another ends, and end as another begins', () => {
    expect(starts({ ...hourly, people: [person('ana', [hours(9, 13)], [hours(10, 11)])] })).toStrictEqual([540, 660, 720])
  })

  test('buffers overlap nothing busy', () => {
    const search = { ...hourly, bufferBeforeMs: 10 * minute, bufferAfterMs: 10 * minute, stepMs: 10 * minute }
    expect(starts({ ...search, people: [person('ana', [hours(9, 14)], [hours(11, 12)])] })).toStrictEqual([540, 550, 560, 570, 580, 590, 730, 740, 750, 760, 770, 780])
  })

  test('buffers may reach outside open hours', () => {
    expect(starts({ ...hourly, bufferBeforeMs: hour, bufferAfterMs: hour, people: [person('ana', [hours(9, 10)])] })).toStrictEqual([540])
  })

  test('but not onto something busy out there', () => {
    const search = { ...hourly, bufferAfterMs: hour, people: [person('ana', [hours(9, 10)], [minutes(659, 700)])] }
    expect(starts(search)).toStrictEqual([])
    expect(starts({ ...search, people: [person('ana', [hours(9, 10)], [minutes(660, 700)])] })).toStrictEqual([540])
  })
})

describe('people and places', () => {
  test('anyone is the union of people, each slot saying who is free', () => {
    const people = [person('ana', [hours(9, 11)], [hours(9, 10)]), person('rui', [hours(9, 12)], [hours(11, 12)])]
    expect(findSlots({ ...hourly, people }).map(({ start, people: free }) => [start / hour, free])).toStrictEqual([[9, ['rui']], [10, ['ana', 'rui']]])
  })

  test('a slot needs one person and one place, each for the whole of what is claimed', () => {
    const people = [person('ana', [hours(9, 13)], [hours(9, 10)])]
    const places = [person('chair 1', [hours(9, 13)], [hours(10, 11)]), person('chair 2', [hours(9, 13)], [hours(10, 12)])]
    expect(findSlots({ ...hourly, people, places })).toStrictEqual([
      { ...hours(11, 12), people: ['ana'], places: ['chair 1'] },
      { ...hours(12, 13), people: ['ana'], places: ['chair 1', 'chair 2'] },
    ])
  })

  test('half of one chair and half of another is no chair', () => {
    const places = [person('chair 1', [hours(9, 11)], [minutes(540, 570)]), person('chair 2', [hours(9, 11)], [minutes(570, 660)])]
    expect(findSlots({ ...hourly, people: [person('ana', [hours(9, 10)])], places })).toStrictEqual([])
  })

  test('a place that is closed does not do', () => {
    expect(starts({ ...hourly, people: [person('ana', [hours(9, 13)])], places: [person('room', [hours(10, 12)])] })).toStrictEqual([600, 660])
  })

  test('places alone carry the grid', () => {
    expect(findSlots({ ...hourly, places: [person('court', [hours(9, 11)], [{ start: -Infinity, end: 10 * hour }])] })).toStrictEqual([
      { ...hours(10, 11), people: [], places: ['court'] },
    ])
  })

  test('nobody who offers it, or no place, is no slot', () => {
    expect(findSlots(hourly)).toStrictEqual([])
    expect(findSlots({ ...hourly, people: [] })).toStrictEqual([])
    expect(findSlots({ ...hourly, people: [person('ana', [hours(9, 17)])], places: [] })).toStrictEqual([])
  })
})

describe('the nearest slots', () => {
  const slots = [9, 10, 11, 12, 13].map((h) => ({ start: h * hour }))
  test('come by distance, the later first where two are equally far', () => {
    expect(nearestSlots(slots, 10.75 * hour, 3).map(({ start }) => start / hour)).toStrictEqual([11, 10, 12])
    expect(nearestSlots(slots, 11 * hour, 4).map(({ start }) => start / hour)).toStrictEqual([11, 12, 10, 13])
  })
  test('are all there are where fewer exist', () => expect(nearestSlots(slots.slice(0, 1), 0, 3)).toHaveLength(1))
  test('leave the list as it was', () => {
    nearestSlots(slots, 13 * hour, 2)
    expect(slots[0]?.start).toBe(9 * hour)
  })
})

// The brute-force model: every minute is tried on its own, with the definition in words and no pointer kept between tries.
describe('laws of slots', () => {
  const span = 240
  const list = fc.array(fc.tuple(fc.nat(span), fc.integer({ min: 1, max: 60 })).map(([from, length]) => minutes(from, from + length)), { maxLength: 8 })
  const candidates = fc.array(fc.tuple(list, list), { maxLength: 3 }).map((pairs) =>
    pairs.map(([open, busy], index) => ({ id: `candidate ${index}`, open: merge(open).flatMap(halved), busy })),
  )
  // Cut in two at times, since openings may touch.
  const halved = ({ start, end }: Interval) => {
    const middle = Math.floor((start + end) / 2 / minute) * minute
    return (end / minute) % 2 === 0 && start < middle && middle < end ? [{ start, end: middle }, { start: middle, end }] : [{ start, end }]
  }
  const length = fc.integer({ min: 1, max: 30 }).map((n) => n * minute)
  const buffer = fc.integer({ min: 0, max: 15 }).map((n) => n * minute)
  const searches: fc.Arbitrary<SlotSearch> = fc.record({
    durationMs: length, stepMs: length, bufferBeforeMs: buffer, bufferAfterMs: buffer, people: fc.option(candidates), places: fc.option(candidates),
    earliest: fc.nat(60).map((n) => n * minute), latest: fc.integer({ min: 60, max: span }).map((n) => n * minute),
  })

  const does = (search: SlotSearch, candidate: Candidate, start: number) => {
    const claimed = claimedInterval(search, start)
    const isOpen = (instant: number) => candidate.open.some((opening) => opening.start <= instant && instant < opening.end)
    const lasts = Array.from({ length: search.durationMs / minute }, (_, index) => start + index * minute)
    return lasts.every(isOpen) && !candidate.busy.some((taken) => overlap(taken, claimed))
  }
  const steps = (search: SlotSearch, candidate: Candidate, start: number) =>
    candidate.open.some((opening) => opening.start <= start && start < opening.end && (start - opening.start) % search.stepMs === 0)
  const slotByHand = (search: SlotSearch, start: number) => {
    if (start < search.earliest || start >= search.latest) return null
    const ids = (list: readonly Candidate[] | null, isOn: boolean) =>
      (list ?? []).filter((one) => does(search, one, start) && (!isOn || steps(search, one, start))).map(({ id }) => id)
    const people = ids(search.people, true)
    const places = ids(search.places, search.people === null)
    const isMissing = (list: readonly Candidate[] | null, free: string[]) => list !== null && free.length === 0
    if (search.people === null && search.places === null) return null
    if (isMissing(search.people, people) || isMissing(search.places, places)) return null
    return { start, end: start + search.durationMs, people, places }
  }

  test('the slots found are exactly those that a model finds by trying every minute', () => {
    fc.assert(fc.property(searches, (search) => {
      const byHand = Array.from({ length: 2 * span }, (_, index) => slotByHand(search, index * minute)).filter((slot) => slot !== null)
      expect(findSlots(search)).toStrictEqual(byHand)
    }), { numRuns: 1000 })
  })

  test('the slot at an instant is the one that the whole search has there', () => {
    fc.assert(fc.property(searches, fc.nat(span), (search, from) => {
      const start = from * minute
      expect(slotAt(search, start)).toStrictEqual(findSlots(search).find((slot) => slot.start === start) ?? null)
    }), { numRuns: 300 })
  })

  test('whatever is booked, what is left never overlaps it', () => {
    fc.assert(fc.property(searches, fc.nat(), (search, pick) => {
      const slots = findSlots(search)
      const taken = slots[pick % Math.max(1, slots.length)]
      const who = taken?.people[0]
      if (!taken || !who || !search.people) return
      const claim = claimedInterval(search, taken.start)
      const people = search.people.map((one) => (one.id === who ? { ...one, busy: [...one.busy, claim] } : one))
      for (const slot of findSlots({ ...search, people })) {
        if (slot.people.includes(who)) expect(overlap(claimedInterval(search, slot.start), claim)).toBe(false)
      }
    }), { numRuns: 300 })
  })
})
