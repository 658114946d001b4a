import { expect, test } from 'vitest'
import { i18nFor } from '~/platform/words/i18n'
import { actWords, changeWords } from './act-words'

const i18n = i18nFor('en')

test('an act is told in words, and one without words as it is written', () => {
  expect(actWords(i18n, 'businesses.store.add')).toBe('Store: added')
  expect(actWords(i18n, 'bookings.booking.confirmed')).toBe('Booking: confirmed')
  expect(actWords(i18n, 'platform.mail.retry')).toBe('platform.mail.retry')
  expect(actWords(i18n, 'odd')).toBe('odd')
})

test('a change is told without ids, its instants on the business’s clock', () => {
  const changes = { changed: ['phone', 'city'], to: { city: 'Porto' }, startsAt: Date.UTC(2026, 11, 1, 10), ownerId: '019aa4eb-a8c9-7040-938f-88742436d790', amountMinor: 4500, taxIncluded: true, reason: null }
  expect(changeWords(i18n, 'Europe/Lisbon', changes)).toBe('changed: phone, city; to: city: Porto; startsAt: Tue 1 Dec 2026, 10:00; amountMinor: 4500; taxIncluded: yes')
})
