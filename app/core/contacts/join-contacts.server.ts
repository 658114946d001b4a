import { and, eq, isNull } from 'drizzle-orm'
import { emailKey, userById } from '~/core/identity/index.server'
import type { Ctx } from '~/kernel/ctx'
import { ok, refuse, type Result } from '~/kernel/result'
import { record } from '~/platform/audit.server'
import { transact } from '~/platform/database.server'
import { contacts } from '#db/schema/contacts'

/**
 * Joins every business's contact under an account's verified address to the account, so that it finds what was booked as a guest.
 * Answers how many joined; running it twice joins nothing more.
 */
export function joinContacts(ctx: Ctx, userId: string): Result<number, 'unverified'> {
  return transact((db) => {
    const account = userById(db, userId)
    if (!account?.emailVerified) return refuse('unverified' as const)
    const joined = db
      .update(contacts)
      .set({ userId })
      .where(and(eq(contacts.emailKey, emailKey(account.email)), isNull(contacts.userId)))
      .returning({ id: contacts.id, businessId: contacts.businessId })
      .all()
    for (const { id, businessId } of joined) record(db, ctx, { businessId, action: 'contacts.contact.join', subject: id, changes: { userId } })
    return ok(joined.length)
  })
}
