import { createHash } from 'node:crypto'
import Database from 'better-sqlite3'
import { inviteMember, invitationToSend } from '~/core/businesses/index.server'
import { managePath } from '~/core/bookings/index.server'
import { addAddress, createAccount, issueToken, startSession, userById } from '~/core/identity/index.server'
import type { ExampleTown } from '~/kernel/access-examples'
import { hour } from '~/kernel/time'
import { closeDatabase, openDatabase, read, transact } from '~/platform/database.server'
import { installModules } from '~/registry.server'
import { townMorning } from '../serving'
import { memberCtx } from '../world/businesses'
import { contextAt } from '../world/world'
import { columns, type Column } from './table'

const seeded: Readonly<Partial<Record<Column, string>>> = {
  customer: 'ana@example.test',
  stranger: 'owner@lakeshore-physio.test',
  staff: 'duarte@harbour-salon.test',
  manager: 'manager@harbour-salon.test',
  owner: 'owner@harbour-salon.test',
  agent: 'agent@guildhall.test',
  admin: 'admin@guildhall.test',
}

/** Logs everybody in on this file, and gives it what the walls need beside the seed. */
export function moveIn(path: string): { cookies: Record<Column, string>; secrets: ExampleTown['secrets'] } {
  openDatabase(path)
  installModules()
  const userOf = (email: string) => only(path, 'SELECT id FROM users WHERE email_key = ?', email)
  const businessOf = (slug: string) => only(path, 'SELECT id FROM businesses WHERE slug = ?', slug)
  const cookies = Object.fromEntries(columns.map((column) => [column, seeded[column] ? cookieFor(userOf(seeded[column])) : ''])) as Record<Column, string>
  const newcomer = transact((db) => createAccount(db, contextAt(townMorning), { email: 'newcomer@example.test', name: 'Noor Newcomer', passwordHash: 'unknown', verified: false, roles: ['customer'] })) ?? ''
  giveAddress(userOf('owner@lakeshore-physio.test'))
  const invited = (slug: string, owner: string) => inviteTo(businessOf(slug), userOf(owner))
  invited('lakeshore-physio', 'owner@lakeshore-physio.test')
  const secrets = {
    'verify-email': transact((db) => issueToken(db, { now: townMorning }, { userId: newcomer, purpose: 'verify-email' })),
    'reset-password': transact((db) => issueToken(db, { now: townMorning }, { userId: newcomer, purpose: 'reset-password' })),
    invitation: invited('harbour-salon', 'owner@harbour-salon.test'),
  }
  closeDatabase()
  return { cookies, secrets }
}

// Long enough ago that each post moves the session: what the tests do not compare happens in every run, and not in slow ones only.
function cookieFor(userId: string): string {
  return transact((db) => startSession(db, contextAt(townMorning - hour), userId, 'Firefox · Linux')).split(';')[0] ?? ''
}

// Ana's own are seeded; whoever has no row of a kind has nothing that another might reach for.
function giveAddress(userId: string): void {
  const account = read((db) => userById(db, userId))
  if (!account) throw new Error('There is no such account')
  const ctx = { ...contextAt(townMorning, { kind: 'user', id: userId, roles: ['customer'] }), account: { ...account, sessionHash: '' } }
  const home = { name: account.name, line1: '1 Harbour Street', line2: null, postalCode: 'M5J 1A7', city: 'Toronto', region: 'ON', country: 'CA' }
  for (const isFirst of [true, false]) addAddress(ctx, { ...home, kind: 'shipping', line2: isFirst ? null : 'Suite 2' })
}

// Ana is invited everywhere and member nowhere.
function inviteTo(businessId: string, ownerId: string): string {
  const made = inviteMember(memberCtx(businessId, ownerId, townMorning), { email: 'ana@example.test', role: 'staff', staffId: null })
  if (!made.ok) throw new Error(`Nobody was invited: ${made.refusal}`)
  return read((db) => invitationToSend(db, made.value.id, townMorning))?.token ?? ''
}

function only(path: string, query: string, ...params: readonly (string | number)[]): string {
  const file = new Database(path, { readonly: true })
  try {
    return firstValue(file, query, params)
  } finally {
    file.close()
  }
}

/** The first value of a query's first row, as text. Throws where there is none. */
export function firstValue(file: Database.Database, query: string, params: readonly (string | number)[]): string {
  const row = file.prepare(query).get(...params) as Record<string, unknown> | undefined
  const value = row && Object.values(row)[0]
  if (value === undefined || value === null) throw new Error(`The town has no row for: ${query} ${params.join(', ')}`)
  return String(value)
}

/** The path of a booking with the token that opens it. */
export function linkOf(file: Database.Database, reference: string): string {
  const booking = file.prepare('SELECT id, reference, link_version AS linkVersion FROM bookings WHERE reference = ?').get(reference)
  if (!booking) throw new Error(`There is no booking ${reference}`)
  return managePath(booking as Parameters<typeof managePath>[0])
}

// When somebody was last seen, how long that keeps them logged in, and that they tried, is written whatever the answer.
const notCompared = new Set(['log_ins', 'lock_outs', 'sessions.last_seen_at', 'sessions.expires_at'])

/** Every row of every table as one word: two that are equal hold the same. */
export function contentOf(file: Database.Database): string {
  const tables = file.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name").pluck().all() as string[]
  const hash = createHash('sha256')
  file.transaction(() => {
    for (const table of tables.filter((name) => !notCompared.has(name))) {
      hash.update(`\n${table}\n`)
      const columns = (file.pragma(`table_info("${table}")`) as { name: string }[]).map(({ name }) => name)
      const compared = columns.filter((column) => !notCompared.has(`${table}.${column}`)).map((column) => `"${column}"`)
      for (const row of file.prepare(`SELECT ${compared.join()} FROM "${table}"`).raw().iterate() as IterableIterator<unknown[]>) hash.update(JSON.stringify(row))
    }
  })()
  return hash.digest('hex')
}
