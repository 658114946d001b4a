import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { day, hour } from '~/kernel/time'
import { freshFile, freshPath } from '#db/testing'
import { theMorning } from '../../tests/world/world'
import { blobByHash, closeBlobs, hashOf, installBlobNames, letGoOfBlobs, openBlobs, storeBlobs, sweepBlobs } from './blobs.server'
import { closeDatabase, openDatabase, withoutWrites } from './database.server'

const cat = { type: 'image/webp', bytes: Buffer.from('a cat') }
const dog = { type: 'image/avif', bytes: Buffer.from('a dog') }
const [catHash, dogHash] = [hashOf(cat.bytes), hashOf(dog.bytes)]
let path: string

beforeEach(() => {
  openDatabase(freshFile())
  openBlobs((path = freshPath('blobs.db')))
  installBlobNames([() => []])
})
afterEach(() => {
  closeBlobs()
  closeDatabase()
})

test('bytes are found under their SHA-256, and storing them twice keeps them once', () => {
  storeBlobs([cat, dog, cat], theMorning)
  storeBlobs([cat], theMorning + hour)
  expect(blobByHash(catHash)).toEqual(cat)
  expect(blobByHash(dogHash)).toEqual(dog)
  expect(blobByHash('0'.repeat(64))).toBeNull()
  expect(count()).toBe(2)
})

test('they lie in a file of their own with the pragmas of the house', () => {
  const file = new Database(path, { readonly: true })
  expect(file.pragma('journal_mode', { simple: true })).toBe('wal')
  file.close()
})

test('what no row names goes after a day, and what a row names stays', () => {
  installBlobNames([(_db, hashes) => hashes.filter((hash) => hash === dogHash)])
  storeBlobs([cat, dog], theMorning)
  expect(sweepBlobs({ now: theMorning + day - 1 })).toBe(0)
  expect(sweepBlobs({ now: theMorning + day + 1 })).toBe(1)
  expect([blobByHash(catHash), blobByHash(dogHash)]).toEqual([null, dog])
})

test('what is stored again, or has just lost its name, has another day', () => {
  storeBlobs([cat, dog], theMorning)
  storeBlobs([cat], theMorning + 20 * hour)
  letGoOfBlobs([dogHash], theMorning + 23 * hour)
  expect(sweepBlobs({ now: theMorning + 40 * hour })).toBe(0)
  expect(sweepBlobs({ now: theMorning + 45 * hour })).toBe(1)
  expect(sweepBlobs({ now: theMorning + 48 * hour })).toBe(1)
})

test('what is stored while the sweep looks stays', () => {
  storeBlobs([cat], theMorning)
  installBlobNames([
    () => {
      storeBlobs([cat], theMorning + 2 * day)
      return []
    },
  ])
  expect(sweepBlobs({ now: theMorning + 2 * day })).toBe(0)
  expect(blobByHash(catHash)).toEqual(cat)
})

test('many are swept in short steps, each of them once', () => {
  storeBlobs(Array.from({ length: 25 }, (_, at) => ({ type: 'image/jpeg', bytes: Buffer.from(`picture ${at}`) })), theMorning)
  expect(sweepBlobs({ now: theMorning + 2 * day, atOnce: 4 })).toBe(25)
  expect(count()).toBe(0)
})

test('nothing is swept while nobody says what is named, and nothing is stored by a GET', () => {
  storeBlobs([cat], theMorning)
  installBlobNames([])
  expect(() => sweepBlobs({ now: theMorning + 9 * day })).toThrow('installBlobNames')
  expect(() => withoutWrites('/b/salon', () => storeBlobs([dog], theMorning))).toThrow('GET /b/salon tried to write')
})

test('one read by name finds its row by an index, and the sweep walks one', () => {
  const file = new Database(path, { readonly: true })
  const plan = (query: string) => JSON.stringify(file.prepare(`EXPLAIN QUERY PLAN ${query}`).all())
  expect(plan("SELECT type, bytes FROM blobs WHERE hash = 'x'")).toContain('SEARCH blobs USING INDEX')
  expect(plan("SELECT hash FROM blobs WHERE (wanted_at, hash) > (0, '') AND wanted_at < 9 ORDER BY wanted_at, hash LIMIT 5")).toContain('USING COVERING INDEX blobs_by_age')
  file.close()
})

function count(): number {
  const file = new Database(path, { readonly: true })
  const found = file.prepare('SELECT count(*) FROM blobs').pluck().get() as number
  file.close()
  return found
}
