import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AccessExample } from '~/kernel/access-examples'
import { pseudoLanguage } from '~/platform/words/i18n'
import { columns, exampleFor, readExamples, readTable, type Row } from '../walls/table'
import { openWalls, type WallsTown } from '../walls/town'
import { bareTextIn, changesIn, dataIn } from './bare-text'

// The pseudo-language wraps every sentence that went through the catalogue in ⟦ ⟧: what stands outside was never handed to it.
const speaking = `UPDATE users SET language = '${pseudoLanguage}'`
const pages = readTable().filter(({ path, cells }) => !/^\/(healthz|readyz|metrics|images\/:image)$|\.(ics|pdf)$/.test(path) && Object.values(cells).includes('ok'))

let town: WallsTown
let file: Database.Database
let exampleOf: (row: Row) => AccessExample

beforeAll(async () => {
  town = await openWalls(pseudoLanguage)
  const examples = await readExamples()
  exampleOf = ({ name }) => exampleFor(name, examples, town)
  file = new Database(town.database, { readonly: true })
})
afterAll(async () => {
  file?.close()
  await town?.stop()
})

describe('no page has text that never went through the catalogue', () => {
  test.each(pages.map((row) => [row.name, row] as const))('%s', async (_name, row) => {
    const example = exampleOf(row)
    const world = { ...example, before: [...(example.before ?? []), speaking] }
    await town.reset(world)
    const reader = columns.findLast((column) => row.cells[column] === 'ok') ?? 'nobody'
    // A form is sent empty: what it answers are its sentences about what is wrong.
    const page = await town.ask(row, row.method === 'POST' ? { ...world, body: {} } : world, reader)
    expect(page.status, page.html.slice(0, 300)).toBeLessThan(500)
    const data = row.path.endsWith('/audit') ? [...changesIn(file), ...dataIn(file)].sort((a, b) => b.length - a.length) : dataIn(file)
    // Below its headings a file holds what the business wrote, with addresses and figures for programs.
    const shown = row.path.endsWith('.csv') ? (page.html.split('\r\n')[0] ?? '') : page.html
    expect(bareTextIn(shown, data)).toEqual([])
  })
})
