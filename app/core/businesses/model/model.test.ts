import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changesBetween } from './changes'
import { freeCode, isCode } from './codes'
import { freeSlug, isFitSlug } from './slugs'
import { mayMove } from './status-moves'
import { readTaxRate, taxRateText } from './tax-rate'

const id = '0190a000-0000-7000-8000-0000deadbeef'
const never = () => false

describe('slugs', () => {
  test.each([
    ['Harbour Salon', 'harbour-salon'],
    ['Café São João', 'cafe-sao-joao'],
    ['理髪店', 'deadbeef'],
    ['New', 'new-2'],
    ['Settings', 'settings-2'],
  ])('%s becomes %s', (name, slug) => expect(freeSlug(name, id, never)).toBe(slug))

  test('a taken one is numbered, past every number that is taken', () => {
    const taken = new Set(['salon', 'salon-2', 'salon-3'])
    expect(freeSlug('Salon', id, (slug) => taken.has(slug))).toBe('salon-4')
  })

  test.each([['harbour-salon', true], ['Harbour', false], ['new', false], ['a--b', false], ['', false], ['café', false]])('whether “%s” is fit: %s', (slug, fit) =>
    expect(isFitSlug(slug)).toBe(fit),
  )
})

describe('codes', () => {
  test.each([['Harbour Salon', 'HS'], ['Salon', 'SA'], ['The Old House by the River', 'TOHB'], ['理髪店', 'GAA'], ['1. FC 24', 'FC'], ['X', 'XAA']])('%s gets %s', (name, code) =>
    expect(freeCode(name, never)).toBe(code),
  )

  test('whatever the name and whatever is taken, a code is free and two to four letters', () => {
    fc.assert(fc.property(fc.string({ maxLength: 30 }), fc.nat(200), (name, others) => {
      const taken = new Set<string>()
      for (let index = 0; index < others; index += 1) taken.add(freeCode(name, (code) => taken.has(code)))
      const code = freeCode(name, (wanted) => taken.has(wanted))
      expect(isCode(code)).toBe(true)
      expect(taken.size).toBe(others)
      expect(taken.has(code)).toBe(false)
    }), { numRuns: 50 })
  })
})

describe('tax rates', () => {
  test.each([['23', 230_000], ['23 %', 230_000], ['6,5', 65_000], ['0', 0], ['100', 1_000_000], ['5.1234', 51_234]])('%s is %d parts per million', (text, ppm) =>
    expect(readTaxRate(text)).toBe(ppm),
  )
  test.each(['', 'VAT', '-5', '101', '1.23456', '1e2'])('“%s” is none', (text) => expect(readTaxRate(text)).toBeNull())
  test('what is written reads as what it was', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 1_000_000 }), (ppm) => void expect(readTaxRate(taxRateText(ppm))).toBe(ppm)))
  })
})

test('an audit row names every changed field and shows only what is not personal', () => {
  const before = { name: 'Ana', city: 'Lisbon', phone: '1' }
  expect(changesBetween(before, { name: 'Rui', city: 'Porto', phone: '1' }, ['city'])).toEqual({ changed: ['name', 'city'], to: { city: 'Porto' } })
  expect(changesBetween(before, { name: 'Ana' }, ['name'])).toBeNull()
})

test('an owner switches off and on; only an admin cancels and brings back', () => {
  expect(mayMove('owner', 'active', 'suspended')).toBe(true)
  expect(mayMove('owner', 'suspended', 'active')).toBe(true)
  expect(mayMove('owner', 'active', 'cancelled')).toBe(false)
  expect(mayMove('owner', 'cancelled', 'active')).toBe(false)
  expect(mayMove('admin', 'active', 'cancelled')).toBe(true)
  expect(mayMove('admin', 'cancelled', 'active')).toBe(true)
})
