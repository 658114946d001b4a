import { describe, expect, test } from 'vitest'
import { changeBusiness, changeStore, closeStore, countFoundBusinesses, findBusinesses, setBusinessStatus, switchDomains, type BusinessSearch } from '~/core/businesses/index.server'
import { wordsIn } from '~/kernel/words-sought'
import { read, transact } from '~/platform/database.server'
import { wordsSql } from '~/platform/word-index.server'
import { business, harbourStreet } from '../../../tests/world/businesses'
import { listing } from '../../../tests/world/listings'
import { change, contextAt, rows, withDatabase } from '../../../tests/world/world'
import { foundBusinessesSql } from '../businesses/find-businesses.server'
import { narrowingSql } from './find-listings.server'
import { findFirstListings, findListings, setListingStatus, type ListingSearch } from './index.server'

withDatabase()

const anything: ListingSearch = { words: [], place: [], domain: null, categoryIds: null, values: [], price: null, free: null }

function titles(words: string, search: Partial<ListingSearch> = {}): string[] {
  return read((db) => findListings(db, { ...anything, words: wordsIn(words), ...search }, null, 50)).listings.map(({ title }) => title)
}

function names(words: string, search: Partial<BusinessSearch> = {}): string[] {
  return read((db) => findBusinesses(db, { words: wordsIn(words), place: [], categoryIds: null, ...search }, null, 50)).businesses.map(({ name }) => name)
}

describe('listings are found', () => {
  test('by the beginnings of their words, whatever the accents and the case, each word somewhere', () => {
    const { ctx, store } = business('Salão da Sé')
    listing(ctx, [store.id], { title: 'Coloração', description: 'With herbs of the Alentejo' })
    listing(ctx, [store.id], { title: 'Cut' })
    expect(titles('coloracao')).toEqual(['Coloração'])
    expect(titles('COLOR')).toEqual(['Coloração'])
    expect(titles('herb colo')).toEqual(['Coloração'])
    expect(titles('herb cut')).toEqual([])
    expect(titles('loracao')).toEqual([])
    // The name of who offers it counts too, and where.
    expect(titles('salao lisbon cut')).toEqual(['Cut'])
  })

  test('with titles first, then whole words, then beginnings, and the newest first among those', () => {
    const { ctx, store } = business()
    for (const [title, description] of [['Cutting course', null], ['Beard', 'Goes with a cut'], ['Cut', null], ['A second cut', null]] as const) listing(ctx, [store.id], { title, description })
    expect(titles('cut')).toEqual(['A second cut', 'Cut', 'Beard', 'Cutting course'])
  })

  test('page by page, each once, whatever is published meanwhile', () => {
    const { ctx, store } = business()
    for (let nth = 1; nth <= 7; nth += 1) listing(ctx, [store.id], { title: nth % 2 ? `Cut ${nth}` : `Trim ${nth}`, description: 'A cut' })
    const search = { ...anything, words: ['cut'] }
    const first = read((db) => findFirstListings(db, search, 3, 100))
    expect(first).toMatchObject({ count: 7, complete: true })
    listing(ctx, [store.id], { title: 'Cut 8' })
    const found = [...first.listings]
    for (let { next } = first; next; ) {
      const page = read((db) => findListings(db, search, next, 3))
      found.push(...page.listings)
      next = page.next
    }
    expect(found.map(({ title }) => title)).toEqual(['Cut 7', 'Cut 5', 'Cut 3', 'Cut 1', 'Trim 6', 'Trim 4', 'Trim 2'])
  })

  test('counted so far and no further', () => {
    const { ctx, store } = business()
    for (let nth = 1; nth <= 6; nth += 1) listing(ctx, [store.id], { title: `Cut ${nth}` })
    expect(read((db) => findFirstListings(db, anything, 2, 5))).toMatchObject({ count: 5, complete: false })
    expect(read((db) => findFirstListings(db, anything, 2, 6))).toMatchObject({ count: 6, complete: true, next: { tier: 0, number: 5 } })
  })

  test('once a page is full, counted no further than is quick, and all of them still page by page', () => {
    const { ctx, store } = business()
    transact(() => {
      for (let nth = 1; nth <= 800; nth += 1) listing(ctx, [store.id], { title: `Cut ${nth}`, description: null, priceMinor: nth % 10 === 0 ? 500 : 100 })
    })
    const search = { ...anything, words: ['cut'], price: { currency: 'EUR', from: 400, to: null } }
    const first = read((db) => findFirstListings(db, search, 10, 100))
    expect(first).toMatchObject({ complete: false })
    expect(first.count).toBeGreaterThan(10)
    expect(first.count).toBeLessThan(80)
    let [seen, { next }] = [first.listings.length, first]
    while (next) {
      const page = read((db) => findListings(db, search, next, 10))
      seen += page.listings.length
      next = page.next
    }
    expect(seen).toBe(80)
  })

  test('by domain, by price in one currency, and by place', () => {
    const { ctx, store } = business()
    switchDomains(ctx, { enabled: ['appointments', 'events'], defaultDomain: 'appointments' })
    listing(ctx, [store.id], { title: 'Cut', priceMinor: 4500 })
    listing(ctx, [store.id], { title: 'Concert', domain: 'events', priceMinor: 2000 })
    listing(ctx, [store.id], { title: 'On request', priceMinor: null })
    expect(titles('', { domain: 'events' })).toEqual(['Concert'])
    expect(titles('', { price: { currency: 'EUR', from: 2000, to: 4500 } })).toEqual(['Concert', 'Cut'])
    expect(titles('', { price: { currency: 'EUR', from: 2001, to: null } })).toEqual(['Cut'])
    expect(titles('', { price: { currency: 'GBP', from: null, to: 9999 } })).toEqual([])
    expect(titles('', { place: wordsIn('lisb 1100') })).toHaveLength(3)
    expect(titles('', { place: ['porto'] })).toEqual([])
  })

  test('only while they are active, their business open and their trade switched on', () => {
    const { ctx, store, ownerId } = business()
    const cut = listing(ctx, [store.id])
    const admin = contextAt(ctx.now, { kind: 'user', id: ownerId, roles: ['admin'] })
    expect(titles('cut')).toEqual(['Cut'])
    transact((db) => setListingStatus(db, ctx, cut.id, 'paused'))
    expect(titles('cut')).toEqual([])
    transact((db) => setListingStatus(db, ctx, cut.id, 'active'))
    expect(switchDomains(ctx, { enabled: ['events'], defaultDomain: 'events' }).ok).toBe(true)
    expect(titles('cut')).toEqual([])
    expect(switchDomains(ctx, { enabled: ['appointments', 'events'], defaultDomain: 'events' }).ok).toBe(true)
    expect(titles('cut')).toEqual(['Cut'])
    expect(setBusinessStatus(admin, ctx.businessId, 'suspended', 'Unpaid').ok).toBe(true)
    expect([titles('cut'), names('harbour')]).toEqual([[], []])
  })

  test('at once under the new name of their business and the new city of their store', () => {
    const { ctx, store, business: made } = business()
    listing(ctx, [store.id])
    expect(changeBusiness(ctx, { ...made, name: 'Tide & Blade' }).ok).toBe(true)
    expect([titles('blade cut'), titles('harbour cut'), names('blade')]).toEqual([['Cut'], [], ['Tide & Blade']])
    expect(changeStore(ctx, store.id, { ...harbourStreet, city: 'Évora' }).ok).toBe(true)
    expect([titles('', { place: ['evora'] }), titles('', { place: ['lisbon'] }), names('', { place: ['evor'] })]).toEqual([['Cut'], [], ['Tide & Blade']])
    expect(closeStore(ctx, store.id).ok).toBe(false)
  })
})

