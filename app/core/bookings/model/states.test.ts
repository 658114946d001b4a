import { expect, test } from 'vitest'
import { holdGraceMs, shownStatus, type BookingStatus } from './states'

const visit = { startsAt: 1_000_000, endsAt: 2_000_000 }

test.each<[string, BookingStatus, number | null, number, string]>([
  ['a hold that runs', 'held', 500_000, 499_999, 'held'],
  ['a hold that has just run out, for which money may still be on its way', 'held', 500_000, 500_000 + holdGraceMs - 1, 'held'],
  ['a hold that has run out, before a job has seen it', 'held', 500_000, 500_000 + holdGraceMs, 'lapsed'],
  ['a hold that has run out', 'expired', 500_000, 900_000, 'lapsed'],
  ['an answer that did not come', 'expired', null, 900_000, 'expired'],
  ['what was cancelled while it was held', 'cancelled', 500_000, 900_000, 'cancelled'],
  ['a visit that has begun', 'confirmed', null, 1_000_000, 'in_progress'],
  ['a visit that is over', 'confirmed', null, 2_000_000, 'confirmed'],
])('%s is shown for what it is', (_what, status, holdUntil, now, shown) => {
  expect(shownStatus({ ...visit, status, holdUntil }, now)).toBe(shown)
})
