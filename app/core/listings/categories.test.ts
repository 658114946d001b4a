import { describe, expect, test } from 'vitest'
import { findBusinesses } from '~/core/businesses/index.server'
import { read, transact } from '~/platform/database.server'
import { business } from '../../../tests/world/businesses'
import { listing } from '../../../tests/world/listings'
import { change, contextAt, rows, withDatabase } from '../../../tests/world/world'
import {
  categoriesOfBusiness,
  categoryTree,
  extraOf,
  findListings,
  removeCategory,
  restoreCategory,
  saveCategory,
  setBusinessCategories,
  setListingCategory,
  shownExtra,
  withBelow,
  type Category,
  type WantedValue,
} from './index.server'
import { foundListingsSql, narrowingSql } from './find-listings.server'

withDatabase()

const length = { type: 'string', enum: ['Short', 'Long'], title: 'Hair length' }
const vegan = { type: 'boolean', title: 'Vegan' }
const weeks = { type: 'integer', title: 'Weeks', minimum: 1, maximum: 52 }
const asks = (properties: object = {}, required: string[] = []) => ({ type: 'object', properties, required })

function category(title: string, { parent, schema = asks() }: { parent?: Category; schema?: unknown } = {}): Category {
  const saved = saveCategory(contextAt(), null, { title, domain: 'appointments', parentId: parent?.id ?? null, schema })
  if (!saved.ok) throw new Error(`No category: ${JSON.stringify(saved.refusal)}`)
  return saved.value
}

function world() {
  const made = business()
  const hair = category('Hairdressers')
  const cut = category('Cut', { parent: hair, schema: asks({ length, vegan, weeks }, ['length']) })
  const say = (id: string, values: Record<string, string | number | boolean>, { id: categoryId, version } = cut) =>
    transact((db) => setListingCategory(db, made.ctx, id, { categoryId, version, values }))
  return { ...made, hair, cut, say }
}

const again = (id: string, schema: unknown, title = 'Cut', parentId: string | null = null) => saveCategory(contextAt(), id, { title, domain: 'appointments', parentId, schema })

describe('a category', () => {
  test('stands in a tree of two levels within its trade', () => {
    const { hair, cut } = world()
    const health = category('Health')
    expect(read(categoryTree).map(({ path }) => path)).toEqual(['Hairdressers', 'Hairdressers → Cut', 'Health'].sort())
    expect(read((db) => withBelow(db, hair))).toEqual([hair.id, cut.id])
    const save = (details: Partial<{ domain: string; parentId: string | null }>, id: string | null = null) =>
      saveCategory(contextAt(), id, { title: 'X', domain: 'appointments', parentId: null, schema: asks(), ...details })
    expect(save({ parentId: cut.id })).toEqual({ ok: false, refusal: { kind: 'unfit-parent' } })
    expect(save({ domain: 'events', parentId: hair.id })).toEqual({ ok: false, refusal: { kind: 'unfit-parent' } })
    expect(save({ parentId: health.id }, hair.id)).toEqual({ ok: false, refusal: { kind: 'has-below' } })
    expect(save({ parentId: hair.id }, hair.id)).toEqual({ ok: false, refusal: { kind: 'unfit-parent' } })
    expect(save({ domain: 'events' }, hair.id)).toEqual({ ok: false, refusal: { kind: 'domain-fixed' } })
    expect(save({ domain: 'piracy' })).toEqual({ ok: false, refusal: { kind: 'unknown-domain' } })
    expect(save({}, 'no-such')).toEqual({ ok: false, refusal: { kind: 'unknown-category' } })
  })

  test('gets a new version by other fields only; a refused schema changes nothing', () => {
    const { hair, cut } = world()
    expect(again(cut.id, asks({ length, vegan, weeks }, ['length']), 'Cuts', hair.id)).toMatchObject({ ok: true, value: { version: 1, title: 'Cuts' } })
    expect(again(cut.id, asks({ length, vegan }, ['length']), 'Cuts', hair.id)).toMatchObject({ ok: true, value: { version: 2 } })
    const audits = rows('SELECT id FROM audit').length
    expect(again(cut.id, asks({ length, vegan }, ['length']), 'Cuts', hair.id)).toMatchObject({ ok: true, value: { version: 2 } })
    expect(again(cut.id, asks({ length: { ...length, pattern: 'x' } }))).toEqual({
      ok: false,
      refusal: { kind: 'schema', schema: { at: 'properties/length/pattern', why: 'unknown-word' } },
    })
    expect(rows('SELECT id FROM audit')).toHaveLength(audits)
    expect(rows('SELECT version FROM category_versions WHERE category_id = ? ORDER BY version', cut.id)).toEqual([{ version: 1 }, { version: 2 }])
  })

  test('is deleted where nothing is in it, else retired: it keeps what it has and takes nothing in until it is offered again', () => {
    const { ctx, store, hair, cut, say } = world()
    const [one, two] = [listing(ctx, [store.id]), listing(ctx, [store.id])]
    expect(removeCategory(contextAt(), category('Nails').id)).toEqual({ ok: true, value: 'deleted' })
    expect(say(one.id, { length: 'Short' }).ok).toBe(true)
    expect(removeCategory(contextAt(), hair.id)).toEqual({ ok: true, value: 'retired' })
    expect(removeCategory(contextAt(), cut.id)).toEqual({ ok: true, value: 'retired' })
    expect(say(one.id, { length: 'Long' }).ok).toBe(true)
    expect(say(two.id, { length: 'Long' })).toEqual({ ok: false, refusal: { kind: 'unknown-category' } })
    expect(setBusinessCategories(ctx, { main: hair.id, further: [] })).toEqual({ ok: false, refusal: 'unknown-category' })
    expect(restoreCategory(contextAt(), cut.id).ok).toBe(true)
    expect(say(two.id, { length: 'Long' }).ok).toBe(true)
    expect(removeCategory(contextAt(), 'no-such').ok).toBe(false)
  })
})

