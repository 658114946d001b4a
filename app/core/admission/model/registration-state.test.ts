import { expect, test } from 'vitest'
import { isExpected, registrationState, registrationStates, type Registration } from './registration-state'

const of = (some: Partial<Registration>) => registrationState({ status: 'confirmed', state: 'active', admitted: 0, partyCame: false, ...some })

test('a place is registered while it waits to be paid or answered, then confirmed', () => {
  expect([of({ status: 'held' }), of({ status: 'pending' }), of({})]).toEqual(['registered', 'registered', 'confirmed'])
})

test('whoever was let in attended, whatever became of the booking since', () => {
  expect([of({ admitted: 1 }), of({ status: 'completed', admitted: 2, partyCame: true })]).toEqual(['attended', 'attended'])
})

test('of a party that came in part the others did not come; where nobody was scanned nothing is known', () => {
  expect([of({ status: 'completed', partyCame: true }), of({ status: 'completed' }), of({ status: 'no_show' })]).toEqual(['no-show', 'confirmed', 'no-show'])
})

test('what ended before, or was called off alone, is cancelled', () => {
  for (const status of ['expired', 'declined', 'cancelled'] as const) expect(of({ status, state: 'cancelled' })).toBe('cancelled')
  expect([of({ state: 'cancelled' }), of({ status: 'completed', state: 'cancelled' })]).toEqual(['cancelled', 'cancelled'])
})

test('the door expects who is confirmed, came, or failed to come', () => {
  expect(registrationStates.filter(isExpected)).toEqual(['confirmed', 'attended', 'no-show'])
})
