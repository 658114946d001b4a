import { expect, test } from 'vitest'
import { askedStay, isComplete } from './asked-stay'

const lacking = (query: string) => askedStay(new URLSearchParams(query)).lacking

test.each([
  ['nothing', '', {}],
  ['an arrival alone, as the calendar asks for it', 'from=2027-02-01&adults=3', {}],
  ['both dates', 'from=2027-02-01&to=2027-02-03', {}],
  ['an empty form', 'from=&to=&adults=2', { from: '', to: '' }],
  ['half a form', 'from=2027-02-01&to=', { to: '' }],
  ['the other half', 'from=&to=2027-02-03', { from: '' }],
  ['a date that no calendar has', 'from=2026-02-30&to=2027-02-03', { from: '2026-02-30' }],
  ['a word', 'from=banana', { from: 'banana', to: '' }],
])('%s', (_what, query, lacks) => {
  expect(lacking(query)).toEqual(lacks)
  expect(isComplete(askedStay(new URLSearchParams(query)))).toBe(Object.keys(lacks).length === 0)
})
