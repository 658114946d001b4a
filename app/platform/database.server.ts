import { AsyncLocalStorage } from 'node:async_hooks'
import { connect, type Db } from '#db/connect'
import { env } from './env.server'
import { write } from './litefs.server'

export type { Db } from '#db/connect'

interface Connections {
  readonly writing: Db
  readonly reading: Db
}

let connections: Connections | undefined
const readOnlyRequest = new AsyncLocalStorage<{ readonly path: string }>()

/** Opens the file for writing (`writing`) and a second, read-only connection for GETs. Called once at start. */
export function openDatabase(path = env().DATABASE_PATH): void {
  closeDatabase()
  const onLitefs = env().LITEFS_DIR !== undefined
  const writing = connect(path, { onLitefs })
  connections = { writing, reading: connect(path, { readonly: true, onLitefs }) }
}

/** Closes both connections; calling it twice does no harm. */
export function closeDatabase(): void {
  connections?.reading.$client.close()
  connections?.writing.$client.close()
  connections = undefined
}

/**
 * The only door to BEGIN IMMEDIATE. Rolls back when `change` throws or answers a refusal (`{ ok: false }`); inside another
 * `transact()` it is a savepoint of it. `change` is synchronous: a promise would commit the rest of its work outside, so promises are
 * refused by type and at run time. Throws under a GET that is no landing.
 */
export function transact<T>(change: (db: Db) => T extends PromiseLike<unknown> ? never : T): T {
  refuseUnderGet()
  const { writing } = opened()
  try {
    return write(() => attempt(writing).immediate(change) as T)
  } catch (error) {
    if (error instanceof RolledBack) return error.refusal as T
    throw error
  }
}

// Made once for each connection: better-sqlite3 compiles four functions for each transaction that it is given.
const attempt = prepared((db) =>
  db.$client.transaction((change: (db: Db) => unknown) => {
    const value = change(db)
    if (isPromise(value)) throw new Error('transact() takes a synchronous function')
    if (isRefusal(value)) throw new RolledBack(value)
    return value
  }),
)

/** All reads of a loader: one short synchronous read transaction on the read-only connection. */
export function read<T>(look: (db: Db) => T extends PromiseLike<unknown> ? never : T): T {
  const { reading } = opened()
  if (reading.$client.inTransaction) return look(reading)
  return reading.$client.transaction(() => {
    const value: T = look(reading)
    if (isPromise(value)) throw new Error('read() takes a synchronous function')
    return value
  })()
}

/** Runs a GET in which `transact()` throws. */
export function withoutWrites<T>(path: string, answer: () => T): T {
  return readOnlyRequest.run({ path }, answer)
}

/** Throws under a GET: for whatever writes beside `transact()`. */
export function refuseUnderGet(): void {
  const get = readOnlyRequest.getStore()
  if (get) throw new Error(`GET ${get.path} tried to write`)
}

/** A query that is built and prepared once for each connection: `const byId = prepared((db) => db.select()…prepare())`, then `byId(db).get({ id })`. */
export function prepared<Query>(build: (db: Db) => Query): (db: Db) => Query {
  const made = new WeakMap<Db, Query>()
  return (db) => {
    let query = made.get(db)
    if (query === undefined) made.set(db, (query = build(db)))
    return query
  }
}

/** Thrown to undo a transaction whose change answered a refusal; never leaves `transact()`. */
class RolledBack extends Error {
  constructor(readonly refusal: unknown) {
    super('rolled back')
  }
}

function opened(): Connections {
  if (!connections) throw new Error('The database is not open: openDatabase() comes first')
  return connections
}

function isPromise(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function'
}

function isRefusal(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'ok' in value && value.ok === false
}
