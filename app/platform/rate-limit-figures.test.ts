import { expect, test } from 'vitest'
import { readFigures } from './rate-limit-figures'

test('single limits are set as acts per time', () => {
  expect(readFigures('login=20/15m, reset=5/1h,lookup=3/30s')).toEqual({
    login: { acts: 20, per: 900_000 },
    reset: { acts: 5, per: 3_600_000 },
    lookup: { acts: 3, per: 30_000 },
  })
})

test.each(['', 'login', 'login=0/15m', 'login=5/0m', 'login=5/15d', 'log-in=5/15m', 'toString=5/15m', 'login=5/15m,', 'login=-1/1h'])('%j is no list of limits', (text) => {
  expect(readFigures(text)).toBeNull()
})
