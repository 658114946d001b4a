import type { BusinessCtx } from '~/kernel/ctx'
import { auditLog, type AuditRow } from '~/platform/audit-log.server'
import { prepared, type Db } from '~/platform/database.server'
import { knownTrades } from '../businesses/index.server'
import { usersByIds } from '../identity/index.server'
import { listingById } from '../listings/index.server'
import { sessionById } from '../sessions/index.server'
import { toldActs, type About, type ActivityKind } from './activity-words'
import { bookingOfSale } from './overview-money.server'
import { tradeNames } from './trade-words.server'
import { sessionPath } from './session-lines.server'

/** A line of the timeline: what was done, to what, when and by whom. */
export interface Activity {
  readonly id: string
  readonly at: number
  readonly action: string
  readonly kind: ActivityKind
  readonly changes: AuditRow['changes']
  readonly domain: string
  /** The name of its trade. */
  readonly trade: string
  readonly title: string
  /** Whom it is for, where somebody booked. */
  readonly who: string | null
  /** The page of what it is about. */
  readonly href: string
  /** The member who did it; null where the customer or the house did. */
  readonly by: { readonly kind: string; readonly name: string | null }
}

export interface ActivityAsked {
  readonly domain: string | null
  readonly kind: ActivityKind | null
}

export interface ActivityPage {
  readonly rows: readonly Activity[]
  /** Where older lines begin; null where there are none. */
  readonly older: string | null
}

const batch = 100
// Whoever looks for one kind among many others turns a page, rather than that one page reads the whole past.
const mostRead = 2000

/** What was lately done in a business, the latest first: the rows of its audit that tell of bookings, money and offers, from a place on. */
export function activity(db: Db, ctx: BusinessCtx, asked: ActivityAsked, before: string | null, most: number): ActivityPage {
  const rows: Activity[] = []
  let last = before
  for (let readSoFar = 0; readSoFar < mostRead; readSoFar += batch) {
    const acts = auditLog(db, { businessId: ctx.businessId }, last, batch)
    for (const act of acts) {
      const line = lineOf(db, ctx, act, asked)
      if (line && rows.length === most) return { rows: named(db, rows), older: rows.at(-1)?.id ?? null }
      if (line) rows.push(line)
      last = act.id
    }
    if (acts.length < batch) return { rows: named(db, rows), older: null }
  }
  return { rows: named(db, rows), older: last }
}

function lineOf(db: Db, ctx: BusinessCtx, act: AuditRow, asked: ActivityAsked): Activity | null {
  const about = Object.hasOwn(toldActs, act.action) ? toldActs[act.action] : undefined
  if (!about || (asked.kind !== null && asked.kind !== about.kind)) return null
  const named = about.under === undefined ? act.subject : act.changes[about.under]
  const found = typeof named === 'string' ? subjectOf(db, ctx, about.of, named) : null
  if (!found || (asked.domain !== null && asked.domain !== found.domain)) return null
  const { id, at, action, changes, actor } = act
  return { id, at, action, kind: about.kind, changes, ...found, trade: tradeNames(ctx)[found.domain] ?? found.domain, by: { kind: actor.kind, name: actor.kind === 'user' ? (actor.id ?? null) : null } }
}

type Subject = Pick<Activity, 'domain' | 'title' | 'who' | 'href'>

function subjectOf(db: Db, ctx: BusinessCtx, of: About['of'], id: string): Subject | null {
  const { businessId } = ctx
  const base = `/dashboard/${ctx.business.slug}`
  if (of === 'listing') {
    const listing = listingById(db, businessId, id)
    return listing && { domain: listing.domain, title: listing.title, who: null, href: `${base}/${knownTrades().find(({ domain }) => domain === listing.domain)?.desk ?? 'listings'}/${id}` }
  }
  if (of === 'session') {
    const session = sessionById(db, businessId, id)
    const listing = session && listingById(db, businessId, session.listingId)
    return listing && { domain: listing.domain, title: session.title ?? listing.title, who: null, href: `${base}${sessionPath(session)}` }
  }
  const bookingId = of === 'sale' ? bookingOfSale(db, businessId, id)?.id : of === 'item' ? bookingOfItem(db).get({ businessId, id }) : id
  const row = bookingId === undefined ? undefined : bookingRow(db).get({ businessId, id: bookingId })
  return row ? { domain: row.domain, title: row.title, who: row.who, href: `${base}/bookings/${row.reference}` } : null
}

/** Ids of accounts become names. */
function named(db: Db, rows: readonly Activity[]): Activity[] {
  const people = usersByIds(db, rows.flatMap(({ by }) => by.name ?? []))
  return rows.map((row) => ({ ...row, by: { ...row.by, name: row.by.name === null ? null : (people.get(row.by.name)?.name ?? null) } }))
}

interface BookingRow {
  readonly reference: string
  readonly who: string
  readonly domain: string
  readonly title: string
}

/** Exported for the test of their plans. */
export const activitySql = {
  booking: `SELECT b.reference, b.contact_name AS who, first.domain, first.title
    FROM bookings b CROSS JOIN booking_items first ON first.booking_id = b.id AND first.position = 0 WHERE b.id = @id AND b.business_id = @businessId`,
  item: 'SELECT booking_id FROM booking_items WHERE id = @id AND business_id = @businessId',
}

const bookingRow = prepared((db) => db.$client.prepare<{ businessId: string; id: string }, BookingRow>(activitySql.booking))
const bookingOfItem = prepared((db) => db.$client.prepare<{ businessId: string; id: string }, string>(activitySql.item).pluck())
