import Database from 'better-sqlite3'
import { copyFileSync } from 'node:fs'
import type { AccessExample, ExampleTown } from '~/kernel/access-examples'
import { serve, townCopy } from '../serving'
import { visitor, type Page, type Visitor } from '../visitor'
import { contentOf, firstValue, linkOf, moveIn } from './people'
import { addressOf, type Column, type Row } from './table'
import { foreignValue } from './foreign-ids'

export interface WallsTown extends ExampleTown {
  /** What stands for the same thing of another tenant; null where the value names no row of anybody. */
  foreign(value: string): string | null
  /** The token that opens a booking. */
  tokenOf(reference: string): string
  /** Asks as somebody; a link holder brings the token where the path names its booking. */
  ask(row: Pick<Row, 'method' | 'path'>, example: AccessExample, as: Column): Promise<Page>
  /** Puts every row back, and makes the world of an example. */
  reset(example?: AccessExample): Promise<void>
  /** Whether the file holds what it held after the last `reset`. */
  isUntouched(): boolean
  /** The file that is served. */
  readonly database: string
  stop(): Promise<void>
}

/** A house without jobs whose file can be put back while it is served; everybody's browser asks for one language. */
export async function openWalls(language = 'en'): Promise<WallsTown> {
  const path = townCopy()
  const { cookies, secrets } = moveIn(path)
  const kept = `${path}.kept`
  fold(path)
  copyFileSync(path, kept)
  const house = await serve({ database: path, jobs: false })
  const original = new Database(kept, { readonly: true })
  const file = new Database(path)
  const pristine = contentOf(original)
  let held = pristine
  let version = versionOf(file)
  let isClean = true
  return {
    one: (query, ...params) => firstValue(original, query, params),
    secrets,
    foreign: (value) => foreignValue(original, value),
    tokenOf: (reference) => tokenIn(linkOf(original, reference)),
    database: path,
    ask: (row, example, as) => ask(visitor(house.url, cookies[as], language), row, example, as === 'link' ? (reference) => linkOf(original, reference) : null),
    reset: async ({ before = [] } = {}) => {
      if (!isClean || version !== versionOf(file)) await original.backup(path)
      for (const change of before) file.exec(change)
      isClean = before.length === 0
      held = isClean ? pristine : contentOf(file)
      version = versionOf(file)
    },
    isUntouched: () => version === versionOf(file) || contentOf(file) === held,
    stop: async () => {
      original.close()
      file.close()
      await house.stop()
    },
  }
}

// Rises whenever another connection commits.
function versionOf(file: Database.Database): number {
  return file.pragma('data_version', { simple: true }) as number
}

function fold(path: string): void {
  const file = new Database(path)
  file.pragma('wal_checkpoint(TRUNCATE)')
  file.close()
}

function ask(somebody: Visitor, { method, path }: Pick<Row, 'method' | 'path'>, example: AccessExample, linkOfBooking: ((reference: string) => string) | null): Promise<Page> {
  const address = withToken(addressOf(path, example), path, example, linkOfBooking)
  return method === 'GET' ? somebody.get(address) : somebody.post(address, example.body ?? {}, example.files)
}

function withToken(address: string, path: string, { params, query }: AccessExample, linkOfBooking: ((reference: string) => string) | null): string {
  if (!linkOfBooking || !path.startsWith('/bookings/:reference') || query?.token !== undefined) return address
  return `${address}${address.includes('?') ? '&' : '?'}token=${encodeURIComponent(tokenIn(linkOfBooking(params?.reference ?? '')))}`
}

function tokenIn(link: string): string {
  return new URL(link, 'http://house').searchParams.get('token') ?? ''
}
