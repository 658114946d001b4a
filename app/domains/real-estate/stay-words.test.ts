import { expect, test } from 'vitest'
import { i18nFor } from '~/platform/words/i18n'
import type { StayRefusal } from './model/stay-rules'
import { refusalWords } from './stay-words'

test.each<[StayRefusal, string]>([
  [{ rule: 'window', days: 365, latest: '2027-12-01' }, 'until Wed 1 Dec 2027 at the latest'],
  [{ rule: 'notice', days: 60, earliest: '2027-01-02' }, 'arrive now is Sat 2 Jan 2027'],
  [{ rule: 'too-short', nights: 2, least: 4, night: '2027-07-01' }, 'The night of Thu 1 Jul 2027'],
])('a date that may lie in another year is written with it: $rule', (refusal, words) => {
  expect(refusalWords(i18nFor('en'), refusal)).toContain(words)
})
