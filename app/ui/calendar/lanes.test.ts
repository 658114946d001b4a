import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { crowdsOf, lanesOf, type Span } from './lanes'

const span = (id: string, from: number, to: number): Span => ({ id, from, to })
const anySpans = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 1, max: 60 })), { maxLength: 25 })
  .map((pairs) => pairs.map(([from, length], index) => span(`e${index}`, from, from + length)))
const overlap = (a: Span, b: Span) => a.from < b.to && b.from < a.to

describe('lanes', () => {
  test('an entry alone has the whole width', () => {
    expect(lanesOf([span('yoga', 0, 60)]).get('yoga')).toEqual({ lane: 0, of: 1 })
  })

  test('one that begins as another ends is not beside it', () => {
    const lanes = lanesOf([span('first', 0, 60), span('second', 60, 90)])
    expect(lanes.get('second')).toEqual({ lane: 0, of: 1 })
  })

  test('a lane is used again as soon as it is free', () => {
    const lanes = lanesOf([span('long', 0, 120), span('early', 0, 30), span('late', 60, 90)])
    expect(lanes.get('long')).toEqual({ lane: 0, of: 2 })
    expect(lanes.get('early')).toEqual({ lane: 1, of: 2 })
    expect(lanes.get('late')).toEqual({ lane: 1, of: 2 })
  })

  test('overlapping entries never share a lane', () => {
    fc.assert(
      fc.property(anySpans, (spans) => {
        const lanes = lanesOf(spans)
        for (const a of spans)
          for (const b of spans) if (a.id < b.id && overlap(a, b)) expect(lanes.get(a.id)?.lane).not.toBe(lanes.get(b.id)?.lane)
      }),
    )
  })
})

describe('crowds', () => {
  test('two at once are no crowd', () => {
    expect(crowdsOf([span('a', 0, 60), span('b', 30, 90), span('c', 60, 100)], 3)).toEqual([])
  })

  test('three at once are gathered, and who stands apart is left alone', () => {
    const crowds = crowdsOf([span('a', 0, 60), span('b', 30, 90), span('c', 40, 50), span('d', 100, 120)], 3)
    expect(crowds).toEqual([{ from: 0, to: 90, ids: ['a', 'b', 'c'] }])
  })

  test('what is left beside the crowds never needs more than two lanes', () => {
    fc.assert(
      fc.property(anySpans, (spans) => {
        const crowds = crowdsOf(spans, 3)
        const gathered = new Set(crowds.flatMap((crowd) => crowd.ids))
        const left = spans.filter((one) => !gathered.has(one.id))
        const shown = [...left, ...crowds.map((crowd, index) => span(`crowd${index}`, crowd.from, crowd.to))]
        for (const { of } of lanesOf(shown).values()) expect(of).toBeLessThanOrEqual(2)
      }),
    )
  })
})
