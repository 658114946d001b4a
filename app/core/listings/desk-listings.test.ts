import { expect, test } from 'vitest'
import { read, transact } from '~/platform/database.server'
import type { MemberCtx } from '~/platform/guarded.server'
import { refuse } from '~/kernel/result'
import { memberCtx } from '../../../tests/world/businesses'
import { frontDesk, type FrontDesk } from '../../../tests/world/front-desk'
import { rows, theMorning, withDatabase } from '../../../tests/world/world'
import { actOnListings } from './act-on-listings.server'
import { deskAddressIn, deskCursorIn, deskHref, type DeskAddress } from './desk-address'
import { deskFile } from './desk-file.server'
import { deskCountSql, deskCountsSql, deskList, deskPageSql } from './desk-list.server'
import { chosenPage, deskOf, deskPage } from './desk-page.server'
import { copyAnyListing, installKeepers, setAnyListingStatus } from './keepers.server'
import { installRatings } from './ratings.server'
import { createListing } from './save-listing.server'

withDatabase()

const account = { id: '', name: '', email: '', emailVerified: true, roles: [], language: null, timeZone: null, sessionHash: '' }
const as = (ctx: FrontDesk['ctx']): MemberCtx => ({ ...ctx, member: ctx.member!, account })

function addListing({ ctx, store }: FrontDesk, title: string, more: { domain?: string; priceMinor?: number | null; description?: string; now?: number } = {}): string {
  const made = transact((db) => createListing(db, { ...ctx, now: more.now ?? ctx.now }, { domain: more.domain ?? 'appointments', title, slug: null, description: more.description ?? null, priceMinor: more.priceMinor ?? null, section: null, storeIds: [store.id] }))
  if (!made.ok) throw new Error(made.refusal)
  return made.value.id
}

const address = (query = ''): DeskAddress => deskAddressIn(new URLSearchParams(query))
const list = (desk: FrontDesk, query = '') => read((db) => deskList(db, { businessId: desk.ctx.businessId, domains: ['appointments', 'events'] }, address(query), deskCursorIn(new URLSearchParams(query))))
const titles = (desk: FrontDesk, query = '') => list(desk, query).rows.map(({ title }) => title)

test('the listings of all trades stand in one list, sorted as one likes', () => {
  const desk = frontDesk()
  addListing(desk, 'ballad night', { domain: 'events', priceMinor: 900, now: theMorning + 1000 })
  expect(titles(desk)).toEqual(['Cut', 'Colour', 'ballad night'])
  expect(titles(desk, 'sort=title')).toEqual(['ballad night', 'Colour', 'Cut'])
  expect(titles(desk, 'sort=newest')[0]).toBe('ballad night')
  expect(titles(desk, 'sort=price').at(-1)).toBe('ballad night')
  expect(list(desk).count).toBe(3)
  expect(read((db) => deskList(db, { businessId: 'another', domains: ['appointments'] }, address(), null).rows)).toEqual([])
})

test('filters narrow it by trade, status, store and words, and a trade that is switched off is left out', () => {
  const desk = frontDesk()
  addListing(desk, 'Fado no pátio', { domain: 'events', description: 'Um serão à luz das velas' })
  expect(titles(desk, 'domain=events')).toEqual(['Fado no pátio'])
  expect(titles(desk, 'status=draft')).toEqual(['Fado no pátio'])
  expect(titles(desk, `store=${desk.store.id}`)).toHaveLength(3)
  expect(titles(desk, 'store=another')).toEqual([])
  expect(titles(desk, 'category=another')).toEqual([])
  expect(titles(desk, 'q=patio')).toEqual(['Fado no pátio'])
  expect(titles(desk, 'q=vel ser')).toEqual(['Fado no pátio'])
  expect(titles(desk, 'q=co')).toEqual(['Colour'])
  expect(titles(desk, 'q=-')).toEqual([])
  expect(read((db) => deskList(db, { businessId: desk.ctx.businessId, domains: ['appointments'] }, address('domain=events'), null).rows)).toEqual([])
})

test.each(['position', 'title', 'newest', 'price'])('pages by %s go on and back, and lose and repeat nothing', (sort) => {
  const desk = frontDesk()
  for (let nth = 0; nth < 58; nth += 1) addListing(desk, `Visit ${nth % 7}`, { priceMinor: nth % 3 === 0 ? null : nth % 5, domain: nth % 2 === 0 ? 'events' : 'appointments' })
  const first = list(desk, `sort=${sort}`)
  const second = list(desk, deskHref('', address(`sort=${sort}`), first.after).slice(1))
  const third = list(desk, deskHref('', address(`sort=${sort}`), second.after).slice(1))
  expect([first, second, third].map((page) => page.rows.length)).toEqual([25, 25, 10])
  expect(new Set([...first.rows, ...second.rows, ...third.rows].map(({ id }) => id)).size).toBe(60)
  expect([first.before, third.after]).toEqual([null, null])
  expect(list(desk, deskHref('', address(`sort=${sort}`), second.before).slice(1)).rows).toEqual(first.rows)
})

test('its file has exactly what is shown, in the same order', () => {
  const desk = frontDesk()
  addListing(desk, 'Trim, "quick"', { priceMinor: 1250 })
  const file = (query: string) => read((db) => deskFile(db, as(desk.ctx), address(query)))
  expect(file('').slice(1).split('\r\n')[0]).toBe('Name,Domain,Status,Category,Where,Price,Currency,Heading,Added,Time zone,Address')
  expect(file('status=draft').split('\r\n')[1]).toMatch(/^"Trim, ""quick""",.*,Draft,,.*,12\.50,EUR,,2026-11-03 09:00,Europe\/Lisbon,.*\/appointments\/trim-quick$/)
  expect(file('sort=title').split('\r\n').slice(1, -1).map((row) => row.split(',')[0])).toEqual(['Colour', 'Cut', '"Trim'])
})