describe('a listing in a category', () => {
  test('keeps its values typed, and is shown by the version it was saved with', () => {
    const { ctx, store, hair, cut, say } = world()
    const { id } = listing(ctx, [store.id])
    expect(say(id, { length: 'Long', vegan: true, weeks: 6 }).ok).toBe(true)
    expect(rows('SELECT key, text, number, flag, date FROM listing_values ORDER BY key')).toEqual([
      { key: 'length', text: 'Long', number: null, flag: null, date: null },
      { key: 'vegan', text: null, number: null, flag: 1, date: null },
      { key: 'weeks', text: null, number: 6, flag: null, date: null },
    ])
    again(cut.id, asks({ length: { ...length, title: 'Length, renamed' } }, ['length']), 'Cut', hair.id)
    expect(read((db) => shownExtra(db, ctx, id))).toEqual({
      category: { slug: 'cut', title: 'Cut' },
      facts: [
        { key: 'length', title: 'Hair length', text: 'Long' },
        { key: 'vegan', title: 'Vegan', text: 'Yes' },
        { key: 'weeks', title: 'Weeks', text: '6' },
      ],
    })
    const audits = rows('SELECT id FROM audit').length
    say(id, { length: 'Long', vegan: true, weeks: 6 })
    expect(rows('SELECT id FROM audit')).toHaveLength(audits)
    expect(transact((db) => setListingCategory(db, ctx, id, null)).ok).toBe(true)
    expect(rows('SELECT * FROM listing_values')).toEqual([])
    expect(read((db) => extraOf(db, ctx.businessId, id))).toBeNull()
  })

  test.each<[Record<string, string | number | boolean>, string, string]>([
    [{}, 'length', 'Hair length: choose one of the answers'],
    [{ length: 'Medium' }, 'length', 'Hair length: choose one of the answers'],
    [{ length: 'Long', weeks: 53 }, 'weeks', 'Weeks: enter 52 or less'],
  ])('is refused with %j', (values, key, sentence) => {
    const { ctx, store, say } = world()
    expect(say(listing(ctx, [store.id]).id, values)).toEqual({ ok: false, refusal: { kind: 'bad-value', key, sentence } })
    expect(rows('SELECT * FROM listing_values')).toEqual([])
  })

  test('is not seen by another business, nor taken into another trade', () => {
    const { ctx, store, say } = world()
    const { id } = listing(ctx, [store.id])
    say(id, { length: 'Long' })
    expect(read((db) => extraOf(db, business('Elsewhere').business.id, id))).toBeNull()
    expect(say(listing(ctx, [store.id], { domain: 'events' }).id, { length: 'Long' })).toEqual({ ok: false, refusal: { kind: 'unknown-category' } })
  })

  test('holds exactly one value in a row', () => {
    const { ctx, store } = world()
    const { id } = listing(ctx, [store.id])
    expect(() => change("INSERT INTO listing_values (listing_id, key, text, number) VALUES (?, 'k', 'a', 1)", id)).toThrow(/listing_values_one/)
    expect(() => change("INSERT INTO listing_values (listing_id, key) VALUES (?, 'k')", id)).toThrow(/listing_values_one/)
  })
})

