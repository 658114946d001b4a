import type { Ctx } from '~/kernel/ctx'
import { record } from '~/platform/audit.server'
import { prepared, type Db } from '~/platform/database.server'
import type { LogInProvider } from '~/platform/log-in-providers'
import type { ProviderPerson } from '~/platform/oauth.server'
import { announce } from '~/platform/outbox/announce.server'
import { logInAdded, logInRemoved } from './events'

export interface ProviderLogIn {
  readonly provider: LogInProvider
  readonly linkedAt: number
}

/** The account that a provider's person is let into; null where nobody has linked it. */
export function accountOfProvider(db: Db, { provider, subject }: Pick<ProviderPerson, 'provider' | 'subject'>): string | null {
  return holder(db).get({ provider, subject })?.userId ?? null
}

/** The log-ins with providers of an account, the oldest first. */
export function providerLogInsOf(db: Db, userId: string): ProviderLogIn[] {
  return logInsOfUser(db).all({ userId })
}

/** Writes a log-in in the caller's transaction. The account must have none with the provider, and the person none at all. */
export function keepProviderLogIn(db: Db, ctx: Ctx, userId: string, { provider, subject }: Pick<ProviderPerson, 'provider' | 'subject'>): void {
  insertLogIn(db).run({ provider, subject, userId, now: ctx.now })
  record(db, ctx, { action: 'identity.log-in.link', subject: userId, changes: { provider } })
}

/** Links a log-in to an account that was there before, and has its owner told. */
export function addProviderLogIn(db: Db, ctx: Ctx, userId: string, person: ProviderPerson, by: 'address' | 'account'): void {
  keepProviderLogIn(db, ctx, userId, person)
  announce(db, ctx, logInAdded, { subject: userId, payload: { userId, provider: person.provider, by } })
}

/** Takes an account's log-ins with providers away, all or one; answers how many. */
export function removeProviderLogIns(db: Db, ctx: Ctx, userId: string, only?: LogInProvider): number {
  const gone = providerLogInsOf(db, userId).filter(({ provider }) => only === undefined || provider === only)
  for (const { provider } of gone) {
    deleteLogIn(db).run({ userId, provider })
    announce(db, ctx, logInRemoved, { subject: userId, payload: { userId, provider } })
    record(db, ctx, { action: 'identity.log-in.unlink', subject: userId, changes: { provider } })
  }
  return gone.length
}

const holder = prepared((db) =>
  db.$client.prepare<{ provider: string; subject: string }, { userId: string }>(
    'SELECT user_id AS userId FROM provider_log_ins WHERE provider = @provider AND provider_subject = @subject',
  ),
)

const logInsOfUser = prepared((db) =>
  db.$client.prepare<{ userId: string }, ProviderLogIn>(
    'SELECT provider, linked_at AS linkedAt FROM provider_log_ins WHERE user_id = @userId ORDER BY linked_at, provider',
  ),
)

const insertLogIn = prepared((db) =>
  db.$client.prepare<{ provider: string; subject: string; userId: string; now: number }>(
    'INSERT INTO provider_log_ins (provider, provider_subject, user_id, linked_at) VALUES (@provider, @subject, @userId, @now)',
  ),
)

const deleteLogIn = prepared((db) =>
  db.$client.prepare<{ userId: string; provider: string }>('DELETE FROM provider_log_ins WHERE user_id = @userId AND provider = @provider'),
)
