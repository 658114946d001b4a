import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aField } from '../fields-under-test'
import { readFieldSchema, schemaOf } from './field-schema'

const colour = { type: 'string', title: 'Colour' }
const asking = (property: unknown, key = 'colour') => ({ type: 'object', properties: { [key]: property } })

describe('the subset of JSON Schema', () => {
  test('what its fields make is read back as it was, in the same order', () => {
    fc.assert(
      fc.property(fc.uniqueArray(aField, { selector: ({ key }) => key, maxLength: 8 }), (fields) => {
        expect(readFieldSchema(JSON.parse(JSON.stringify(schemaOf(fields))))).toEqual({ ok: true, value: fields })
      }),
    )
  })

  test('nothing asked is a schema too', () => {
    expect(readFieldSchema({ type: 'object' })).toEqual({ ok: true, value: [] })
  })

  test('whatever it is given, it answers', () => {
    fc.assert(fc.property(fc.jsonValue(), (schema) => void readFieldSchema(schema)))
    fc.assert(fc.property(fc.jsonValue(), (property) => void readFieldSchema(asking(property))))
  })

  test.each<[string, unknown, string, string]>([
    ['a list', [], '', 'not-an-object'],
    ['nothing', null, '', 'not-an-object'],
    ['a schema of a string', { type: 'string' }, 'type', 'not-an-object'],
    ['a reference to elsewhere', { type: 'object', $ref: '#/x' }, '$ref', 'unknown-word'],
    ['definitions', { type: 'object', $defs: {} }, '$defs', 'unknown-word'],
    ['a choice of schemas', { type: 'object', oneOf: [] }, 'oneOf', 'unknown-word'],
    ['a condition', { type: 'object', if: {} }, 'if', 'unknown-word'],
    ['properties by pattern', { type: 'object', patternProperties: {} }, 'patternProperties', 'unknown-word'],
    ['more than it says', { type: 'object', additionalProperties: true }, 'additionalProperties', 'bad-flag'],
    ['a list of properties', { type: 'object', properties: [] }, 'properties', 'not-an-object'],
    ['a requirement of what there is not', { ...asking(colour), required: ['shape'] }, 'required', 'bad-required'],
    ['a requirement made twice', { ...asking(colour), required: ['colour', 'colour'] }, 'required', 'bad-required'],
    ['required as a flag', { ...asking(colour), required: true }, 'required', 'bad-required'],
    ['too many fields', { type: 'object', properties: Object.fromEntries(Array.from({ length: 31 }, (_, at) => [`f${at}`, colour])) }, 'properties', 'too-many'],
    ['true for a field', asking(true), 'properties/colour', 'not-an-object'],
    ['a key with a dot', asking(colour, 'a.b'), 'properties/a.b', 'bad-key'],
    ['a key that every object has', asking(colour, 'constructor'), 'properties/constructor', 'bad-key'],
    ['an object inside', asking({ ...colour, type: 'object' }), 'properties/colour/type', 'wrong-type'],
    ['a list inside', asking({ ...colour, type: 'array', items: {} }), 'properties/colour/type', 'wrong-type'],
    ['several types', asking({ ...colour, type: ['string', 'null'] }), 'properties/colour/type', 'wrong-type'],
    ['no type', asking({ title: 'Colour' }), 'properties/colour/type', 'wrong-type'],
    ['an e-mail address', asking({ ...colour, format: 'email' }), 'properties/colour/format', 'wrong-format'],
    ['a pattern', asking({ ...colour, pattern: '^a' }), 'properties/colour/pattern', 'unknown-word'],
    ['a default', asking({ ...colour, default: 'red' }), 'properties/colour/default', 'unknown-word'],
    ['a constant', asking({ ...colour, const: 'red' }), 'properties/colour/const', 'unknown-word'],
    ['steps of a number', asking({ type: 'number', title: 'Size', multipleOf: 2 }), 'properties/colour/multipleOf', 'unknown-word'],
    ['a limit that is left out', asking({ type: 'number', title: 'Size', exclusiveMinimum: 0 }), 'properties/colour/exclusiveMinimum', 'unknown-word'],
    ['letters of a number', asking({ type: 'integer', title: 'Size', maxLength: 3 }), 'properties/colour/maxLength', 'unknown-word'],
    ['a limit of a date', asking({ ...colour, format: 'date', minLength: 3 }), 'properties/colour/minLength', 'unknown-word'],
    ['a choice of numbers', asking({ type: 'integer', title: 'Size', enum: [1, 2] }), 'properties/colour/enum', 'unknown-word'],
    ['no title', asking({ type: 'string' }), 'properties/colour/title', 'bad-text'],
    ['a title of blanks', asking({ type: 'string', title: '  ' }), 'properties/colour/title', 'bad-text'],
    ['help that is no text', asking({ ...colour, description: 7 }), 'properties/colour/description', 'bad-text'],
    ['half a letter', asking({ ...colour, minLength: 1.5 }), 'properties/colour/minLength', 'bad-limit'],
    ['fewer than no letters', asking({ ...colour, maxLength: -1 }), 'properties/colour/maxLength', 'bad-limit'],
    ['a limit in words', asking({ type: 'number', title: 'Size', maximum: 'ten' }), 'properties/colour/maximum', 'bad-limit'],
    ['half of a whole number', asking({ type: 'integer', title: 'Size', minimum: 0.5 }), 'properties/colour/minimum', 'bad-limit'],
    ['limits that cross', asking({ ...colour, minLength: 5, maxLength: 4 }), 'properties/colour/maxLength', 'limits-crossed'],
    ['one answer', asking({ ...colour, enum: ['red'] }), 'properties/colour/enum', 'bad-options'],
    ['the same answer twice', asking({ ...colour, enum: ['red', 'red'] }), 'properties/colour/enum', 'bad-options'],
    ['an answer that is no text', asking({ ...colour, enum: ['red', null] }), 'properties/colour/enum', 'bad-options'],
    ['an empty answer', asking({ ...colour, enum: ['red', ''] }), 'properties/colour/enum', 'bad-options'],
  ])('%s is refused at its place', (_what, schema, at, why) => {
    expect(readFieldSchema(schema)).toEqual({ ok: false, refusal: { at, why } })
  })
})
