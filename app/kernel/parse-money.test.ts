import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decimalText, parseMoney } from './money'

describe('amounts as people type them', () => {
  test.each([
    ['45', 4500], ['45,50', 4550], ['45.50', 4550], ['45.5', 4550], ['1.234,50', 123450], ['1,234.50', 123450],
    ['1 234,50', 123450], ['1\u00a0234,50', 123450], ['1\u202f234,50', 123450], ["1'234.50", 123450], ['1’234.50', 123450],
    ['1.234', 123400], ['1,234', 123400], ['1.234.567', 123456700], ['1,23,456.70', 12345670], ['1234567', 123456700],
    ['  45 ', 4500], ['€45', 4500], ['45 €', 4500], ['EUR 45', 4500], ['45 eur', 4500], ['４５', 4500],
    ['0', 0], ['.50', 50], [',5', 50], ['-5', -500], ['−5', -500], ['+5', 500], ['-0', 0], ['007', 700],
  ])('"%s" in EUR is %s', (text, expected) => expect(parseMoney(text, 'EUR')).toBe(expected))

  test.each([
    '', ' ', '.', ',', '-', '€', 'abc', '0,500', '1.2345', '12.34.56', '1.23.456', '1,234,56', '1.234,567,89', '45.', '45,',
    '1 23', '1e3', '0x10', '--5', '4-5', '$45', '45 USD', 'Infinity', 'NaN', '٤٥', '1,234.50.', "1'2", '90071992547409.92', '9'.repeat(61),
  ])('"%s" is no amount in EUR', (text) => expect(parseMoney(text, 'EUR')).toBeNull())

  test.each([
    ['JPY', '1,234', undefined, 1234], ['JPY', '1.234', undefined, 1234], ['JPY', '￥500', undefined, 500], ['JPY', '45.5', undefined, null],
    ['JPY', '1.234', 'en', null], ['KWD', '1.234', undefined, 1234], ['KWD', '1,234', undefined, 1_234_000], ['KWD', '1,234', 'pt', 1234],
    ['KWD', '1.234', 'pt', 1_234_000], ['KWD', '1.5', undefined, 1500], ['KWD', '0,500', undefined, 500],
    ['EUR', '1.234', 'pt-PT', 123400], ['EUR', '1,234', 'en', 123400], ['EUR', '45.50', 'pt-PT', 4550], ['EUR', '45,50', 'en', 4550],
  ] as const)('in %s, "%s" in language %s is %s', (currency, text, locale, expected) => {
    expect(parseMoney(text, currency, locale)).toBe(expected)
  })

  // Three digits after the mark of the decimals are a slip of the keyboard; to guess at thousands could ask a thousandfold price.
  test.each([['1.234', 'en'], ['45.505', 'en'], ['1,234', 'pt-PT']])('"%s" is refused where "%s" writes decimals so', (text, locale) => {
    expect(parseMoney(text, 'EUR', locale)).toBeNull()
  })

  test('an unknown currency throws', () => expect(() => parseMoney('1', 'XXY')).toThrow('Unknown currency'))

  test('what is written is read back, in currencies of 0, 2 and 3 decimals', () => {
    fc.assert(fc.property(fc.maxSafeInteger(), fc.constantFrom('JPY', 'EUR', 'KWD'), fc.constantFrom('en', 'pt-PT', 'de-CH'), (amount, currency, locale) => {
      expect(parseMoney(decimalText(amount, currency, locale), currency, locale)).toBe(amount + 0)
    }))
  })

  test('no text makes it throw or answer half a unit', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'0123456789.,\' €-') }), fc.constantFrom('JPY', 'EUR', 'KWD'), (text, currency) => {
      const amount = parseMoney(text, currency)
      expect(amount === null || Number.isSafeInteger(amount)).toBe(true)
    }))
  })

  test.each([
    [4550, 'EUR', 'en', '45.50'], [4550, 'EUR', 'pt-PT', '45,50'], [-5, 'EUR', 'en', '-0.05'], [0, 'EUR', 'en', '0.00'],
    [1234567, 'JPY', 'en', '1234567'], [5, 'KWD', 'en', '0.005'],
  ] as const)('%s in %s for %s is written %s', (amount, currency, locale, text) => expect(decimalText(amount, currency, locale)).toBe(text))
})
