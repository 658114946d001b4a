import { beforeEach, expect, test } from 'vitest'
import type { BusinessCtx } from '~/kernel/ctx'
import { day } from '~/kernel/time'
import { read, withoutWrites } from '~/platform/database.server'
import { business, memberCtx } from '../../../tests/world/businesses'
import { listing } from '../../../tests/world/listings'
import { rows, withDatabase } from '../../../tests/world/world'
import { countView, viewsByListing, viewsByStore, viewsSql, writeViews } from './views.server'

withDatabase()
// What another test has counted is of no listing here.
beforeEach(() => void writeViews())

const browser = 'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0'
const look = (headers: Record<string, string> = {}, method = 'GET') =>
  new Request('http://house.test/b/salon/appointments/cut?date=2026-11-04', { method, headers: { 'User-Agent': browser, ...headers } })

function salon() {
  const { ctx, store, ownerId } = business()
  const [cut, colour] = [listing(ctx, [store.id]), listing(ctx, [store.id], { title: 'Colour' })]
  const visitor: BusinessCtx = { ...ctx, member: null, actor: { kind: 'nobody' } }
  return { ctx, store, ownerId, cut, colour, visitor }
}

const asked = ({ businessId }: BusinessCtx, from = '2026-11-01', to = '2026-11-30') => ({ businessId, from, to, domain: null, storeId: null })
const seen = (ctx: BusinessCtx, ...range: string[]) => read((db) => viewsByListing(db, asked(ctx, ...range)))

test('looks at a listing are counted in memory under a GET, and written later by the date of the business', () => {
  const { visitor, cut, colour, store } = salon()
  withoutWrites('/b/salon', () => {
    countView(visitor, look(), cut.id)
    countView(visitor, look(), cut.id)
    countView(visitor, look({ Referer: 'http://house.test/b/salon' }), colour.id)
  })
  expect(rows('SELECT * FROM listing_views')).toEqual([])
  expect(writeViews()).toBe(2)
  expect(seen(visitor)).toEqual(new Map([[cut.id, 2], [colour.id, 1]]))
  expect(read((db) => viewsByStore(db, asked(visitor)))).toEqual(new Map([[store.id, 3]]))
  countView(visitor, look(), cut.id)
  countView({ ...visitor, now: visitor.now + 30 * day }, look(), cut.id)
  writeViews()
  expect(writeViews()).toBe(0)
  expect(seen(visitor).get(cut.id)).toBe(3)
  expect(seen(visitor, '2026-12-01', '2026-12-31').get(cut.id)).toBe(1)
  expect(rows('SELECT sum(views) AS views FROM listing_views')).toEqual([{ views: 5 }])
})

test('members of the business, machines, looks ahead and those who stay on the page are not counted', () => {
  const { ctx, ownerId, visitor, cut } = salon()
  countView(memberCtx(ctx.businessId, ownerId), look(), cut.id)
  countView(visitor, look({ 'User-Agent': 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)' }), cut.id)
  countView(visitor, look({ 'User-Agent': 'curl/8.5.0' }), cut.id)
  countView(visitor, look({ 'Sec-Purpose': 'prefetch' }), cut.id)
  countView(visitor, look({}, 'HEAD'), cut.id)
  countView(visitor, look({ Referer: 'http://house.test/b/salon/appointments/cut' }), cut.id)
  writeViews()
  expect(seen(visitor).size).toBe(0)
})

test('views are of one business, and narrow to a trade and a store', () => {
  const { visitor, cut, store } = salon()
  countView(visitor, look(), cut.id)
  countView({ ...visitor, businessId: 'another' }, look(), 'none of anybody')
  writeViews()
  const narrowed = (more: object) => read((db) => viewsByListing(db, { ...asked(visitor), ...more })).get(cut.id)
  expect([narrowed({}), narrowed({ domain: 'appointments', storeId: store.id }), narrowed({ domain: 'events' }), narrowed({ storeId: 'another' }), narrowed({ businessId: 'another' })]).toEqual([1, 1, undefined, undefined, undefined])
})

test('views are found by business and date', () => {
  for (const sql of Object.values(viewsSql)) {
    const plan = rows<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, { ...asked({ businessId: '' } as BusinessCtx) }).map(({ detail }) => detail).join('\n')
    expect(plan).toContain('SEARCH v USING INDEX sqlite_autoindex_listing_views_1 (business_id=? AND date>? AND date<?)')
    expect(plan).not.toMatch(/SCAN [vls]\b/)
  }
})
