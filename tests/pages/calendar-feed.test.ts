import Database from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hashToken, newToken } from '~/platform/signing.server'
import { serve, townCopy, type House } from '../serving'
import { readCalendar } from '../world/calendar-reader'

const token = newToken()
let house: House
beforeAll(async () => {
  const database = townCopy()
  const file = new Database(database)
  file
    .prepare(
      `INSERT INTO calendar_feeds (id, business_id, user_id, member_id, scope, token_hash, made_at)
       SELECT '019e0000-0000-7000-8000-00000000fade', m.business_id, m.user_id, m.id, 'all', ?, m.created_at
       FROM members m JOIN businesses b ON b.id = m.business_id WHERE b.slug = 'harbour-salon' AND m.role = 'owner' LIMIT 1`,
    )
    .run(hashToken(token))
  file.close()
  house = await serve({ database, jobs: false, env: { RATE_LIMIT_FACTOR: '1', RATE_LIMITS: 'feed=3/1h, feedPerAddress=5/1h' } })
})
afterAll(() => house?.stop())

const ask = (secret: string, headers = {}) => fetch(`${house.url}/feeds/calendar.ics?token=${secret}`, { headers, redirect: 'manual' })

test('an address is read without a session, in the language of whoever made it, and only so often', async () => {
  const first = await ask(token, { 'Accept-Language': 'pt-PT' })
  expect([first.status, first.headers.get('content-type'), first.headers.get('set-cookie')]).toEqual([200, 'text/calendar; charset=utf-8', null])
  const { events, properties } = readCalendar(await first.text())
  expect(properties['X-WR-TIMEZONE']).toBe('Europe/Lisbon')
  expect(events.length).toBeGreaterThan(20)
  expect(new Set(events.map(({ UID }) => UID)).size).toBe(events.length)
  expect((await ask('made-up')).status).toBe(404)
  expect([(await ask(token)).status, (await ask(token)).status]).toEqual([200, 200])
  const tooMany = await ask(token)
  expect([tooMany.status, Number(tooMany.headers.get('retry-after')) > 0]).toEqual([429, true])
  // Whoever tries addresses is held back too.
  expect((await ask('another')).status).toBe(429)
})
