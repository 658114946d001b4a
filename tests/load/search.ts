import { addDays, localDateOf } from '~/kernel/time'
import { load, type Ask } from './client'
import { byTurns, type Measured } from './measure'
import { compared, row, type Pace } from './pages'
import type { RunningServer } from './server-process'

/** How much longer than an empty page an answer may take, in milliseconds of the server's time. */
const mostMs = 30

/** Searches by dates among many listings: beside a page of as many rows without a filter, beside themselves among a hundredth, and beside an empty page. */
export async function measureSearch(few: RunningServer, many: RunningServer, listings: number, pace: Pace): Promise<Measured[]> {
  const among = `among ${listings.toLocaleString('en')} listings`
  const today = localDateOf(Date.now(), 'UTC')
  const on = (days: number) => `from=${addDays(today, days)}&to=${addDays(today, days + 2)}&people=2`
  const searches: readonly [string, string][] = [
    ['A search by dates', `/search?${on(20)}`],
    ['A search by dates, words and place', `/search?q=massage&place=lisbon&${on(20)}`],
    ['A search by dates, words and price', `/search?q=quiet+massage&${on(20)}&min=100&max=150&currency=EUR`],
  ]
  const plain: Ask = { path: '/search?show=offers' }
  const rows: Measured[] = []
  for (const [name, path] of searches) {
    rows.push(row(`${name}, ${among}`, await compared(pace, 200, [many, () => ({ path })], [many, () => plain]), 'as many rows without a filter', 0.5))
    rows.push(row(`${name}, ${among}, again`, await compared(pace, 200, [many, () => ({ path })], [few, () => ({ path })]), 'among a hundredth', 1 / 1.3))
    rows.push(await beyondEmpty(`${name}: time of the server`, many, { path }, pace))
  }
  return rows
}

/** What an answer takes beyond an empty page, one after the other. */
async function beyondEmpty(name: string, server: RunningServer, asked: Ask, { rounds, each }: Pace): Promise<Measured> {
  const paced = (ask: Ask) => load(server.url, { connections: 1, count: each, next: () => ask, expect: 200 })
  const { figure, reference } = await byTurns(rounds, () => paced(asked), () => paced({ path: '/bench/empty' }))
  const [ms, emptyMs] = [1000 / figure, 1000 / reference]
  return { name, figure: `${ms.toFixed(1)} ms`, reference: `${emptyMs.toFixed(1)} ms, an empty page`, ratio: null, aim: `≤ ${mostMs} ms beyond it`, met: ms - emptyMs <= mostMs }
}
