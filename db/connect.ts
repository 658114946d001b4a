import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { drizzle, type BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'

/** A connection: drizzle over better-sqlite3 (`$client`), everything synchronous. */
export type Db = BetterSQLite3Database & { readonly $client: Database.Database }

export interface ConnectionOptions {
  readonly readonly?: boolean
  /** LiteFS syncs every commit itself: FULL would buy nothing there. */
  readonly onLitefs?: boolean
}

/** Opens a file with the pragmas of the house. A read-only connection needs a file that exists. */
export function connect(path: string, { readonly = false, onLitefs = false }: ConnectionOptions = {}): Db {
  if (!readonly) mkdirSync(dirname(path), { recursive: true })
  const client = new Database(path, { readonly, fileMustExist: readonly, timeout: 5000 })
  if (!readonly) client.pragma('journal_mode = WAL')
  client.pragma(`synchronous = ${onLitefs ? 'NORMAL' : 'FULL'}`)
  client.pragma('foreign_keys = ON')
  client.pragma('busy_timeout = 5000')
  client.pragma('temp_store = MEMORY')
  client.pragma('cache_size = -32000')
  return drizzle({ client, casing: 'snake_case' })
}
