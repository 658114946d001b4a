import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { AccessExample } from '~/kernel/access-examples'
import { landings } from '~/platform/landings'
import { root } from '../serving'
import { formsOf, type Page } from '../visitor'
import { doors } from './routes'
import { withForeignIds } from './foreign-ids'
import { answers, columns, exampleFor, mismatches, readExamples, readTable, type Column, type Row } from './table'
import { openWalls, type WallsTown } from './town'

const table = readTable()
let town: WallsTown
let exampleOf: (row: Pick<Row, 'name'>) => AccessExample
let named: ReadonlySet<string>
const observed = new Map<string, Record<Column, string>>()
/** GETs that wrote and are no landings, and refused POSTs that changed a row. */
const wrote: string[] = []

beforeAll(async () => {
  town = await openWalls()
  const examples = await readExamples()
  named = new Set(examples.keys())
  exampleOf = ({ name }) => exampleFor(name, examples, town)
})
afterAll(() => town.stop())

test('every page and every action has one row and one example, and nothing else has', async () => {
  const mounted = (await doors()).map(({ name }) => name)
  const rows = table.map(({ name }) => name)
  expect(mounted.filter((name) => !rows.includes(name)), 'without a row in an access.csv').toEqual([])
  expect(mounted.filter((name) => !named.has(name)), 'without an example').toEqual([])
  expect(rows.filter((name) => !mounted.includes(name)), 'rows of what is not there').toEqual([])
  expect([...named].filter((name) => !rows.includes(name)), 'examples of what is not there').toEqual([])
  expect(rows.filter((name, at) => rows.indexOf(name) !== at), 'rows that come twice').toEqual([])
})

test('a GET that may write stands on the one list of landings, and leads on to a clean page', async () => {
  const landed = (await doors()).filter(({ source }) => /\blanding\(/.test(readFileSync(join(root, source), 'utf8')))
  expect(landed.filter(({ name }) => !landings.some((path) => name === `GET ${path}`))).toEqual([])
  const led = table.filter((row) => row.method === 'GET' && !isPage(row)).map((row) => `${row.name} ${exampleOf(row).answers}`)
  expect(led).toEqual(landed.map(({ name }) => `${name} 303`))
})

describe('each row is answered to each column as its table says', () => {
  test.each(table.map((row) => [row.name, row] as const))('%s', async (_name, row) => {
    const example = exampleOf(row)
    const cells: Partial<Record<Column, string>> = {}
    let reached = false
    await town.reset(example)
    // Whoever is refused asks first: nothing they send may change a row.
    for (const column of [...columns].sort((a, b) => Number(row.cells[a] === 'ok') - Number(row.cells[b] === 'ok'))) {
      const page = await town.ask(row, example, column)
      cells[column] = wordFor(page, row, example)
      reached ||= page.status === expectedOf(row, example)
      if ((isPage(row) || cells[column] !== 'ok') && !town.isUntouched()) wrote.push(`${row.name} as ${column} (${page.status})`)
      if (row.method === 'POST' && cells[column] === 'ok') await town.reset(example)
    }
    observed.set(row.name, cells as Record<Column, string>)
    expect(mismatches([row], observed)).toEqual([])
    expect(reached || !Object.values(row.cells).includes('ok'), `${row.name}: its example never came through`).toBe(true)
  })
})

test('no GET writes a row, and no refused POST changes one', () => {
  expect(wrote).toEqual([])
})

test('one wrong entry turns the table red', () => {
  const seen = table.filter(({ name }) => observed.has(name))
  expect(seen.length).toBe(table.length)
  for (const row of seen) {
    for (const column of columns) {
      for (const wrong of answers.filter((answer) => answer !== row.cells[column])) {
        const changed = seen.map((other) => (other === row ? { ...row, cells: { ...row.cells, [column]: wrong } } : other))
        if (changed.includes(row)) throw new Error('Nothing was changed')
        expect(mismatches(changed.filter(({ name }) => name === row.name), observed), `${row.name}, ${column} → ${wrong}`).toHaveLength(1)
      }
    }
  }
})

describe('a valid form with another’s ids changes nothing', () => {
  const posts = table.filter(({ method }) => method === 'POST')
  let reachedFor = 0
  test.each(posts.map((row) => [row.name, row] as const))('%s', async (_name, row) => {
    const sender = (['owner', 'link', 'customer'] as const).find((column) => row.cells[column] === 'ok')
    if (!sender) return
    const example = exampleOf(row)
    await town.reset(example)
    const whole = { ...example, body: { ...(await hiddenFieldsOf(row, example, sender)), ...example.body } }
    for (const { what, foreign } of withForeignIds(whole, sender, town)) {
      reachedFor += 1
      await town.reset(example)
      const page = await town.ask(row, foreign, sender)
      expect(town.isUntouched(), `${row.name} as ${sender}, ${what}: answered ${page.status} ${page.location ?? ''}`).toBe(true)
    }
  })
  test('and many were tried', () => {
    expect(reachedFor).toBeGreaterThan(posts.length / 2)
  })
})

function isPage({ method, path }: Row): boolean {
  return method === 'GET' && !landings.some((landing) => landing === path)
}

/** What the page of a form sends along that nobody typed. */
async function hiddenFieldsOf(row: Row, example: AccessExample, sender: Column): Promise<Record<string, string | string[]>> {
  const page = table.find(({ name }) => name === `GET ${row.path}`)
  if (!page) return {}
  const shown = await town.ask(page, { ...example, query: exampleOf(page).query ?? {} }, sender)
  const form = formsOf(shown).find(({ method, action }) => method === 'post' && action.split('?')[0] === shown.path.split('?')[0])
  return form?.hidden ?? {}
}

// The word of the table for what came back; anything else is said as it is, and fits no cell.
function wordFor(page: Page, row: Row, example: AccessExample): string {
  const expected = expectedOf(row, example)
  const leadsToLogIn = page.status === 303 && /^\/log-in(\?|$)/.test(page.location ?? '')
  if (leadsToLogIn && !example.toLogIn) return 'login'
  // Refused for what it asks and not for who asks it: a member who is invited again, say.
  if (page.status === expected || (row.method === 'POST' && page.status === 409)) return 'ok'
  return page.status === 403 || page.status === 404 ? String(page.status) : `${page.status} ${page.location ?? ''}`.trim()
}

function expectedOf({ method }: Row, { answers: status }: AccessExample): number {
  return status ?? (method === 'GET' ? 200 : 303)
}
