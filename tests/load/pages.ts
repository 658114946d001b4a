import { load, type Ask } from './client'
import { byTurns, type Measured, type Pair } from './measure'
import type { RunningServer } from './server-process'
import { ordersFor } from './shop'
import { pagesOf, postOf, weeksOf, type Site } from './sites'

export interface Pace {
  readonly rounds: number
  /** Answers of one round. */
  readonly each: number
  readonly connections: number
}

/** `POST …/book` beside an action that reads its form and writes as many rows. */
export async function measurePosts(server: RunningServer, site: Site, pace: Pace): Promise<Measured> {
  const orders = ordersFor(site.shop, site.shop.trim, { daysAhead: 550 })
  const next = () => postOf(site.shop, orders.next().value)
  const bare = () => ({ ...next(), path: '/bench/writes' })
  const pair = await compared(pace, 303, [server, next], [server, bare])
  return row('POST …/book, checked', pair, `an action that writes ${site.rows} rows`, 0.6)
}

/** A week of times with all its people, beside a page with nothing on it: one week that everybody looks at, and weeks that hardly two ask for in one second. */
export async function measureTimes(server: RunningServer, site: Site, bookings: number, pace: Pace): Promise<Measured[]> {
  const { times } = pagesOf(site)
  const weeks = weeksOf(site)
  const empty: Side = [server, () => ({ path: '/bench/empty' })]
  return [
    row(`A week of times, 5 people, ${bookings.toLocaleString('en')} bookings`, await compared(pace, 200, [server, () => times], empty), 'an empty Remix page', 0.4),
    row('Weeks of times all over the year', await compared(pace, 200, [server, () => weeks.next().value], empty), 'an empty Remix page', 0.4),
  ]
}

/** The same pages on a file that holds many other businesses' bookings too. */
export async function measureFull(small: RunningServer, full: RunningServer, site: Site, bookings: number, pace: Pace): Promise<Measured[]> {
  const { times, desk } = pagesOf(site)
  const many = `${bookings.toLocaleString('en')} bookings in the file`
  return [
    row(`The week of times, ${many}`, await compared(pace, 200, [full, () => times], [small, () => times]), 'the small file', 1 / 1.2),
    row(`The list of bookings, ${many}`, await compared(pace, 200, [full, () => desk], [small, () => desk]), 'the small file', 1 / 1.2),
  ]
}

/** A page of each kind with many routes mounted, beside the same with ten. */
export async function measureRoutes(ten: RunningServer, many: RunningServer, site: Site, mounted: number, pace: Pace): Promise<Measured[]> {
  const { service, desk } = pagesOf(site)
  return [
    row(`A public page, ${mounted} routes`, await compared(pace, 200, [many, () => service], [ten, () => service]), '10 routes', 0.75),
    row(`A dashboard page, ${mounted} routes`, await compared(pace, 200, [many, () => desk], [ten, () => desk]), '10 routes', 0.75),
  ]
}

/** How much longer than an empty page an answer may take, in milliseconds of the server's work. */
const mostMs = 30

/** What an answer costs the server beyond an empty page. */
export async function beyondEmpty(name: string, server: RunningServer, asked: Ask, pace: Pace): Promise<Measured> {
  const [took, bare] = [await workOf(server, asked, pace), await workOf(server, { path: '/bench/empty' }, pace)]
  return { name, figure: `${took.toFixed(1)} ms`, reference: `${bare.toFixed(1)} ms, an empty page`, ratio: null, aim: `≤ ${mostMs} ms beyond it`, met: took - bare <= mostMs }
}

/** What one answer costs the server, in milliseconds of work: a machine that others use too makes it wait, not work. */
async function workOf(server: RunningServer, asked: Ask, { rounds, each, connections }: Pace): Promise<number> {
  const count = rounds * each
  const before = server.worked()
  await load(server.url, { connections, count, next: () => asked, expect: 200 })
  return (server.worked() - before) / count
}

type Side = readonly [RunningServer, () => Ask]

/** Both sides by turns, each answer the expected one. */
export async function compared({ rounds, each, connections }: Pace, expect: number, figure: Side, reference: Side): Promise<Pair> {
  const paced = ([server, next]: Side, count = each) => load(server.url, { connections, count, next, expect })
  // What is compiled and prepared at its first use is not measured.
  await paced(figure)
  await paced(reference)
  return byTurns(rounds, () => paced(figure), () => paced(reference))
}

/** A row of the table from such a pair; `aim`: the least ratio. */
export function row(name: string, { figure, reference, ratio }: Pair, beside: string, aim: number): Measured {
  return {
    name,
    figure: `${figure.toFixed(0)}/s`,
    reference: `${reference.toFixed(0)}/s, ${beside}`,
    ratio,
    aim: `≥ ${aim.toFixed(2).replace(/0$/, '')}`,
    met: ratio >= aim,
  }
}
