import { and, desc, eq, inArray, like, lt, or, sql, type SQL } from 'drizzle-orm'
import { roles as allRoles, type Role } from '~/kernel/permissions'
import { prepared, type Db } from '~/platform/database.server'
import { userRoles, users } from '#db/schema/identity'
import { emailKey } from './model/email-key'

/** A person with an account, as other modules may know them. */
export interface User {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly emailVerified: boolean
  readonly language: string | null
  readonly timeZone: string | null
  readonly roles: readonly Role[]
  readonly createdAt: number
}

/** The account of an id, or null. */
export function userById(db: Db, id: string): User | null {
  return userOf(byId(db).get({ id }))
}

/** The accounts of several ids, by id. */
export function usersByIds(db: Db, ids: readonly string[]): ReadonlyMap<string, User> {
  if (ids.length === 0) return new Map()
  const found = db.select(facts).from(users).where(inArray(users.id, [...new Set(ids)])).all()
  return new Map(found.flatMap((row) => userOf(row) ?? []).map((user) => [user.id, user]))
}

/** The account of an address, however it is written; or null. */
export function userByEmail(db: Db, email: string): User | null {
  return userOf(byEmail(db).get({ emailKey: emailKey(email) }))
}

/** What log-in and the change of a password need; `hash` is null where no password is set. */
export function passwordHashOf(db: Db, userId: string): string | null {
  return hashOf(db).get({ id: userId })?.hash ?? null
}

export interface UserSearch {
  /** Part of a name, or the beginning of an address. */
  readonly text?: string
  readonly role?: Role
}

/** The place in a list sorted by time: of the last row shown. */
export interface UserCursor {
  readonly at: number
  readonly id: string
}

/** Accounts, the newest first, at most `limit`, older than the cursor. For admins: over all businesses. */
export function searchUsers(db: Db, { text, role }: UserSearch, cursor: UserCursor | null, limit: number): User[] {
  const conditions: (SQL | undefined)[] = []
  if (text) conditions.push(or(like(users.emailKey, `${literally(emailKey(text))}%`), like(users.name, `%${literally(text)}%`)))
  if (role) conditions.push(sql`exists (select 1 from ${userRoles} where ${userRoles.userId} = ${users.id} and ${userRoles.role} = ${role})`)
  if (cursor) conditions.push(or(lt(users.createdAt, cursor.at), and(eq(users.createdAt, cursor.at), lt(users.id, cursor.id))))
  const found = db
    .select(facts)
    .from(users)
    .where(and(...conditions))
    .orderBy(desc(users.createdAt), desc(users.id))
    .limit(limit)
    .all()
  return found.flatMap((row) => userOf(row) ?? [])
}

/** How many accounts there are. */
export function countUsers(db: Db): number {
  return counted(db).get()?.n ?? 0
}

/** Reads what `rolesText` selects. */
export function rolesIn(text: string | null): Role[] {
  const held = (text ?? '').split(',')
  return allRoles.filter((role) => held.includes(role))
}

/** The roles of the row's user in one column, beside the others. */
export const rolesText = sql<string | null>`(select group_concat(${userRoles.role}) from ${userRoles} where ${userRoles.userId} = ${users}.id)`

const facts = {
  id: users.id,
  name: users.name,
  email: users.email,
  emailVerifiedAt: users.emailVerifiedAt,
  language: users.language,
  timeZone: users.timeZone,
  createdAt: users.createdAt,
  roles: rolesText,
}

interface UserRow {
  id: string
  name: string
  email: string
  emailVerifiedAt: number | null
  language: string | null
  timeZone: string | null
  createdAt: number
  roles: string | null
}

function userOf(row: UserRow | undefined): User | null {
  if (!row) return null
  const { emailVerifiedAt, roles, ...rest } = row
  return { ...rest, emailVerified: emailVerifiedAt !== null, roles: rolesIn(roles) }
}

// LIKE's own signs, typed by a person, mean themselves; SQLite has no escape sign unless told, so they match any one letter.
function literally(text: string): string {
  return text.replaceAll('%', '_')
}

const byId = prepared((db) => db.select(facts).from(users).where(eq(users.id, sql.placeholder('id'))).prepare())
const byEmail = prepared((db) => db.select(facts).from(users).where(eq(users.emailKey, sql.placeholder('emailKey'))).prepare())
const hashOf = prepared((db) => db.select({ hash: users.passwordHash }).from(users).where(eq(users.id, sql.placeholder('id'))).prepare())
const counted = prepared((db) => db.select({ n: sql<number>`count(*)` }).from(users).prepare())
