import { and, eq, isNull, sql } from 'drizzle-orm'
import { emailKey, userByEmail } from '~/core/identity/index.server'
import type { BusinessCtx } from '~/kernel/ctx'
import { record } from '~/platform/audit.server'
import { prepared, type Db } from '~/platform/database.server'
import { contacts } from '#db/schema/contacts'

export type Contact = typeof contacts.$inferSelect

export interface GivenContact {
  readonly name: string
  readonly email: string | null
  readonly phone: string | null
  readonly language: string
}

/**
 * The contact of this business for what somebody gave at booking: found by e-mail (or, without one, by name and telephone), else made.
 * Of a known contact only what is missing is filled in. Runs in the caller's transaction.
 */
export function contactFor(db: Db, ctx: BusinessCtx, given: GivenContact): Contact {
  const known = knownContact(db, ctx.businessId, given)
  if (!known) return insertContact(db, ctx, given)
  if (known.phone !== null || given.phone === null) return known
  record(db, ctx, { businessId: ctx.businessId, action: 'contacts.contact.change', subject: known.id, changes: { changed: ['phone'] } })
  return db
    .update(contacts)
    .set({ phone: given.phone })
    .where(and(eq(contacts.businessId, ctx.businessId), eq(contacts.id, known.id)))
    .returning()
    .get()
}

/** A contact of this business; another's is null. */
export function contactById(db: Db, businessId: string, contactId: string): Contact | null {
  return byId(db).get({ businessId, contactId }) ?? null
}

/** The contact that this business knows by an address; null for none. */
export function contactByEmail(db: Db, businessId: string, email: string): Contact | null {
  return byEmail(db).get({ businessId, emailKey: emailKey(email) }) ?? null
}

function knownContact(db: Db, businessId: string, { name, email, phone }: GivenContact): Contact | null {
  if (email !== null) return contactByEmail(db, businessId, email)
  return phone === null ? null : (byNameAndPhone(db).get({ businessId, name, phone }) ?? null)
}

function insertContact(db: Db, ctx: BusinessCtx, { name, email, phone, language }: GivenContact): Contact {
  const id = ctx.newId()
  const account = email === null ? null : userByEmail(db, email)
  const contact: Contact = {
    id,
    businessId: ctx.businessId,
    name,
    email,
    emailKey: email === null ? null : emailKey(email),
    phone,
    language,
    notes: null,
    userId: account?.emailVerified ? account.id : null,
    createdAt: ctx.now,
  }
  insertRow(db).run(contact)
  record(db, ctx, { businessId: ctx.businessId, action: 'contacts.contact.add', subject: id })
  return contact
}

const byId = prepared((db) =>
  db
    .select()
    .from(contacts)
    .where(and(eq(contacts.businessId, sql.placeholder('businessId')), eq(contacts.id, sql.placeholder('contactId'))))
    .prepare(),
)

const byEmail = prepared((db) =>
  db
    .select()
    .from(contacts)
    .where(and(eq(contacts.businessId, sql.placeholder('businessId')), eq(contacts.emailKey, sql.placeholder('emailKey'))))
    .prepare(),
)

const byNameAndPhone = prepared((db) =>
  db
    .select()
    .from(contacts)
    .where(
      and(
        eq(contacts.businessId, sql.placeholder('businessId')),
        eq(contacts.name, sql.placeholder('name')),
        eq(contacts.phone, sql.placeholder('phone')),
        isNull(contacts.emailKey),
      ),
    )
    .limit(1)
    .prepare(),
)

const insertRow = prepared((db) =>
  db.$client.prepare<Contact>(
    `INSERT INTO contacts (id, business_id, name, email, email_key, phone, language, notes, user_id, created_at)
     VALUES (@id, @businessId, @name, @email, @emailKey, @phone, @language, @notes, @userId, @createdAt)`,
  ),
)
