import { createHash } from 'node:crypto'
import { connect, type Db } from '#db/connect'
import { day, type Instant } from '~/kernel/time'
import { prepared, read, refuseUnderGet } from './database.server'
import { env } from './env.server'
import { role } from './litefs.server'

/** Bytes that never change, with what browsers are told they are. */
export interface Blob {
  readonly type: string
  readonly bytes: Buffer
}

/** Answers which of these hashes its module's rows name. */
export type BlobNames = (db: Db, hashes: readonly string[]) => Iterable<string>

interface BlobFile {
  readonly writing: Db
  readonly reading: Db
}

let file: BlobFile | undefined
let names: readonly BlobNames[] = []

/** Opens the second file, in which bytes lie apart from the rows that name them. Called once at start. */
export function openBlobs(path = env().BLOB_PATH): void {
  closeBlobs()
  const onLitefs = env().LITEFS_DIR !== undefined
  const writing = connect(path, { onLitefs })
  // Its one table never changes its shape, so that it needs no migrations.
  if (role() === 'primary') writing.$client.exec(table)
  file = { writing, reading: connect(path, { readonly: true, onLitefs }) }
}

/** Closes both connections; calling it twice does no harm. */
export function closeBlobs(): void {
  file?.reading.$client.close()
  file?.writing.$client.close()
  file = undefined
}

/** Hands over who names blobs: what none of them names is swept. */
export function installBlobNames(known: readonly BlobNames[]): void {
  names = known
}

/** The name of bytes: their SHA-256 in lower-case hexadecimal. */
export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** Keeps bytes under their hashes, all or none, before the row that names them is written. Bytes that are there already are kept as they are. */
export function storeBlobs(blobs: readonly Blob[], now: Instant): void {
  const { writing } = opened()
  refuseUnderGet()
  const put = insertBlob(writing)
  writing.$client.transaction(() => blobs.forEach(({ type, bytes }) => put.run({ hash: hashOf(bytes), type, bytes, now }))).immediate()
}

/** Gives bytes that have just lost their name another day: pages that show them are still open somewhere. */
export function letGoOfBlobs(hashes: readonly string[], now: Instant): void {
  const { writing } = opened()
  refuseUnderGet()
  const touch = touchBlob(writing)
  writing.$client.transaction(() => hashes.forEach((hash) => touch.run({ hash, now }))).immediate()
}

/** The bytes of a hash; null where there are none. Reads one row. */
export function blobByHash(hash: string): Blob | null {
  return selectBlob(opened().reading).get({ hash }) ?? null
}

/**
 * Removes what no row names and nobody has stored or let go of for a day, in short steps of `atOnce`; answers how many went. Bytes that
 * are stored again while it looks stay, since storing makes them young.
 */
export function sweepBlobs({ now, atOnce = 500 }: { readonly now: Instant; readonly atOnce?: number }): number {
  if (names.length === 0) throw new Error('Nobody names blobs: installBlobNames() comes first')
  const { reading, writing } = opened()
  const before = now - day
  let [since, after] = [0, '']
  let swept = 0
  for (;;) {
    const old = selectOld(reading).all({ since, after, before, atOnce })
    const last = old.at(-1)
    if (!last) return swept
    const named = read((db) => new Set(names.flatMap((name) => [...name(db, old.map(({ hash }) => hash))])))
    const loose = old.filter(({ hash }) => !named.has(hash))
    if (loose.length > 0) {
      swept += writing.$client.transaction(() => loose.reduce((sum, { hash }) => sum + deleteOld(writing).run({ hash, before }).changes, 0)).immediate()
    }
    ;[since, after] = [last.wantedAt, last.hash]
  }
}

const table = `
  CREATE TABLE IF NOT EXISTS blobs (
    hash TEXT NOT NULL PRIMARY KEY,
    type TEXT NOT NULL,
    wanted_at INTEGER NOT NULL,
    bytes BLOB NOT NULL
  ) STRICT;
  CREATE INDEX IF NOT EXISTS blobs_by_age ON blobs (wanted_at, hash);`

const insertBlob = prepared((db) =>
  db.$client.prepare<{ hash: string; type: string; bytes: Buffer; now: Instant }>(
    `INSERT INTO blobs (hash, type, wanted_at, bytes) VALUES (@hash, @type, @now, @bytes)
     ON CONFLICT (hash) DO UPDATE SET wanted_at = max(wanted_at, excluded.wanted_at)`,
  ),
)

const touchBlob = prepared((db) => db.$client.prepare<{ hash: string; now: Instant }>('UPDATE blobs SET wanted_at = @now WHERE hash = @hash'))

const selectBlob = prepared((db) => db.$client.prepare<{ hash: string }, Blob>('SELECT type, bytes FROM blobs WHERE hash = @hash'))

const selectOld = prepared((db) =>
  db.$client.prepare<{ since: number; after: string; before: Instant; atOnce: number }, { hash: string; wantedAt: number }>(
    `SELECT hash, wanted_at AS wantedAt FROM blobs WHERE (wanted_at, hash) > (@since, @after) AND wanted_at < @before
     ORDER BY wanted_at, hash LIMIT @atOnce`,
  ),
)

const deleteOld = prepared((db) => db.$client.prepare<{ hash: string; before: Instant }>('DELETE FROM blobs WHERE hash = @hash AND wanted_at < @before'))

function opened(): BlobFile {
  if (!file) throw new Error('The blob file is not open: openBlobs() comes first')
  return file
}
