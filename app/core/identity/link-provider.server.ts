import type { Ctx } from '~/kernel/ctx'
import { ok, refuse, type Result } from '~/kernel/result'
import { transact } from '~/platform/database.server'
import type { Account } from '~/platform/gate.server'
import type { LogInProvider } from '~/platform/log-in-providers'
import type { ProviderPerson } from '~/platform/oauth.server'
import type { LinkRefusal, UnlinkRefusal } from './model/refusals'
import { accountOfProvider, addProviderLogIn, providerLogInsOf, removeProviderLogIns } from './provider-log-ins.server'
import { passwordHashOf } from './users.server'

type AccountCtx = Ctx & { readonly account: Account }

/** Links a provider's person to the account from inside it, whatever their address there. A second time changes nothing. */
export function linkProvider(ctx: AccountCtx, person: ProviderPerson): Result<true, LinkRefusal> {
  const { id } = ctx.account
  return transact((db): Result<true, LinkRefusal> => {
    const holder = accountOfProvider(db, person)
    if (holder === id) return ok(true)
    if (holder !== null) return refuse({ kind: 'of-another-account' })
    if (providerLogInsOf(db, id).some(({ provider }) => provider === person.provider)) return refuse({ kind: 'has-another' })
    addProviderLogIn(db, ctx, id, person, 'account')
    return ok(true)
  })
}

/** Takes a log-in with a provider away, unless nothing else would let the account in. */
export function unlinkProvider(ctx: AccountCtx, provider: LogInProvider): Result<true, UnlinkRefusal> {
  const { id } = ctx.account
  return transact((db): Result<true, UnlinkRefusal> => {
    const all = providerLogInsOf(db, id)
    if (!all.some((logIn) => logIn.provider === provider)) return refuse({ kind: 'unknown' })
    if (all.length === 1 && passwordHashOf(db, id) === null) return refuse({ kind: 'only-way' })
    removeProviderLogIns(db, ctx, id, provider)
    return ok(true)
  })
}