test('a business has one main category and others, of its trades only', () => {
  const { ctx, hair, cut } = world()
  const party = saveCategory(contextAt(), null, { title: 'Party', domain: 'events', parentId: null, schema: asks() })
  expect(setBusinessCategories(ctx, { main: null, further: [cut.id] })).toEqual({ ok: false, refusal: 'main-missing' })
  expect(party.ok && setBusinessCategories(ctx, { main: party.value.id, further: [] })).toEqual({ ok: false, refusal: 'unknown-category' })
  expect(setBusinessCategories(ctx, { main: hair.id, further: [cut.id, hair.id] }).ok).toBe(true)
  expect(read((db) => categoriesOfBusiness(db, ctx.businessId))).toEqual([{ slug: 'hairdressers', title: 'Hairdressers' }, { slug: 'cut', title: 'Cut' }])
  const found = (category: string) => read((db) => findBusinesses(db, { words: [], place: [], categoryIds: [category] }, null, 9)).businesses.map(({ id }) => id)
  expect(found(cut.id)).toEqual([ctx.businessId])
  expect(setBusinessCategories(ctx, { main: null, further: [] }).ok).toBe(true)
  expect([...found(hair.id), ...found(cut.id)]).toEqual([])
})

describe('the search', () => {
  test('finds active listings in a category by what they say in its fields', () => {
    const { ctx, store, hair, cut, say } = world()
    const [short, long] = [listing(ctx, [store.id], { title: 'Short' }), listing(ctx, [store.id], { title: 'Long' })]
    listing(ctx, [store.id], { title: 'In no category' })
    say(short.id, { length: 'Short', vegan: true, weeks: 4 })
    say(long.id, { length: 'Long', weeks: 8 })
    const search = { words: [], place: [], domain: null, price: null, free: null }
    const titles = (...values: WantedValue[]) => read((db) => findListings(db, { ...search, categoryIds: withBelow(db, hair), values }, null, 9)).listings.map(({ title }) => title)
    expect(titles()).toEqual(['Long', 'Short'])
    expect(titles({ key: 'length', text: 'Short' })).toEqual(['Short'])
    expect(titles({ key: 'vegan', flag: false })).toEqual(['Long'])
    expect(titles({ key: 'weeks', from: 5, to: null })).toEqual(['Long'])
    expect(titles({ key: 'weeks', from: null, to: 4 }, { key: 'vegan', flag: true })).toEqual(['Short'])
    expect(titles({ key: 'weeks', from: null, to: 4 }, { key: 'length', text: 'Long' })).toEqual([])
    expect(read((db) => findListings(db, { ...search, words: ['lo'], categoryIds: [cut.id], values: [] }, null, 9)).listings.map(({ title }) => title)).toEqual(['Long'])
  })

  test.each<WantedValue>([{ key: 'length', text: 'Short' }, { key: 'weeks', from: 1, to: 2 }, { key: 'vegan', flag: true }])('asks %j of each listing by its key', (value) => {
    const { sql, params } = narrowingSql({ values: [value], price: null, free: null })
    const plan = read((db) => db.$client.prepare<Record<string, unknown>, { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all({ ...params, numbers: '[]' })).map(({ detail }) => detail)
    expect(plan.join('; ')).toContain('(listing_id=? AND key=?)')
    expect(plan.filter((detail) => /^SCAN/.test(detail) && !detail.includes('VIRTUAL TABLE'))).toEqual([])
  })

  test('finds listings and categories by an index', () => {
    const plan = (sql: string) => rows<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).map(({ detail }) => detail).join('; ')
    expect(plan(foundListingsSql.replaceAll('@numbers', "'[]'"))).not.toMatch(/SCAN (?!place)/)
    expect(plan("SELECT id FROM categories WHERE parent_id = ''")).toContain('categories_by_parent')
    expect(plan("SELECT id FROM categories WHERE slug = ''")).toContain('categories_slug')
  })
})
