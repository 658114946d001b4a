import { afterEach, beforeEach } from 'vitest'
import type { Actor, Ctx } from '~/kernel/ctx'
import { uuidv7 } from '~/kernel/ids'
import { closeBlobs, openBlobs } from '~/platform/blobs.server'
import { closeDatabase, openDatabase, read, transact, type Db } from '~/platform/database.server'
import { i18nFor } from '~/platform/words/i18n'
import { freshFile, freshPath } from '#db/testing'

/** Tuesday 3 November 2026, 09:00 in Lisbon: where every test's clock stands unless it says otherwise. */
export const theMorning = Date.parse('2026-11-03T09:00:00Z')

/** Opens a fresh database before each test of the file and closes it afterwards. */
export function withDatabase(): void {
  beforeEach(() => {
    openDatabase(freshFile())
    openBlobs(freshPath('blobs.db'))
  })
  afterEach(() => {
    closeBlobs()
    closeDatabase()
  })
}

/** A context as a request would have it, standing at `now`. */
export function contextAt(now = theMorning, actor: Actor = { kind: 'nobody' }, language = 'en'): Ctx {
  return { now, newId: () => uuidv7(now), requestId: 'test', i18n: i18nFor(language), zone: null, actor, clientAddress: '127.0.0.1' }
}

/** Rows of one SQL query, for looking behind the curtain. */
export function rows<Row = Record<string, unknown>>(sql: string, ...params: unknown[]): Row[] {
  return read((db: Db) => db.$client.prepare(sql).all(...params) as Row[])
}

/** Runs plain SQL as a change, for worlds that no use case makes. */
export function change(sql: string, ...params: unknown[]): void {
  transact((db) => void db.$client.prepare(sql).run(...params))
}
