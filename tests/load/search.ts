import { addDays, localDateOf } from '~/kernel/time'
import type { Ask } from './client'
import type { Measured } from './measure'
import { beyondEmpty, compared, row, type Pace } from './pages'
import type { RunningServer } from './server-process'

/** Searches by dates among many listings: beside a page of as many rows without a filter, beside themselves among a hundredth, and beside an empty page. */
export async function measureSearch(few: RunningServer, many: RunningServer, listings: number, pace: Pace): Promise<Measured[]> {
  const among = `among ${listings.toLocaleString('en')} listings`
  const today = localDateOf(Date.now(), 'UTC')
  const on = (days: number) => `from=${addDays(today, days)}&to=${addDays(today, days + 2)}&people=2`
  // Each fills its page among a hundredth too; the last, which few fit, does not, and is not laid beside it.
  const searches: readonly [name: string, path: string, fullPages?: boolean][] = [
    ['A search by dates', `/search?${on(20)}`],
    ['A search by dates, words and place', `/search?q=massage&place=lisbon&${on(20)}`],
    ['A search by dates, words and price', `/search?q=massage&${on(20)}&min=50&max=250&currency=EUR`],
    ['A search that few fit', `/search?q=quiet+massage&${on(20)}&min=100&max=150&currency=EUR`, false],
  ]
  const plain: Ask = { path: '/search?show=offers' }
  const rows: Measured[] = []
  for (const [name, path, fullPages = true] of searches) {
    rows.push(row(`${name}, ${among}`, await compared(pace, 200, [many, () => ({ path })], [many, () => plain]), 'as many rows without a filter', 0.5))
    if (fullPages) rows.push(row(`${name}, ${among}, again`, await compared(pace, 200, [many, () => ({ path })], [few, () => ({ path })]), 'among a hundredth', 1 / 1.3))
    rows.push(await beyondEmpty(`${name}: time of the server`, many, { path }, pace))
  }
  return rows
}
