import { afterEach, beforeEach, expect, test } from 'vitest'
import { minute } from '~/kernel/time'
import { closeDatabase, openDatabase, read, transact, type Db } from '~/platform/database.server'
import { lodging } from '../../../tests/world/channels'
import { book, type FrontDesk } from '../../../tests/world/front-desk'
import { theMorning } from '../../../tests/world/world'
import { freshFile } from '#db/testing'
import { addressFile } from './address-file.server'
import { makeAddress, openAddress } from './addresses.server'
import { clashesOf } from './clashes.server'
import { entriesSql, feedsOfBusiness } from './feeds.server'
import { dueSql, fetchDueFeeds } from './fetch-feeds.server'
import { addFeed, removeFeed } from './save-feed.server'

// Every statement is caught as it is prepared, so that none is forgotten here.

let desk: FrontDesk
let token: string
let statements: string[]

beforeEach(async () => {
  const file = freshFile()
  openDatabase(file)
  desk = lodging()
  book(desk.ctx, desk.colour, '2026-11-10T10:00Z')
  addFeed(desk.ctx, desk.colour.id, { name: 'Airbnb', address: 'https://calendars.example/1.ics' })
  const made = makeAddress(desk.ctx, desk.colour.id, { name: 'Airbnb', feedId: null })
  token = made.ok ? (new URL(made.value).searchParams.get('token') ?? '') : ''
  closeDatabase()
  // Anew, so that nothing is prepared yet.
  openDatabase(file)
  statements = []
  transact((db) => listen(db))
  read((db) => listen(db))
})
afterEach(() => closeDatabase())

function listen(db: Db): void {
  const { $client } = db
  const prepare = $client.prepare.bind($client)
  Object.assign($client, { prepare: (sql: string) => (statements.push(sql), prepare(sql)) })
}

const planOf = (sql: string) =>
  read((db) => {
    const names = [...sql.matchAll(/@(\w+)/g)].map(([, name = '']) => [name, null])
    const places = sql.match(/\?/g)?.map(() => null) ?? []
    const explained = db.$client.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
    return (names.length > 0 ? explained.all(Object.fromEntries(names)) : explained.all(...places)).map(({ detail }) => detail).join('\n')
  })
const scans = () => statements.filter((sql) => /^\s*(SELECT|INSERT|UPDATE|DELETE)/i.test(sql) && /SCAN (?!CONSTANT ROW|json_each)/.test(planOf(sql)))

const event = (uid: string, from: string, to: string) => ['BEGIN:VEVENT', `UID:${uid}`, `DTSTART;VALUE=DATE:${from}`, `DTEND;VALUE=DATE:${to}`, 'END:VEVENT'].join('\r\n')
const says = (...events: string[]) => async () => ({ ok: true as const, value: { kind: 'read' as const, text: ['BEGIN:VCALENDAR', ...events, 'END:VCALENDAR', ''].join('\r\n'), etag: null, lastModified: null } })

test('no statement of reading calendars, and of being read, goes through a whole table', async () => {
  await fetchDueFeeds({ now: theMorning, atMost: 10, fetch: says(event('a', '20261109', '20261111'), event('b', '20261120', '20261122')) })
  await fetchDueFeeds({ now: theMorning + 15 * minute, atMost: 10, fetch: says(event('a', '20261109', '20261112')) })
  await fetchDueFeeds({ now: theMorning + 30 * minute, atMost: 10, fetch: async () => ({ ok: false, refusal: { kind: 'too-slow' } }) })
  const [feed] = read((db) => feedsOfBusiness(db, desk.ctx.businessId))
  expect(read((db) => clashesOf(db, desk.ctx.businessId, feed!.id, theMorning))).toHaveLength(1)
  const open = read((db) => openAddress(db, token))
  expect(read((db) => addressFile(db, open!.business, open!.address, theMorning))).toContain('BEGIN:VEVENT')
  removeFeed(desk.ctx, feed!.id)
  expect(statements.length).toBeGreaterThan(20)
  expect(scans()).toEqual([])
})

test('what is due is found by when, and what stands by its feed', () => {
  expect(planOf(dueSql)).toContain('channel_feeds_due')

  expect(planOf(entriesSql)).toContain('channel_entries_by_feed')
})
