import { expect, test } from 'vitest'
import { isLanding } from './landings'

test('a landing is known by its path, and nothing beside it is one', () => {
  expect(['/landings/stripe', '/landings/oauth/google', '/landings/oauth/facebook/'].map(isLanding)).toEqual([true, true, true])
  expect(['/', '/landings', '/landings/oauth', '/landings/oauth/google/more', '/b/landings/oauth/google', '/log-in'].map(isLanding)).toEqual(Array(6).fill(false))
})
