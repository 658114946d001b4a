import { describe, expect, test } from 'vitest'
import { readForm } from '~/platform/forms.server'
import { i18nFor } from '~/platform/words/i18n'
import { businessForm, domainsForm, invitationForm, staffForm, storeForm } from './forms'

const i18n = i18nFor('en')
const business = { name: 'Harbour Salon', slug: 'harbour-salon', timeZone: 'Europe/Lisbon', language: 'en' }
const store = {
  name: 'Quay', line1: 'Rua 1', postalCode: '1100', city: 'Lisbon', country: 'PT', timeZone: 'Europe/Lisbon', taxName: 'IVA', taxRate: '23', taxIncluded: 'yes',
}

/** What a form answers to what was typed: its value, or the sentences beside its fields, and whether the rest was kept. */
function answer(schema: Parameters<typeof readForm>[1], typed: Record<string, string>) {
  const form = new URLSearchParams(typed)
  const read = readForm(form, schema)
  if (read.ok) return { value: read.value }
  const { error, initialValue } = read.again()
  return { error, kept: initialValue }
}

describe('what people type into a business', () => {
  test.each([
    ['a name of 10,000 letters', { name: 'a'.repeat(10_000) }, { name: ['Write at most 80 characters'] }],
    ['a name of spaces', { name: '   ' }, { name: ['Enter the name of the business'] }],
    ['a slug with capitals', { slug: 'Harbour Salon' }, { slug: ['Use small letters, digits and dashes only'] }],
    ['an address without a dot', { email: 'rita@salon' }, { email: ['Enter an e-mail address such as name@example.com'] }],
    ['letters as a telephone', { phone: 'call me' }, { phone: ['Enter a telephone number such as +351 912 345 678'] }],
    ['too short a telephone', { phone: '12' }, { phone: ['Enter a telephone number such as +351 912 345 678'] }],
    ['a script as a website', { website: 'javascript:alert(1)' }, { website: ['Enter an address that begins with https:// or http://'] }],
    ['a zone that is none', { timeZone: 'Lisbon' }, { timeZone: ['Choose a time zone'] }],
    ['a language that we do not speak', { language: 'tlh' }, { language: ['Choose a language'] }],
  ])('%s is refused with a sentence, and stays', (_what, typed, error) => {
    expect(answer(businessForm(i18n), { ...business, ...typed })).toMatchObject({ error, kept: typed })
  })

  test.each([
    ['right to left', { name: 'صالون الميناء' }],
    ['emoji', { name: '💈 Harbour' }],
    ['a plus sign in an address', { email: 'rita+salon@example.test' }],
    ['a telephone with everything', { phone: '+351 (21) 345-67.80' }],
    ['a website', { website: 'https://harbour-salon.test/pt' }],
  ])('%s is taken as it is', (_what, typed) => {
    expect(answer(businessForm(i18n), { ...business, ...typed })).toMatchObject({ value: typed })
  })

  test('a name that is missing is asked for', () => {
    expect(answer(businessForm(i18n), { ...business, name: '' })).toMatchObject({ error: { name: ['Enter the name of the business'] } })
  })

  test('what is left empty is nothing', () => {
    expect(answer(businessForm(i18n), { ...business, phone: '', about: '  ' })).toMatchObject({ value: { phone: null, about: null, kicker: null } })
  })
})

describe('what people type into a store', () => {
  test.each([
    ['a rate in words', { taxRate: 'a lot' }, { taxRate: ['Enter the rate in percent, such as 23 or 6.5'] }],
    ['a rate above the whole', { taxRate: '101' }, { taxRate: ['Enter the rate in percent, such as 23 or 6.5'] }],
    ['a country that is none', { country: 'XX' }, { country: ['Choose a country'] }],
    ['no choice about the tax', { taxIncluded: '' }, { taxIncluded: ['Choose whether your prices include the tax'] }],
  ])('%s is refused with a sentence', (_what, typed, error) => {
    expect(answer(storeForm(i18n), { ...store, ...typed })).toMatchObject({ error })
  })

  test('a rate is read as people write it', () => {
    expect(answer(storeForm(i18n), { ...store, taxRate: '6,5 %' })).toMatchObject({ value: { taxRate: 65_000, taxIncluded: 'yes' } })
  })
})

test('an invitation needs an address and a role that there is', () => {
  expect(answer(invitationForm(i18n), { email: '', role: 'emperor' })).toMatchObject({ error: { email: ['Enter the e-mail address'], role: ['Choose a role'] } })
})

test('a staff profile needs a name', () => {
  expect(answer(staffForm(i18n), { title: 'Colourist' })).toMatchObject({ error: { name: ['Enter the name'] }, kept: { title: 'Colourist' } })
})

test('one trade alone is a list too', () => {
  expect(answer(domainsForm(i18n), { enabled: 'appointments', defaultDomain: 'appointments' })).toMatchObject({ value: { enabled: ['appointments'] } })
  expect(answer(domainsForm(i18n), { defaultDomain: 'appointments' })).toMatchObject({ error: { enabled: ['Choose at least one'] } })
})
