import type Database from 'better-sqlite3'
import type { AccessExample } from '~/kernel/access-examples'
import type { Column } from './table'

const names = ['id', 'slug', 'reference', 'id_hash']
const owners = ['business_id', 'user_id']

/** What stands for the same thing of another tenant: a row of the same table, as like it as there is one. Null where the value names nobody's row. */
export function foreignValue(file: Database.Database, value: string): string | null {
  for (const table of tablesOf(file)) {
    const columns = columnsOf(file, table)
    const owner = owners.find((column) => columns.includes(column))
    const name = names.find((column) => columns.includes(column) && file.prepare(`SELECT 1 FROM "${table}" WHERE "${column}" = ?`).get(value) !== undefined)
    if (!owner || !name) continue
    const own = file.prepare(`SELECT * FROM "${table}" WHERE "${name}" = ?`).get(value) as Record<string, unknown>
    const others = file.prepare(`SELECT * FROM "${table}" WHERE "${owner}" <> ?`).all(own[owner]) as Record<string, unknown>[]
    const [nearest] = others.filter((other) => other[name] !== value).sort((a, b) => likeness(own, b) - likeness(own, a))
    if (!nearest) throw new Error(`No other tenant has a row in ${table}: nobody could reach for it`)
    return String(nearest[name])
  }
  return null
}

interface ForeignExample {
  readonly what: string
  readonly foreign: AccessExample
}

interface Looks {
  foreign(value: string): string | null
  tokenOf(reference: string): string
}

/** The example once for each id in its path and in each of its fields, with another tenant's in its place; a list is exchanged whole. */
export function withForeignIds(example: AccessExample, sender: Column, town: Looks): ForeignExample[] {
  const { params = {}, query = {}, body = {} } = example
  const own = params.reference
  // Whoever holds a link holds one booking's: it stays theirs when they reach for another.
  const held: Record<string, string> = sender === 'link' && own !== undefined ? { token: town.tokenOf(own) } : {}
  const inPath = Object.entries(params).flatMap(([name, value]) => {
    const foreign = name === 'business' ? null : exchanged(value, town)
    return foreign === null ? [] : [{ what: `:${name} of another`, foreign: { ...example, params: { ...params, [name]: foreign }, query: { ...query, ...held } } }]
  })
  const inFields = Object.entries(body).flatMap(([name, value]) => {
    const values = typeof value === 'string' ? [value] : value
    const foreign = values.map((one) => exchanged(one, town) ?? one)
    if (foreign.every((one, at) => one === values[at])) return []
    return [{ what: `field ${name} of another`, foreign: { ...example, body: { ...body, [name]: typeof value === 'string' ? (foreign[0] ?? '') : foreign } } }]
  })
  return [...inPath, ...inFields]
}

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

// An id may stand inside of a value, as in a choice.
function exchanged(value: string, town: Looks): string | null {
  if (value === '') return null
  const whole = town.foreign(value)
  if (whole !== null) return whole
  const changed = value.replace(uuid, (id) => town.foreign(id) ?? id)
  return changed === value ? null : changed
}

function likeness(one: Record<string, unknown>, other: Record<string, unknown>): number {
  return Object.entries(one).filter(([name, value]) => other[name] === value).length
}

function tablesOf(file: Database.Database): string[] {
  return file.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name").pluck().all() as string[]
}

function columnsOf(file: Database.Database, table: string): string[] {
  return (file.pragma(`table_info("${table}")`) as { name: string }[]).map(({ name }) => name)
}
