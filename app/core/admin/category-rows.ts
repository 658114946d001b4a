import { fieldKinds, isFieldKey, readFieldSchema, schemaOf, type Field, type SchemaRefusal } from '~/core/listings/index.server'
import { slugOf } from '~/kernel/ids'

/** A field of a category as a row of its editor. */
export interface FieldRow {
  /** Of a field that there was before; a new one gets its key from its title. */
  readonly key?: string | undefined
  readonly title: string
  readonly kind: Field['kind']
  readonly help: string | null
  readonly required: boolean
  /** One answer on each line. */
  readonly options: string | null
  readonly min?: number | undefined
  readonly max?: number | undefined
}

/** The fields that these rows say, in their order, each with a key of its own. */
export function fieldsOfRows(rows: readonly FieldRow[]): Field[] {
  const taken = new Set<string>()
  return rows.map((row, at) => {
    const key = freeKey(row, at, taken, new Set(rows.flatMap((other) => (other === row ? [] : (other.key ?? [])))))
    taken.add(key)
    const { title, kind, help, required } = row
    const limited = kind !== 'boolean' && kind !== 'enum' && kind !== 'date'
    const options = kind === 'enum' ? linesOf(row.options) : []
    return { key, title, kind, help, required, options, min: limited ? (row.min ?? null) : null, max: limited ? (row.max ?? null) : null }
  })
}

/** The rows of these fields, as the form holds them. */
export function rowsOfFields(fields: readonly Field[]): Record<string, string>[] {
  return fields.map(({ key, title, kind, help, required, options, min, max }) => ({
    key, title, kind, help: help ?? '', required: required ? 'on' : '', options: options.join('\n'), min: min === null ? '' : String(min), max: max === null ? '' : String(max),
  }))
}

/** The fields that can be shown of rows as they were typed; those that are not complete are left out. */
export function previewOf(typed: unknown): Field[] {
  const rows = Array.isArray(typed) ? typed.map(rowAsTyped) : []
  return fieldsOfRows(rows).filter((field) => readFieldSchema(schemaOf([field])).ok)
}

/** The name of the control that a refusal of the schema is about; '' where it is none of them. */
export function controlOf({ at }: SchemaRefusal, fields: readonly Field[]): string {
  const [, key, word = 'title'] = at.split('/')
  const row = fields.findIndex((field) => field.key === key)
  return row < 0 ? '' : `fields[${row}].${controls[word] ?? 'title'}`
}

const controls: Readonly<Record<string, string>> = {
  title: 'title', description: 'help', type: 'kind', format: 'kind', enum: 'options', minLength: 'min', minimum: 'min', maxLength: 'max', maximum: 'max',
}

function freeKey({ key, title }: FieldRow, at: number, taken: ReadonlySet<string>, others: ReadonlySet<string>): string {
  if (key !== undefined && !taken.has(key)) return key
  const plain = (slugOf(title) ?? '').replaceAll('-', '_').replace(/^[^a-z]+/, '').slice(0, 30)
  const wanted = isFieldKey(plain) ? plain : `field_${at + 1}`
  const isFree = (name: string) => !taken.has(name) && !others.has(name)
  if (isFree(wanted)) return wanted
  let number = 2
  while (!isFree(`${wanted}_${number}`)) number += 1
  return `${wanted}_${number}`
}

function rowAsTyped(typed: unknown): FieldRow {
  const row: Readonly<Record<string, unknown>> = typeof typed === 'object' && typed !== null ? { ...typed } : {}
  const text = (name: string) => (typeof row[name] === 'string' ? row[name].trim() : '')
  const number = (name: string) => (text(name) === '' ? undefined : Number(text(name)))
  return {
    key: text('key') || undefined,
    title: text('title'),
    kind: fieldKinds.find((kind) => kind === row.kind) ?? 'string',
    help: text('help') || null,
    required: row.required === 'on',
    options: text('options') || null,
    min: number('min'),
    max: number('max'),
  }
}

function linesOf(text: string | null): string[] {
  return (text ?? '').split(/\r?\n/).map((line) => line.trim()).filter(Boolean)
}
