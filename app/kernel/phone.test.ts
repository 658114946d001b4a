import { expect, test } from 'vitest'
import { readPhone } from './phone'

test.each([
  ['+351 912 345 678', '+351 912 345 678'],
  ['  912   345 678 ', '912 345 678'],
  ['(020) 7946-0958', '(020) 7946-0958'],
  ['(+351) 912-345-678', '(+351) 912-345-678'],
  ['00351912345678', '+351912345678'],
  ['912.345.678', '912.345.678'],
  ['+44 20 7946 0958 ext. 12', '+44 20 7946 0958 ext. 12'],
  ['912–345–678', '912-345-678'],
  ['\u202a+351 912 345 678\u202c', '+351 912 345 678'],
  ['９１２３４５６７８', '912345678'],
])('%s is a telephone number', (written, read) => {
  expect(readPhone(written)).toBe(read)
})

test.each(['1234', 'call me', '912 345 678 after six', '+', '', '1'.repeat(21), '912;345;678'])('%s is none', (written) => {
  expect(readPhone(written)).toBeNull()
})
