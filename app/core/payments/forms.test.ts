import { expect, test } from 'vitest'
import { readForm } from '~/platform/forms.server'
import { i18nFor } from '~/platform/words/i18n'
import { paymentSettingsForm, termsValues } from './forms'
import type { PaymentTerms } from './model/payment-terms'

const i18n = i18nFor('en')

function sent(fields: Readonly<Record<string, string>>) {
  const form = new FormData()
  for (const [name, value] of Object.entries({ holdMinutes: '30', ...fields })) form.set(name, value)
  return readForm(form, paymentSettingsForm(i18n))
}

test.each<PaymentTerms>([{ kind: 'on-arrival' }, { kind: 'in-full' }, { kind: 'deposit', percent: 30, restDays: null }, { kind: 'deposit', percent: 99, restDays: 7 }])(
  '%j comes back from its form as it was',
  (terms) => {
    const shown = Object.fromEntries(Object.entries(termsValues(terms)).map(([name, value]) => [`terms.${name}`, value]))
    const read = sent(shown)
    expect(read.ok && read.value).toEqual({ terms, holdMinutes: 30, releaseDays: null })
  },
)

test.each<[Readonly<Record<string, string>>, Readonly<Record<string, string[]>>]>([
  [{}, { 'terms.kind': ['Choose when customers pay'] }],
  [{ 'terms.kind': 'as-business' }, { 'terms.kind': ['Choose when customers pay'] }],
  [{ 'terms.kind': 'deposit' }, { 'terms.percent': ['Enter a whole number from 1 to 99'] }],
  [{ 'terms.kind': 'deposit', 'terms.percent': '0' }, { 'terms.percent': ['Enter a whole number from 1 to 99'] }],
  [{ 'terms.kind': 'deposit', 'terms.percent': 'a third' }, { 'terms.percent': ['Enter a whole number from 1 to 99'] }],
  [{ 'terms.kind': 'deposit', 'terms.percent': '30', 'terms.restDays': '0' }, { 'terms.restDays': ['Enter a whole number from 1 to 365'] }],
  [{ 'terms.kind': 'in-full', holdMinutes: '4' }, { holdMinutes: ['Enter a whole number from 5 to 1380'] }],
  [{ 'terms.kind': 'in-full', holdMinutes: '' }, { holdMinutes: ['Enter a whole number from 5 to 1380'] }],
])('%j gets its sentence, and what was typed stays', (fields, sentences) => {
  const read = sent(fields)
  expect(read.ok).toBe(false)
  expect(read.again().error).toEqual(sentences)
  if (fields['terms.percent']) expect(read.again().initialValue).toMatchObject({ terms: { percent: fields['terms.percent'] } })
})
