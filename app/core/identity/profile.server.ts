import { eq } from 'drizzle-orm'
import type { Ctx } from '~/kernel/ctx'
import { record } from '~/platform/audit.server'
import { transact, type Db } from '~/platform/database.server'
import type { Account } from '~/platform/gate.server'
import { users } from '#db/schema/identity'

type AccountCtx = Ctx & { readonly account: Account }

export interface Profile {
  readonly name: string
  readonly displayName: string | null
  readonly bio: string | null
  /** "1990-05-17" */
  readonly birthDate: string | null
  readonly language: string | null
  readonly timeZone: string | null
}

/** What the account tells about itself. Throws for an unknown account. */
export function profileOf(db: Db, userId: string): Profile {
  const row = db.select(profileColumns).from(users).where(eq(users.id, userId)).get()
  if (!row) throw new Error(`No account ${userId}`)
  return row
}

/** Saves the fields of a profile that are given and differ. */
export function saveProfile(ctx: AccountCtx, given: Partial<Profile>): void {
  transact((db) => {
    const before = profileOf(db, ctx.account.id)
    const changed = Object.fromEntries(Object.entries(given).filter(([name, value]) => before[name as keyof Profile] !== value))
    if (Object.keys(changed).length === 0) return
    db.update(users).set(changed).where(eq(users.id, ctx.account.id)).run()
    record(db, ctx, { action: 'identity.profile.save', subject: ctx.account.id, changes: { changed: Object.keys(changed) } })
  })
}

const profileColumns = {
  name: users.name,
  displayName: users.displayName,
  bio: users.bio,
  birthDate: users.birthDate,
  language: users.language,
  timeZone: users.timeZone,
}
