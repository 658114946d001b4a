import { seeOther } from '~/platform/answers.server'
import type { Account } from '~/platform/gate.server'
import { landing } from '~/platform/guarded.server'
import type { LogInProvider } from '~/platform/log-in-providers'
import { endedErrandCookie, isOffered, returnFromProvider, type Errand, type ProviderPerson } from '~/platform/oauth.server'
import { limit } from '~/platform/rate-limits.server'
import type { Ctx } from '~/kernel/ctx'
import { deviceOf, type Device } from '../device.server'
import { linkProvider } from '../link-provider.server'
import { logInWithProvider } from '../log-in-with-provider.server'
import { withTo } from '../model/local-path'

type Visitor = Ctx & { readonly account: Account | null }

/** Where a provider sends people back. It is asked who they are; the address they came by works once. */
export const loader = landing({ access: 'public', at: '/landings/oauth/:provider' }, async ({ ctx, params, request }) => {
  const { provider } = params
  if (!isOffered(provider)) return seeOther('/log-in', { key: 'identity.provider-not-offered' })
  if (!limit({ name: 'login', key: ctx.clientAddress, now: ctx.now }).ok) return seeOther('/log-in', { key: 'identity.provider-too-often' })
  const { errand, outcome } = await returnFromProvider(provider, request, ctx.now)
  if (!outcome.ok) return ended(pageBefore(ctx, errand), `identity.provider-${outcome.why}`, provider)
  return errand?.linkTo ? link(ctx, outcome.person, errand.linkTo) : enter(ctx, outcome.person, errand?.to ?? null, deviceOf(request))
})

function enter(ctx: Visitor, person: ProviderPerson, to: string | null, device: Device): Response {
  const { provider } = person
  const answer = logInWithProvider(ctx, { person, device, present: ctx.account })
  if (!answer.ok) return seeOther(`/log-in/${provider}/refusal?why=${answer.refusal.kind}${to ? `&to=${encodeURIComponent(to)}` : ''}`, undefined, [endedErrandCookie()])
  const { account, cookies } = answer.value
  return ended(to ?? '/account', messages[account], provider, cookies)
}

const messages = { known: 'identity.logged-in', new: 'identity.registered-with', 'new-unproven': 'identity.registered-unproven' } as const

// Whoever logged out on the way, or in as somebody else, must not find a stranger's log-in in their account.
function link(ctx: Visitor, person: ProviderPerson, linkTo: string): Response {
  const { provider } = person
  const { account } = ctx
  if (account?.id !== linkTo) return ended(pageBefore(ctx, null), 'identity.provider-other-session', provider)
  const answer = linkProvider({ ...ctx, account }, person)
  return ended('/account/security', answer.ok ? 'identity.provider-linked' : refusals[answer.refusal.kind], provider)
}

const refusals = { 'of-another-account': 'identity.provider-of-another', 'has-another': 'identity.provider-has-another' } as const

function pageBefore(ctx: Visitor, errand: Errand | null): string {
  return ctx.account ? '/account/security' : withTo('/log-in', errand?.to ?? null)
}

function ended(href: string, key: string, provider: LogInProvider, cookies: readonly string[] = []): Response {
  return seeOther(href, { key, params: { provider } }, [...cookies, endedErrandCookie()])
}
