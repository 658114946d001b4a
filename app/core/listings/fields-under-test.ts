import fc from 'fast-check'
import { fieldKinds, isFieldKey, type Field, type FieldValue } from './model/field-schema'

const key = fc.stringMatching(/^[a-z][a-zA-Z0-9_]{0,20}$/).filter(isFieldKey)
const words = fc.stringMatching(/^[A-Za-zçãéü]{1,12}( [a-z]{1,8}){0,2}$/)

/** Any field that a category may ask. */
export const aField: fc.Arbitrary<Field> = fc
  .record({
    key,
    kind: fc.constantFrom(...fieldKinds),
    title: words,
    help: fc.option(words),
    required: fc.boolean(),
    options: fc.uniqueArray(words, { minLength: 2, maxLength: 6 }),
    limits: fc.tuple(fc.option(fc.integer({ min: 0, max: 90 })), fc.option(fc.integer({ min: 90, max: 200 }))),
  })
  .map(({ options, limits: [min, max], ...field }) => {
    const limited = field.kind !== 'boolean' && field.kind !== 'enum' && field.kind !== 'date'
    return { ...field, options: field.kind === 'enum' ? options : [], min: limited ? min : null, max: limited ? max : null }
  })

/** A value that a field takes. */
export function aValue({ kind, options, min, max }: Field): fc.Arbitrary<FieldValue> {
  switch (kind) {
    case 'string':
    case 'text':
      return fc.string({ unit: fc.constantFrom('a', 'é', 'Z', '7'), minLength: Math.max(1, min ?? 0), maxLength: max ?? 200 })
    case 'integer':
      return fc.integer({ min: min ?? -1000, max: max ?? 1000 })
    case 'number':
      return fc.double({ min: min ?? -1000, max: max ?? 1000, noNaN: true }).map((number) => number + 0)
    case 'boolean':
      return fc.boolean()
    case 'enum':
      return fc.constantFrom(...options)
    case 'date':
      return fc.date({ min: new Date('1900-01-01'), max: new Date('2200-01-01'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10))
  }
}