test('several are published, paused and archived at once, and what cannot be stays as it is', () => {
  const desk = frontDesk()
  const draft = addListing(desk, 'Trim')
  const ids = [desk.cut.id, desk.colour.id, draft]
  const owner = as(desk.ctx)
  const statuses = () => ids.map((id) => rows<{ status: string }>('SELECT status FROM listings WHERE id = ?', id)[0]?.status)
  expect(read((db) => chosenPage(db, owner, 'pause', ids))).toMatchObject({ count: 2 })
  expect(actOnListings(owner, ids, 'pause')).toEqual({ ok: true, value: { done: 2, left: 1 } })
  expect(statuses()).toEqual(['paused', 'paused', 'draft'])
  expect(actOnListings(owner, [draft], 'publication')).toEqual({ ok: true, value: { done: 1, left: 0 } })
  expect(actOnListings(owner, ids, 'archiving')).toEqual({ ok: true, value: { done: 3, left: 0 } })
  expect(statuses()).toEqual(['archived', 'archived', 'archived'])
  expect(actOnListings(owner, ids, 'publication')).toEqual({ ok: true, value: { done: 0, left: 3 } })
  expect(actOnListings(owner, [], 'pause')).toEqual({ ok: false, refusal: { kind: 'none-chosen' } })
  expect(actOnListings({ ...owner, businessId: 'another' }, ids, 'pause')).toEqual({ ok: true, value: { done: 0, left: 3 } })
  expect(rows("SELECT count(*) AS n FROM audit WHERE action = 'listings.listing.set-status' AND changes LIKE '%archived%'")).toEqual([{ n: 3 }])
})

test('a member of staff sees them all and changes none', () => {
  const { ctx, martaCtx, cut } = frontDesk()
  const marta = as(martaCtx)
  expect(read((db) => deskPage(db, marta, address(), null)).rows.map(({ changes, href }) => [changes, href.startsWith('/b/')])).toEqual([[false, true], [false, true]])
  expect(actOnListings(marta, [cut.id], 'pause')).toEqual({ ok: true, value: { done: 0, left: 1 } })
  expect(read((db) => deskPage(db, as(memberCtx(ctx.businessId, ctx.actor.kind === 'user' ? ctx.actor.id : '', theMorning)), address(), null)).rows[0]?.changes).toBe(true)
})

test('a listing that was rated shows its stars, whether as a card or as a row', () => {
  const { ctx, cut } = frontDesk()
  installRatings((_, ids) => new Map(ids.filter((id) => id === cut.id).map((id) => [id, { average: 4.6, count: 12 }])))
  for (const view of ['view=grid', 'view=table']) {
    expect(read((db) => deskPage(db, as(ctx), address(view), null)).rows.map(({ title, rating }) => [title, rating])).toEqual([['Cut', { average: 4.6, count: 12 }], ['Colour', null]])
  }
  installRatings(() => new Map())
})

test('the trade has a say in what is copied and published', () => {
  const { ctx, cut, colour } = frontDesk()
  installKeepers([{ domain: 'appointments', copyListing: (_, id) => (id === cut.id ? { ok: true, value: 'the copy' } : refuse('incomplete')), setListingStatus: () => refuse('nothing to book') }])
  expect(copyAnyListing(ctx, cut.id)).toEqual({ ok: true, value: 'the copy' })
  expect(copyAnyListing(ctx, colour.id)).toEqual({ ok: false, refusal: 'mend-first' })
  expect(copyAnyListing({ ...ctx, businessId: 'another' }, cut.id)).toEqual({ ok: false, refusal: 'unknown-listing' })
  expect(setAnyListingStatus(ctx, cut.id, 'paused')).toEqual({ ok: false, refusal: 'not-allowed' })
  installKeepers([])
  expect(copyAnyListing(ctx, cut.id)).toEqual({ ok: false, refusal: 'unknown-listing' })
  expect(setAnyListingStatus(ctx, cut.id, 'paused')).toEqual({ ok: true, value: null })
})

test('every statement of the list walks an index of the business and scans nothing', () => {
  const { ctx } = frontDesk()
  const values = { ...read((db) => deskOf(db, as(ctx))), domains: '[]', match: 'facets : "b"', status: '', domain: '', category: '', store: '', at: '' }
  const indexes = { position: 'listings_by_business', title: 'listings_by_title', newest: 'listings_by_age', price: 'listings_by_price' }
  read((db) => {
    const planOf = (sql: string) => db.$client.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(values).map(({ detail }) => detail).join('\n')
    for (const [sort, index] of Object.entries(indexes)) {
      for (const side of [null, 'after', 'before'] as const) {
        const plan = planOf(deskPageSql(address(`sort=${sort}&status=draft&category=x&store=y`), side))
        expect(plan).toMatch(new RegExp(`SEARCH l USING INDEX ${index} \\(business_id=\\?`))
        expect(plan).not.toMatch(/SCAN (l|c|i|s|k)\b/)
        if (sort !== 'position') expect(plan).not.toContain('TEMP B-TREE')
      }
    }
    for (const sql of [deskCountSql(address()), deskCountsSql, deskPageSql(address('q=x'), 'after')]) expect(planOf(sql)).not.toMatch(/SCAN (l|c|e)\b/)
  })
})
