import type { BusinessCtx } from '~/kernel/ctx'
import { addDays, localDateOf, type LocalDate } from '~/kernel/time'
import { prepared, read, transact, type Db } from '~/platform/database.server'
import { bookableDomains, type BookableDomain } from '../bookings/index.server'
import { jobCtx } from '../businesses/index.server'
import { activeListingIds, forgetFreeDays, listingById, saveFreeDays, type FreeDayRow } from '../listings/index.server'
import { daysAhead, markStale, nextStale, settleStale, type StaleRow } from './stale-days.server'

interface Batch {
  readonly now: number
  readonly atMost: number
}

/**
 * Looks anew at what is free of listings, as far as it was asked for; answers how many looks it took. Each looks outside of any write, and
 * writes what differs in a short one: what is asked for again meanwhile is looked at again.
 */
export function refreshFreeDays({ now, atMost }: Batch): number {
  for (let done = 0; done < atMost; done += 1) {
    const rows = read(nextStale)
    const [first] = rows
    if (!first) return done
    if (first.listingId === '') refreshAll(rows, now)
    else refreshOne(rows, first.listingId, now)
  }
  return atMost
}

/**
 * Once a day asks for a look at all that each business has, since dates come into the window of each listing by themselves and leave it, and
 * forgets what is over; answers how many businesses it went to.
 */
export function extendFreeDays({ now, atMost }: Batch): number {
  const until = addDays(localDateOf(now, 'UTC'), daysAhead)
  const businesses = read((db) => behind(db).all({ until, atMost }))
  for (const businessId of businesses) {
    transact((db) => {
      markStale(db, { businessId, listingId: null, dates: null, mark: `until ${until}` }, now)
      forgetFreeDays(db, businessId, addDays(localDateOf(now, 'UTC'), -2))
      setEdge(db).run({ businessId, until })
    })
  }
  return businesses.length
}

function refreshAll(rows: readonly StaleRow[], now: number): void {
  const [first] = rows
  if (!first) return
  const { businessId } = first
  const ids = read((db) => activeListingIds(db, businessId, looking().map(({ domain }) => domain)))
  const whole = rows.find(({ date }) => date === '')
  if (whole) {
    // A long look at many listings is many short ones.
    transact((db) => {
      for (const listingId of ids) markStale(db, { businessId, listingId, dates: null, mark: whole.mark }, now)
      settleStale(db, rows)
    })
    return
  }
  const run = runOf(rows)
  const seen = read((db) => ids.map((id) => [id, look(db, ctxOf(db, businessId, now), id, run)] as const))
  transact((db) => {
    for (const [id, free] of seen) saveFreeDays(db, id, run.from, run.to, free)
    settleStale(db, rows.filter(({ date }) => date <= run.to))
  })
}

function refreshOne(rows: readonly StaleRow[], listingId: string, now: number): void {
  const [first] = rows
  if (!first) return
  const { businessId } = first
  const { run, free } = read((db) => {
    const ctx = ctxOf(db, businessId, now)
    const today = localDateOf(now, ctx.business.timeZone)
    const dates = first.date === '' ? { from: addDays(today, -1), to: addDays(today, daysAhead) } : runOf(rows)
    return { run: dates, free: look(db, ctx, listingId, dates) }
  })
  transact((db) => {
    saveFreeDays(db, listingId, run.from, run.to, free)
    settleStale(db, first.date === '' ? rows : rows.filter(({ date }) => date <= run.to))
  })
}

interface Run {
  readonly from: LocalDate
  readonly to: LocalDate
}

/** The first dates of the rows that follow each other. */
function runOf(rows: readonly StaleRow[]): Run {
  const dates = rows.map(({ date }) => date)
  const [from = ''] = dates
  let to = from
  while (dates.includes(addDays(to, 1))) to = addDays(to, 1)
  return { from, to }
}

function look(db: Db, ctx: BusinessCtx, listingId: string, { from, to }: Run): FreeDayRow[] {
  const listing = listingById(db, ctx.businessId, listingId)
  const freeDays = looking().find(({ domain }) => domain === listing?.domain)?.freeDays
  if (!listing || !freeDays || listing.status !== 'active') return []
  return freeDays(db, ctx, listing, from, to)
    .filter(({ places }) => places > 0)
    .map(({ date, places, minutes }) => ({ date, places: Number.isSafeInteger(places) ? places : null, minutes }))
}

function looking(): BookableDomain[] {
  return bookableDomains().filter(({ freeDays }) => freeDays)
}

function ctxOf(db: Db, businessId: string, now: number): BusinessCtx {
  return jobCtx(db, 'refresh free days', now, businessId)
}

const behind = prepared((db) =>
  db.$client
    .prepare<{ until: string; atMost: number }, string>(
      `SELECT b.id FROM businesses b LEFT JOIN free_days_edges e ON e.business_id = b.id
       WHERE b.status IN ('active', 'trial') AND (e.until IS NULL OR e.until < @until) LIMIT @atMost`,
    )
    .pluck(),
)

const setEdge = prepared((db) =>
  db.$client.prepare<{ businessId: string; until: string }>('INSERT INTO free_days_edges (business_id, until) VALUES (@businessId, @until) ON CONFLICT DO UPDATE SET until = excluded.until'),
)
