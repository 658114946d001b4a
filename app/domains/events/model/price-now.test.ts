import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { priceNow, priceRange, type PriceStep } from './price-now'

const noon = Date.parse('2026-11-03T12:00:00Z')
const step = (part: Partial<PriceStep>): PriceStep => ({ title: 'Early bird', priceMinor: 3000, untilAt: null, firstCount: null, ...part })
const ticket = (...steps: PriceStep[]) => ({ priceMinor: 5000, steps })

describe('what one more ticket costs', () => {
  test('its usual price where it has no other', () => {
    expect(priceNow(ticket(), { sold: 0, now: noon })).toEqual({ priceMinor: 5000, step: null })
  })

  test('the price of a step until its instant, and not at it', () => {
    const early = ticket(step({ untilAt: noon }))
    expect(priceNow(early, { sold: 900, now: noon - 1 }).priceMinor).toBe(3000)
    expect(priceNow(early, { sold: 0, now: noon }).priceMinor).toBe(5000)
  })

  test('the price of a step for the first so many', () => {
    const first = ticket(step({ firstCount: 20 }))
    expect(priceNow(first, { sold: 19, now: noon }).priceMinor).toBe(3000)
    expect(priceNow(first, { sold: 20, now: noon }).priceMinor).toBe(5000)
  })

  test('the first step that holds, in their order', () => {
    const steps = ticket(step({ firstCount: 10 }), step({ title: 'Second release', priceMinor: 4000, untilAt: noon + 1 }))
    expect(priceNow(steps, { sold: 0, now: noon }).step?.title).toBe('Early bird')
    expect(priceNow(steps, { sold: 10, now: noon }).step?.title).toBe('Second release')
    expect(priceNow(steps, { sold: 10, now: noon + 1 }).step).toBeNull()
  })
})

const anyStep = fc.record({
  title: fc.constant('Step'),
  priceMinor: fc.nat(10_000),
  untilAt: fc.option(fc.integer({ min: noon - 1000, max: noon + 1000 })),
  firstCount: fc.option(fc.integer({ min: 1, max: 50 })),
})

test('what a ticket costs from now on lies within the range that is shown now', () => {
  fc.assert(
    fc.property(fc.nat(10_000), fc.array(anyStep, { maxLength: 5 }), fc.nat(60), fc.nat(2000), (priceMinor, steps, sold, later) => {
      const { from, to } = priceRange({ priceMinor, steps }, noon)
      const paid = priceNow({ priceMinor, steps }, { sold, now: noon + later }).priceMinor
      expect(paid).toBeGreaterThanOrEqual(from)
      expect(paid).toBeLessThanOrEqual(to)
    }),
  )
})
