import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { AccessExample, AccessExamples, ExampleTown } from '~/kernel/access-examples'
import { modules } from '~/registry'
import { root } from '../serving'

/** Who asks, in the order of the columns. */
export const columns = ['nobody', 'link', 'customer', 'stranger', 'staff', 'manager', 'owner', 'agent', 'admin'] as const
export type Column = (typeof columns)[number]

export const answers = ['ok', 'login', '403', '404'] as const
export type Cell = (typeof answers)[number]

export interface Row {
  /** `GET /account`. */
  readonly name: string
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly cells: Readonly<Record<Column, Cell>>
  /** The file it stands in. */
  readonly from: string
}

/** What came back: a cell's word, or what is none of them. */
export type Observed = ReadonlyMap<string, Readonly<Record<Column, string>>>

const folders = [...modules.map(({ folder }) => join('app', folder)), join('app', 'shells'), 'server']

/** Every row of every module's table, and of the shells' and the server's. Throws where one is written wrongly. */
export function readTable(): Row[] {
  return folders.flatMap((folder) => {
    const file = join(folder, 'access.csv')
    return existsSync(join(root, file)) ? parseTable(readFileSync(join(root, file), 'utf8'), file) : []
  })
}

/** Reads one table. */
export function parseTable(text: string, from: string): Row[] {
  const [head = '', ...lines] = text.split('\n').map((line) => line.trim()).filter(Boolean)
  if (head !== ['method', 'path', ...columns].join(',')) throw new Error(`${from} begins with “${head}”`)
  return lines.map((line) => {
    const [method, path = '', ...cells] = line.split(',').map((part) => part.trim())
    if ((method !== 'GET' && method !== 'POST') || !path.startsWith('/')) throw new Error(`${from}: “${line}” names no method and path`)
    const wrong = cells.find((cell) => !answers.some((answer) => answer === cell))
    if (wrong !== undefined || cells.length !== columns.length) throw new Error(`${from}: “${line}” has ${wrong === undefined ? `${cells.length} cells` : `“${wrong}”`}`)
    const byColumn = Object.fromEntries(columns.map((column, at) => [column, cells[at]])) as Record<Column, Cell>
    return { name: `${method} ${path}`, method, path, cells: byColumn, from }
  })
}

/** Every example beside a table. */
export async function readExamples(): Promise<Map<string, AccessExamples[`GET /${string}`]>> {
  const found = new Map<string, AccessExamples[`GET /${string}`]>()
  for (const folder of folders) {
    const file = join(root, folder, 'access.examples.ts')
    if (!existsSync(file)) continue
    const { default: examples } = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as { default: AccessExamples }
    for (const [name, example] of Object.entries(examples)) {
      if (found.has(name)) throw new Error(`${dirname(file)} gives a second example of ${name}`)
      found.set(name, example)
    }
  }
  return found
}

/** Every cell that says something else than what came back, as a sentence. */
export function mismatches(table: readonly Row[], observed: Observed): string[] {
  return table.flatMap(({ name, cells, from }) =>
    columns.flatMap((column) => {
      const came = observed.get(name)?.[column] ?? 'nothing'
      return came === cells[column] ? [] : [`${name}: ${column} should get ${cells[column]} and got ${came} (${from})`]
    }),
  )
}

export function exampleFor(name: string, examples: ReadonlyMap<string, AccessExamples[`GET /${string}`]>, town: ExampleTown): AccessExample {
  const example = examples.get(name)
  if (!example) throw new Error(`${name} has no example`)
  return typeof example === 'function' ? example(town) : example
}

/** The address that a row is asked at. */
export function addressOf(path: string, { params = {}, query = {} }: AccessExample): string {
  const values: Readonly<Record<string, string>> = { business: 'harbour-salon', ...params }
  const filled = path.replace(/:(\w+)|\*/g, (_whole, name: string | undefined) => {
    const value = name === undefined ? 'nothing-stands-here' : values[name]
    if (value === undefined) throw new Error(`${path}: its example gives no “${name}”`)
    return encodeURIComponent(value)
  })
  const search = new URLSearchParams(query).toString()
  return search ? `${filled}?${search}` : filled
}
