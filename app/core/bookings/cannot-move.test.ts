import { expect, test } from 'vitest'
import { i18nFor } from '~/platform/words/i18n'
import { cannotMove } from './cannot-move.server'
import type { BookingStatus } from './model/states'

function answer(status: BookingStatus | null): unknown {
  try {
    cannotMove({ i18n: i18nFor('en') }, status && { status }, 'There is nothing to move here.')
  } catch (thrown) {
    return thrown
  }
}

test.each<[BookingStatus | null, number, string]>([
  [null, 404, 'There is nothing to move here.'],
  ['confirmed', 404, 'There is nothing to move here.'],
  ['cancelled', 409, 'This booking was cancelled, so it cannot be moved.'],
  ['declined', 409, 'This booking no longer stands, so it cannot be moved.'],
])('of a booking that is %s: %i', (status, code, why) => {
  expect(answer(status)).toMatchObject({ data: { why }, init: { status: code } })
})
