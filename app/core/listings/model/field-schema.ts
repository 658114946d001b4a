import { ok, refuse, type Result } from '~/kernel/result'

export const fieldKinds = ['string', 'text', 'integer', 'number', 'boolean', 'enum', 'date'] as const
export type FieldKind = (typeof fieldKinds)[number]

/** A field that a category adds to the form of its listings. */
export interface Field {
  /** Stays the same over the versions of a category: a lower-case letter, then letters, digits and _. */
  readonly key: string
  readonly kind: FieldKind
  readonly title: string
  readonly help: string | null
  readonly required: boolean
  /** What an `enum` chooses from; empty for the others. */
  readonly options: readonly string[]
  /** The least letters of a `string` or `text`, the least value of an `integer` or `number`; null: no limit. */
  readonly min: number | null
  /** The most letters, or the greatest value; null: no limit of its own. */
  readonly max: number | null
}

export type FieldValue = string | number | boolean

/** Where a schema leaves the subset, as a path of keywords (`properties/length/pattern`; '' is the schema itself), and how. */
export interface SchemaRefusal {
  readonly at: string
  readonly why:
    | 'not-an-object'
    | 'unknown-word'
    | 'wrong-type'
    | 'wrong-format'
    | 'bad-key'
    | 'bad-text'
    | 'bad-flag'
    | 'bad-limit'
    | 'limits-crossed'
    | 'bad-options'
    | 'bad-required'
    | 'too-many'
}

export const mostFields = 30
export const mostOptions = 50
/** The most letters of a short and of a long text, where the field has no lower limit. */
export const mostLetters = { string: 200, text: 4000 } as const

/**
 * Reads the fields out of a JSON Schema. The subset: an object of `properties` in the order of the form and a list `required`; each property has
 * `type` string, integer, number or boolean, a `title`, perhaps a `description` as help; a string may have `format` "date" or "multiline", or `enum`,
 * or `minLength` and `maxLength`; numbers may have `minimum` and `maximum`. `additionalProperties: false` and `$schema` are let through.
 * Anything else is refused with its place.
 */
export function readFieldSchema(schema: unknown): Result<Field[], SchemaRefusal> {
  if (!isObject(schema)) return refuse({ at: '', why: 'not-an-object' })
  const unknown = Object.keys(schema).find((word) => !rootWords.includes(word))
  if (unknown !== undefined) return refuse({ at: unknown, why: 'unknown-word' })
  if (schema.type !== 'object') return refuse({ at: 'type', why: 'not-an-object' })
  if (schema.additionalProperties !== undefined && schema.additionalProperties !== false) return refuse({ at: 'additionalProperties', why: 'bad-flag' })
  const properties = schema.properties ?? {}
  if (!isObject(properties)) return refuse({ at: 'properties', why: 'not-an-object' })
  const keys = Object.keys(properties)
  if (keys.length > mostFields) return refuse({ at: 'properties', why: 'too-many' })
  const required = schema.required ?? []
  if (!Array.isArray(required) || required.some((key) => !keys.includes(key as string)) || new Set(required).size !== required.length) {
    return refuse({ at: 'required', why: 'bad-required' })
  }
  const fields: Field[] = []
  for (const key of keys) {
    const field = readField(key, properties[key], required.includes(key))
    if (!field.ok) return field
    fields.push(field.value)
  }
  return ok(fields)
}

/** The JSON Schema of these fields; `readFieldSchema` reads it back. */
export function schemaOf(fields: readonly Field[]): Record<string, unknown> {
  return {
    type: 'object',
    properties: Object.fromEntries(fields.map((field) => [field.key, propertyOf(field)])),
    required: fields.filter(({ required }) => required).map(({ key }) => key),
    additionalProperties: false,
  }
}

/** Whether a text may be the key of a field. */
export function isFieldKey(text: string): boolean {
  // Names that every object has are no keys, or a form would find what nobody sent.
  return /^[a-z][a-zA-Z0-9_]{0,39}$/.test(text) && !(text in {})
}

