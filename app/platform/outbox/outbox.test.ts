import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { hour, minute } from '~/kernel/time'
import { freshFile } from '#db/testing'
import { bellRang, countsBells } from '../../../tests/world/bells'
import { change, contextAt, rows, theMorning, withDatabase } from '../../../tests/world/world'
import { record } from '../audit.server'
import { openDatabase, read, transact } from '../database.server'
import { announce } from './announce.server'
import { failedDeliveries, oldestUndelivered, retryDelivery } from './attention.server'
import { backOff } from './back-off'
import { deliverDue, drainOutbox, fanOut, mostTries } from './drain.server'
import { installSubscribers, subscribe } from './subscribers.server'

withDatabase()

const heard = () => rows<{ subject: string; changes: string }>("SELECT subject, changes FROM audit WHERE action = 'tests.bell.hear' ORDER BY id")
const drain = () => drainOutbox({ now: theMorning, atMost: 50 })

test('each subscriber hears of an event exactly once, however often the outbox is drained', async () => {
  installSubscribers([countsBells, { ...countsBells, name: 'tests.counts-too' }])
  ring(3)
  expect([await drain(), await drain()]).toEqual([3, 0])
  expect(heard().map(({ changes }) => JSON.parse(changes))).toEqual([{ strokes: 3 }, { strokes: 3 }])
})

test('what a subscriber wrote before it failed is undone, its next try waits longer each time, and at last the admin sees it', () => {
  let broken = true
  const stumbles = subscribe({
    name: 'tests.stumbles',
    to: bellRang,
    run: (db, event, ctx) => {
      record(db, ctx, { action: 'tests.bell.hear', subject: event.id })
      if (broken) throw new Error('the rope is gone')
    },
  })
  installSubscribers([stumbles])
  const id = ring()
  let now = theMorning
  fanOut(now)
  const waits: number[] = []
  for (let failures = 1; failures <= mostTries; failures += 1) {
    expect(deliverDue(now)).toEqual({ delivered: 0, failed: 1 })
    expect(deliverDue(now)).toEqual({ delivered: 0, failed: 0 })
    const [row] = rows<{ next_at: number; status: string }>('SELECT next_at, status FROM deliveries')
    expect(row?.status).toBe(failures < mostTries ? 'waiting' : 'failed')
    waits.push(row!.next_at - now)
    now = row!.next_at
  }
  expect(waits).toEqual([...waits].sort((a, b) => a - b))
  expect(heard()).toEqual([])
  const { rows: shown } = read((db) => failedDeliveries(db))
  expect(shown).toMatchObject([{ eventId: id, subscriber: 'tests.stumbles', payload: { strokes: 1 }, attempts: 8, error: 'Error: the rope is gone' }])

  broken = false
  expect(retryDelivery(contextAt(now), id, 'tests.stumbles')).toMatchObject({ ok: true })
  expect(retryDelivery(contextAt(now), id, 'tests.stumbles')).toEqual({ ok: false, refusal: 'unknown' })
  expect(deliverDue(now)).toEqual({ delivered: 1, failed: 0 })
  expect(heard()).toHaveLength(1)
})

test('one subscriber that fails keeps no other one waiting', () => {
  const fails = subscribe({ name: 'tests.fails', to: bellRang, run: () => { throw new Error('no') } })
  installSubscribers([fails, countsBells])
  ring()
  ring()
  expect(fanOut(theMorning)).toBe(2)
  expect(deliverDue(theMorning)).toEqual({ delivered: 2, failed: 2 })
})

test('an older version comes through the up-caster; a newer one, and a payload that is none, fail visibly', async () => {
  installSubscribers([countsBells])
  ring(2)
  ring(3)
  ring(4)
  const [old, newer, broken] = rows<{ id: string }>('SELECT id FROM events ORDER BY id').map(({ id }) => id)
  change(`UPDATE events SET version = 1, payload = '{"times":7}' WHERE id = ?`, old)
  change('UPDATE events SET version = 3 WHERE id = ?', newer)
  change(`UPDATE events SET payload = '{}' WHERE id = ?`, broken)
  await drain()
  expect(heard().map(({ changes }) => JSON.parse(changes))).toEqual([{ strokes: 7 }])
  expect(rows("SELECT error FROM deliveries WHERE status = 'waiting' ORDER BY event_id")).toEqual([
    { error: 'Error: bell.rang of version 3 is unknown here: this code knows 2' },
    { error: expect.stringContaining('strokes') },
  ])
})

test('a subscriber that the code no longer knows fails visibly', () => {
  installSubscribers([countsBells])
  ring()
  fanOut(theMorning)
  installSubscribers([])
  deliverDue(theMorning)
  expect(rows('SELECT error FROM deliveries')).toEqual([{ error: 'Error: No subscriber is called tests.counts-bells' }])
  expect(() => installSubscribers([countsBells, countsBells])).toThrow('Two subscribers are called tests.counts-bells')
})

test('two processes that drain one file deliver each event once', async () => {
  const path = freshFile()
  openDatabase(path)
  for (let n = 0; n < 60; n += 1) ring(n)
  const program = fileURLToPath(new URL('../../../tests/world/drain-bells.ts', import.meta.url))
  const run = () => promisify(execFile)(process.execPath, ['--import', 'tsx', program, path, String(theMorning)])
  const counts = (await Promise.all([run(), run()])).map(({ stdout }) => Number(stdout))
  expect(counts[0]! + counts[1]!).toBe(60)
  expect(new Set(heard().map(({ subject }) => subject)).size).toBe(60)
  expect(heard()).toHaveLength(60)
})

test('how long the oldest event waits counts from the event, then from the next try', () => {
  const oldest = () => read(oldestUndelivered)
  installSubscribers([subscribe({ name: 'tests.fails', to: bellRang, run: () => { throw new Error('no') } })])
  expect(oldest()).toBeNull()
  ring(1, theMorning - hour)
  expect(oldest()).toBe(theMorning - hour)
  fanOut(theMorning)
  deliverDue(theMorning)
  expect(oldest()).toBeGreaterThan(theMorning)
})

test('the wait after failures grows threefold, differs from seed to seed by a fifth at most, and ends at six hours', () => {
  const waits = Array.from({ length: 12 }, (_, n) => backOff(n + 1, 'seed'))
  expect(waits).toEqual(waits.map((_, n) => backOff(n + 1, 'seed')))
  expect(waits[0]).toBeGreaterThanOrEqual(4_000)
  expect(waits[0]).toBeLessThanOrEqual(6_000)
  expect(Math.max(...waits)).toBeLessThanOrEqual(7.2 * hour)
  expect(new Set(Array.from({ length: 20 }, (_, n) => backOff(3, `seed ${n}`))).size).toBe(20)
  expect(backOff(4, 'another')).toBeGreaterThan(1.5 * minute)
})

// In a transaction of its own; answers the event's id.
function ring(strokes = 1, now = theMorning): string {
  const ctx = contextAt(now)
  return transact((db) => announce(db, ctx, bellRang, { subject: 'tower', payload: { strokes } }))
}