test('businesses are found by name, by what they say of themselves and by place, names first', () => {
  business('Harbour Salon')
  const { ctx, business: made } = business('Lua Cheia')
  changeBusiness(ctx, { ...made, about: 'By the harbour' })
  expect(names('harbour')).toEqual(['Harbour Salon', 'Lua Cheia'])
  expect(names('harb')).toEqual(['Lua Cheia', 'Harbour Salon'])
  expect(names('lisbon')).toHaveLength(2)
  expect(names('', { place: ['porto'] })).toEqual([])
  expect(read((db) => countFoundBusinesses(db, { words: [], place: [], categoryIds: null }, 10))).toBe(2)
})

test('the index of words holds what it held after it was thrown away and made again', () => {
  const { ctx, store } = business()
  listing(ctx, [store.id])
  change('DELETE FROM listings_fts')
  expect(titles('cut')).toEqual([])
  change('UPDATE listing_entries SET revision = revision + 1 WHERE number NOT IN (SELECT rowid FROM listings_fts)')
  expect(titles('cut')).toEqual(['Cut'])
})

test('a search walks the index of words from its newest row, sorts nothing and reads no table whole', () => {
  const plan = (sql: string) => rows<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, { match: '"x"', before: 1, chunk: 1, numbers: '[]', ids: '[]' }).map(({ detail }) => detail).join('; ')
  for (const index of ['listings_fts', 'businesses_fts'] as const) expect(plan(wordsSql(index))).toBe(`SCAN ${index} VIRTUAL TABLE INDEX 192:M${index === 'listings_fts' ? 5 : 4}<`)
  const free = { from: '2026-11-04', to: '2026-11-05', people: 2, asked: new Map([['stays', () => true]]) }
  const { sql, params } = narrowingSql({ values: [], price: { currency: 'EUR', from: 1, to: 2 }, free })
  const narrowed = rows<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, { ...params, numbers: '[]' }).map(({ detail }) => detail).join('; ')
  expect(narrowed).toContain('SEARCH f USING PRIMARY KEY (listing_number=? AND date>? AND date<?)')
  expect(narrowed).not.toMatch(/SCAN (?!place|json_each)/)
  expect(plan(foundBusinessesSql.found)).not.toMatch(/SCAN (?!place)/)
  expect(plan(foundBusinessesSql.byIds)).not.toMatch(/SCAN (?!one)/)
  expect(plan(foundBusinessesSql.currencies)).toMatch(/SEARCH businesses USING COVERING INDEX businesses_by_currency/)
})
