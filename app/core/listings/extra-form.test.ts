import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { i18nFor } from '~/platform/words/i18n'
import { extraForm } from './extra-form'
import { aField, aValue } from './fields-under-test'
import type { Field } from './model/field-schema'

const i18n = i18nFor('en')
const field = (kind: Field['kind'], more: Partial<Field> = {}): Field => ({ key: 'size', kind, title: 'Size', help: null, required: true, options: [], min: null, max: null, ...more })
const said = (asked: Field, value: unknown) => {
  const read = extraForm(i18n, [asked]).safeParse(value === undefined ? {} : { size: value })
  return read.success ? read.data.size : read.error.issues.map(({ message }) => message).join('; ')
}

describe('the form that fields make', () => {
  test('takes every value that fits its field, as it is', () => {
    fc.assert(
      fc.property(
        aField.chain((asked) => aValue(asked).map((value) => ({ asked, value }))),
        ({ asked, value }) => {
          const read = extraForm(i18n, [asked]).safeParse({ [asked.key]: value })
          expect(read.success && read.data[asked.key]).toBe(value)
        },
      ),
    )
  })

  test('takes nothing where nothing is required, and refuses it where something is; a box says no', () => {
    fc.assert(
      fc.property(aField, (asked) => {
        const read = extraForm(i18n, [asked]).safeParse({})
        expect(read.success).toBe(!asked.required || asked.kind === 'boolean')
        if (read.success) expect(read.data[asked.key]).toBe(asked.kind === 'boolean' ? false : undefined)
      }),
    )
  })

  test('never takes what lies outside of its limits', () => {
    fc.assert(
      fc.property(fc.integer({ min: -50, max: 50 }), fc.nat({ max: 20 }), fc.integer({ min: -200, max: 200 }), (min, width, value) => {
        const read = extraForm(i18n, [field('integer', { min, max: min + width })]).safeParse({ size: value })
        expect(read.success).toBe(value >= min && value <= min + width)
      }),
    )
  })

  test.each<[Field, unknown, string]>([
    [field('string'), undefined, 'Size: fill this in'],
    [field('string'), '   ', 'Size: fill this in'],
    [field('string', { min: 3 }), 'ab', 'Size: write at least 3 letters'],
    [field('string', { max: 3 }), 'abcd', 'Size: write at most 3 letters'],
    [field('string'), 'x'.repeat(201), 'Size: write at most 200 letters'],
    [field('text'), 'x'.repeat(4001), 'Size: write at most 4000 letters'],
    [field('integer'), 1.5, 'Size: enter a whole number'],
    [field('integer'), 'many', 'Size: enter a whole number'],
    [field('number'), 'many', 'Size: enter a number such as 1.5'],
    [field('number', { min: 2 }), 1, 'Size: enter 2 or more'],
    [field('number', { max: 2 }), 3, 'Size: enter 2 or less'],
    [field('enum', { options: ['S', 'M'] }), 'XL', 'Size: choose one of the answers'],
    [field('date'), '2027-02-29', 'Size: enter a date such as 2027-03-28'],
  ])('%o says of %o what is wrong', (asked, value, sentence) => {
    expect(said(asked, value)).toBe(sentence)
  })
})