function readField(key: string, property: unknown, required: boolean): Result<Field, SchemaRefusal> {
  const at = `properties/${key}`
  if (!isFieldKey(key)) return refuse({ at, why: 'bad-key' })
  if (!isObject(property)) return refuse({ at, why: 'not-an-object' })
  const kind = kindOf(at, property)
  if (!kind.ok) return kind
  const unknown = Object.keys(property).find((word) => !everyField.includes(word) && !wordsOf[kind.value].includes(word))
  if (unknown !== undefined) return refuse({ at: `${at}/${unknown}`, why: 'unknown-word' })
  if (!isText(property.title, 120)) return refuse({ at: `${at}/title`, why: 'bad-text' })
  if (property.description !== undefined && !isText(property.description, 400)) return refuse({ at: `${at}/description`, why: 'bad-text' })
  if (kind.value === 'enum' && !areOptions(property.enum)) return refuse({ at: `${at}/enum`, why: 'bad-options' })
  const limits = readLimits(at, kind.value, property)
  if (!limits.ok) return limits
  const options = kind.value === 'enum' ? (property.enum as string[]) : []
  return ok({ key, kind: kind.value, title: property.title, help: property.description ?? null, required, options, ...limits.value })
}

function kindOf(at: string, { type, format, enum: options }: Record<string, unknown>): Result<FieldKind, SchemaRefusal> {
  if (type === 'integer' || type === 'number' || type === 'boolean') return ok(type)
  if (type !== 'string') return refuse({ at: `${at}/type`, why: 'wrong-type' })
  if (options !== undefined) return ok('enum')
  if (format === undefined) return ok('string')
  if (format === 'date') return ok('date')
  return format === 'multiline' ? ok('text') : refuse({ at: `${at}/format`, why: 'wrong-format' })
}

function readLimits(at: string, kind: FieldKind, property: Record<string, unknown>): Result<{ min: number | null; max: number | null }, SchemaRefusal> {
  const words = limitWords(kind)
  if (!words) return ok({ min: null, max: null })
  const [min, max] = words.map((word) => property[word] ?? null)
  if (!isLimit(kind, min)) return refuse({ at: `${at}/${words[0]}`, why: 'bad-limit' })
  if (!isLimit(kind, max)) return refuse({ at: `${at}/${words[1]}`, why: 'bad-limit' })
  if (min !== null && max !== null && min > max) return refuse({ at: `${at}/${words[1]}`, why: 'limits-crossed' })
  return ok({ min, max })
}

function isLimit(kind: FieldKind, limit: unknown): limit is number | null {
  if (limit === null) return true
  if (typeof limit !== 'number' || !Number.isFinite(limit) || Math.abs(limit) > Number.MAX_SAFE_INTEGER) return false
  if (kind === 'number') return true
  if (!Number.isInteger(limit)) return false
  return kind === 'integer' || (limit >= 0 && limit <= mostLetters[kind === 'text' ? 'text' : 'string'])
}

function propertyOf({ kind, title, help, options, min, max }: Field): Record<string, unknown> {
  const words = limitWords(kind)
  return {
    type: kind === 'integer' || kind === 'number' || kind === 'boolean' ? kind : 'string',
    ...(kind === 'date' ? { format: 'date' } : kind === 'text' ? { format: 'multiline' } : {}),
    title,
    ...(help === null ? {} : { description: help }),
    ...(kind === 'enum' ? { enum: [...options] } : {}),
    ...(words && min !== null ? { [words[0]]: min } : {}),
    ...(words && max !== null ? { [words[1]]: max } : {}),
  }
}

function limitWords(kind: FieldKind): readonly [string, string] | null {
  if (kind === 'string' || kind === 'text') return ['minLength', 'maxLength']
  return kind === 'integer' || kind === 'number' ? ['minimum', 'maximum'] : null
}

function areOptions(options: unknown): boolean {
  return Array.isArray(options) && options.length >= 2 && options.length <= mostOptions && options.every((option) => isText(option, 100)) && new Set(options).size === options.length
}

function isText(text: unknown, most: number): text is string {
  return typeof text === 'string' && text.trim() !== '' && text === text.trim() && text.length <= most
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const rootWords = ['$schema', 'type', 'properties', 'required', 'additionalProperties']
const everyField = ['type', 'title', 'description']
const wordsOf: Readonly<Record<FieldKind, readonly string[]>> = {
  string: ['minLength', 'maxLength'],
  text: ['format', 'minLength', 'maxLength'],
  integer: ['minimum', 'maximum'],
  number: ['minimum', 'maximum'],
  boolean: [],
  enum: ['enum'],
  date: ['format'],
}
