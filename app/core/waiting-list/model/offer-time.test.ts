import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hour, minute } from '~/kernel/time'
import { lastOfferMs, offerUntil } from './offer-time'

test('an offer stands for a day, near the start for half of what is left, and at last not at all', () => {
  expect(offerUntil(0, 100 * hour, 24)).toBe(24 * hour)
  expect(offerUntil(0, 6 * hour, 24)).toBe(3 * hour)
  expect(offerUntil(0, 29 * minute, 24)).toBeNull()
})

test('no offer stands beyond the start, or for less than a quarter of an hour', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1000 * hour }), fc.integer({ min: 1, max: 168 }), (left, hours) => {
      const until = offerUntil(0, left, hours)
      if (until === null) expect(left).toBeLessThan(lastOfferMs)
      else expect(until >= 15 * minute && until < left && until <= hours * hour).toBe(true)
    }),
  )
})
