import { expect, test } from 'vitest'
import { Landlady } from '../../../tests/world/house'
import { withDatabase } from '../../../tests/world/world'
import { answerNights } from './nights-page.server'
import { answerRates, blankRates, ratesValues } from './rates-editor.server'

withDatabase()

function filled(values: Readonly<Record<string, unknown>>): FormData {
  const form = new FormData()
  const write = (name: string, value: unknown): void => {
    if (Array.isArray(value)) value.forEach((one, at) => write(typeof one === 'object' ? `${name}[${at}]` : name, one))
    else if (typeof value === 'object' && value !== null) for (const [key, one] of Object.entries(value)) write(`${name}.${key}`, one)
    else form.append(name, String(value))
  }
  for (const [name, value] of Object.entries(values)) write(name, value)
  return form
}

const wrongIn = (answer: object) => ('again' in answer ? Object.keys((answer.again as { error: object }).error).sort() : [])

test('all that is wrong with rates is told at once: figures, and amounts that are none', () => {
  const landlady = new Landlady()
  const { listing } = landlady.property()
  const values = { ...ratesValues(landlady.owner, blankRates, false), nightly: '120' }
  const fees = [{ name: 'Cleaning', per: 'stay', amount: 'much' }, { name: 'Linen', per: 'guest', amount: '5' }]
  expect(wrongIn(answerRates(landlady.owner, filled({ ...values, nightly: 'lots', tax: '-1', minNights: 'two', fees }), listing.id))).toEqual(['fees[0].amount', 'minNights', 'nightly', 'tax'])
  expect(wrongIn(answerRates(landlady.owner, filled({ ...values, nightly: '' }), listing.id))).toEqual(['nightly'])
  expect(answerRates(landlady.owner, filled({ ...values, fees: fees.slice(1) }), listing.id)).toMatchObject({ saved: { stay: { nightlyMinor: 120_00 } } })
})

test('of nights that are changed, what is wrong with the dates is told with the price or the reason that is lacking', () => {
  const landlady = new Landlady()
  const { listing } = landlady.property()
  const wrong = (values: Readonly<Record<string, string>>) => wrongIn(answerNights(landlady.owner, filled(values), listing.id))
  expect(wrong({ firstNight: '2027-02-30', lastNight: '', act: 'block' })).toEqual(['firstNight', 'lastNight', 'reason'])
  expect(wrong({ firstNight: '2027-02-01', lastNight: '', act: 'price', price: 'lots' })).toEqual(['lastNight', 'price'])
  expect(wrong({ firstNight: '2027-02-01', lastNight: '2027-02-02', act: 'price', price: '90' })).toEqual([])
})
