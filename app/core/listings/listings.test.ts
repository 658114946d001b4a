import { describe, expect, test } from 'vitest'
import { read, transact } from '~/platform/database.server'
import { business } from '../../../tests/world/businesses'
import { listing } from '../../../tests/world/listings'
import { rows, withDatabase } from '../../../tests/world/world'
import { moveListing, setListingStatus } from './arrange-listings.server'
import { listingStatuses, mayMove, movesFrom } from './model/status-moves'
import { listingById, listingBySlug, listingsOf, storesOfListing } from './queries.server'
import { changeListing, createListing, type ListingDetails } from './save-listing.server'

withDatabase()

const domain = 'appointments'
const cut = (storeIds: string[], more: Partial<ListingDetails> = {}): ListingDetails => ({
  title: 'Cut', slug: null, description: null, priceMinor: 4500, section: null, storeIds, ...more,
})

describe('a listing', () => {
  test('begins as a draft with a slug of its title, numbered where it is taken in its domain', () => {
    const { ctx, store } = business()
    const make = (title: string, inDomain = domain) => transact((db) => createListing(db, ctx, { ...cut([store.id]), title, domain: inDomain }))
    expect(make('Cut & dry')).toMatchObject({ ok: true, value: { slug: 'cut-dry', status: 'draft', position: 1 } })
    expect(make('Cut & Dry')).toMatchObject({ ok: true, value: { slug: 'cut-dry-2', position: 2 } })
    expect(make('Cut & Dry', 'events')).toMatchObject({ ok: true, value: { slug: 'cut-dry', position: 1 } })
    expect(make('New')).toMatchObject({ ok: true, value: { slug: 'new-2' } })
  })

  test('a renamed one is found under its old slug, through several changes; an address that came back is its own', () => {
    const { ctx, store } = business()
    const { id } = listing(ctx, [store.id])
    const rename = (title: string) => transact((db) => changeListing(db, ctx, id, cut([store.id], { title })))
    const find = (slug: string) => read((db) => listingBySlug(db, ctx.businessId, domain, slug))
    rename('Haircut')
    rename('Haircut, short')
    expect(find('cut')).toEqual({ movedTo: 'haircut-short' })
    expect(find('haircut')).toEqual({ movedTo: 'haircut-short' })
    rename('Cut')
    expect(find('cut')).toMatchObject({ id })
    expect(find('haircut-short')).toEqual({ movedTo: 'cut' })
    expect(find('no-such')).toBeNull()
  })

  test('another listing never takes a slug that one has left', () => {
    const { ctx, store } = business()
    const { id } = listing(ctx, [store.id])
    transact((db) => changeListing(db, ctx, id, cut([store.id], { title: 'Haircut' })))
    expect(listing(ctx, [store.id]).slug).toBe('cut-2')
  })

  test('saved again as it is changes nothing', () => {
    const { ctx, store } = business()
    listing(ctx, [store.id])
    const second = listing(ctx, [store.id])
    const audits = rows('SELECT id FROM audit').length
    expect(transact((db) => changeListing(db, ctx, second.id, cut([store.id], { slug: 'cut-2' })))).toMatchObject({ ok: true, value: { slug: 'cut-2' } })
    expect(rows('SELECT id FROM audit')).toHaveLength(audits)
  })

  test('is to be had in stores of its own business only', () => {
    const { ctx, store } = business()
    const other = business('Quay Cuts')
    const { id } = listing(ctx, [store.id])
    expect(transact((db) => changeListing(db, ctx, id, cut([store.id, other.store.id])))).toEqual({ ok: false, refusal: 'unknown-store' })
    expect(transact((db) => createListing(db, ctx, { ...cut([]), domain }))).toEqual({ ok: false, refusal: 'unknown-store' })
    expect(read((db) => storesOfListing(db, ctx.businessId, id))).toEqual([store.id])
  })

  test('of another business is not found, and stays as it is', () => {
    const { ctx, store } = business()
    const other = business('Quay Cuts')
    const theirs = listing(other.ctx, [other.store.id])
    expect(transact((db) => changeListing(db, ctx, theirs.id, cut([store.id], { title: 'Mine' })))).toEqual({ ok: false, refusal: 'unknown-listing' })
    expect(transact((db) => setListingStatus(db, ctx, theirs.id, 'paused'))).toEqual({ ok: false, refusal: 'unknown-listing' })
    expect(transact((db) => moveListing(db, ctx, theirs.id, 'up'))).toEqual({ ok: false, refusal: 'unknown-listing' })
    expect(read((db) => listingById(db, ctx.businessId, theirs.id))).toBeNull()
    expect(read((db) => storesOfListing(db, ctx.businessId, theirs.id))).toEqual([])
    expect(read((db) => listingById(db, other.business.id, theirs.id))).toEqual(theirs)
  })
})

describe('the status of a listing', () => {
  test('moves as the table says and not otherwise', () => {
    const { ctx, store } = business()
    const { id } = listing(ctx, [store.id])
    const to = (status: (typeof listingStatuses)[number]) => transact((db) => setListingStatus(db, ctx, id, status)).ok
    expect([to('draft'), to('active'), to('paused'), to('archived'), to('active'), to('paused'), to('active')]).toEqual([false, false, true, true, false, true, true])
  })

  test('nothing goes back to a draft, and every status has a way on', () => {
    for (const from of listingStatuses) {
      expect(mayMove(from, 'draft')).toBe(false)
      expect(movesFrom(from).length).toBeGreaterThan(0)
    }
  })
})

test('listings move up and down among their own, past what is in the archive', () => {
  const { ctx, store } = business()
  const [one, two, three] = ['One', 'Two', 'Three'].map((title) => listing(ctx, [store.id], { title }))
  const move = (id: string, direction: 'up' | 'down') => transact((db) => moveListing(db, ctx, id, direction))
  const order = () => read((db) => listingsOf(db, ctx.businessId, { domain, statuses: ['active'] })).map(({ title }) => title)
  transact((db) => setListingStatus(db, ctx, two!.id, 'archived'))
  move(three!.id, 'up')
  expect(order()).toEqual(['Three', 'One'])
  move(three!.id, 'up')
  expect(order()).toEqual(['Three', 'One'])
  move(three!.id, 'down')
  expect(order()).toEqual(['One', 'Three'])
  expect(one!.domain).toBe(domain)
})

test('listings are found by an index', () => {
  const plan = (sql: string, ...params: string[]) => rows<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, ...params).map((row) => row.detail).join('; ')
  expect(plan('SELECT * FROM listings WHERE business_id = ? AND domain = ? AND slug = ?', '', '', '')).toContain('listings_slug')
  expect(plan('SELECT * FROM listings WHERE business_id = ? AND domain = ? ORDER BY position, id', '', '')).toContain('listings_by_business')
})
