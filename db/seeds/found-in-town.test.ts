import { beforeAll, expect, test } from 'vitest'
import { find, searchChoices } from '~/core/search/find.server'
import { soughtIn } from '~/core/search/sought'
import { read } from '~/platform/database.server'
import { installModules } from '~/registry.server'
import { contextAt, rows, theMorning, withDatabase } from '../../tests/world/world'
import { seedTown } from './town'

withDatabase()
beforeAll(() => installModules())

const ctx = contextAt(theMorning)

function found(query: string) {
  return read((db) => find(db, ctx, soughtIn(new URLSearchParams(query), searchChoices(db, ctx).currencies[0]), null))
}

function offers(query: string) {
  return found(query).offers?.rows ?? []
}

const costs = (query: string) => Object.fromEntries(offers(query).map(({ title, cost }) => [title, cost]))
const titles = (query: string) => offers(query).map(({ title }) => title).sort()

test('a search of the demo town finds what is sold there, by category, price and dates', () => {
  seedTown(theMorning, 'hash')

  // By category, those below it too.
  expect(titles('category=on-the-water')).toEqual(['Castle and Caves', 'First Strokes', 'Full Moon Paddle'])
  expect(titles('category=concerts-and-festivals')).toEqual(['Candlelight Quartets', 'Wharf Festival'])
  expect(titles('category=talks-and-readings')).toEqual(['Supper and readings', 'What the River Remembers'])
  expect(titles('category=holiday-lets')).toEqual(['Old Harbour House', 'The attic', 'The lemon room', 'The river room', 'The room upstairs'])
  expect(titles('category=holiday-lets&field.pets=yes')).toEqual(['Old Harbour House'])
  expect(titles('category=homes-for-rent-and-for-sale')).toEqual(['The cooper’s house', 'The net loft'])

  // What a price is for.
  expect(costs('category=homes-for-rent-and-for-sale')).toEqual({ 'The cooper’s house': '€685,000.00, for sale', 'The net loft': '€1,150.00 a month' })
  expect(costs('q=lemon')).toEqual({ 'The lemon room': 'from €80.00 a night' })
  expect(costs('category=kayaking')).toMatchObject({ 'Full Moon Paddle': '€75.00 a person', 'First Strokes': 'from €40.00 a person' })
  expect(costs('category=concerts-and-festivals')).toMatchObject({ 'Candlelight Quartets': 'from £10.00' })
  expect(costs('category=talks-and-readings')).toEqual({ 'What the River Remembers': 'Free', 'Supper and readings': '€38.00' })
  expect(costs('q=cut&place=lisb')).toMatchObject({ Cut: '€45.00' })

  // A price without a currency is in the one of most businesses; what is none is told.
  expect(read((db) => searchChoices(db, ctx)).currencies).toEqual(['EUR', 'CAD', 'GBP'])
  expect(found('q=lemon&max=90')).toMatchObject({ price: { currency: 'EUR', to: 9000 }, unread: [] })
  expect(found('q=lemon&max=cheap')).toMatchObject({ price: null, unread: ['cheap'] })

  // Each page opens on what was searched for.
  const [room] = offers('q=lemon&from=2027-04-20&to=2027-04-23&people=1')
  expect(room).toMatchObject({ href: '/b/old-harbour-house/real-estate/the-lemon-room?from=2027-04-20&to=2027-04-23&adults=1', freeFor: { from: '2027-04-20', to: '2027-04-23' } })
  expect(offers('q=lemon')[0]).toMatchObject({ href: '/b/old-harbour-house/real-estate/the-lemon-room', freeFor: null })
  const [cut] = offers('q=cut&place=lisb&from=2026-12-15').filter(({ title }) => title === 'Cut')
  expect(cut?.href).toBe('/b/harbour-salon/appointments/cut?from=2026-12-15')
  const [concert] = offers('q=quartets&from=2026-12-07&to=2026-12-13')
  const session = new URL(concert?.href ?? '', 'https://guildhall.test').searchParams.get('date')
  expect(rows('SELECT starts_at FROM listing_sessions WHERE id = ?', session)).toEqual([{ starts_at: Date.parse('2026-12-11T19:30Z') }])
  expect(offers('q=caves&from=2026-12-07&to=2026-12-13&people=4')[0]?.href).toMatch(/\/activities\/[\w-]+\?date=[\w-]+&n-adult=4$/)
})
