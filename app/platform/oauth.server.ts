import { createHmac } from 'node:crypto'
import { OAuth2Tokens } from 'arctic'
import { Authenticator } from 'remix-auth'
import { OAuth2RequestError, OAuth2Strategy } from 'remix-auth-oauth2'
import * as z from 'zod'
import type { Instant } from '~/kernel/time'
import { cookieLine, cookieNames, cookieValue } from './cookies.server'
import { env } from './env.server'
import { log } from './log.server'
import { isLogInProvider, logInProviders, type LogInProvider } from './log-in-providers'
import { sign, verify } from './signing.server'

/** Somebody as a provider knows them. */
export interface ProviderPerson {
  readonly provider: LogInProvider
  /** The provider's own id of the person, which never changes. */
  readonly subject: string
  readonly email: string | null
  /** Whether the provider says that the address is theirs; null where it says nothing of the kind. */
  readonly emailVerified: boolean | null
  readonly name: string | null
}

/** Why somebody is on the way to a provider. It travels in a signed cookie. */
export interface Errand {
  /** The page to go to afterwards: a path of ours. */
  readonly to: string | null
  /** The account to which the log-in is to be linked; null: to log in. */
  readonly linkTo: string | null
}

export type ProviderFailure =
  /** The person did not want to. */
  | 'cancelled'
  /** It took too long, was begun in another browser, or its code was used already. */
  | 'stale'
  /** The provider did not answer, or not as it says it does. */
  | 'failed'

export interface Return {
  /** Null where the browser brought none that holds. */
  readonly errand: Errand | null
  readonly outcome: { readonly ok: true; readonly person: ProviderPerson } | { readonly ok: false; readonly why: ProviderFailure }
}

/** The providers whose keys are set, in the order of their buttons. */
export function offeredProviders(): LogInProvider[] {
  return logInProviders.filter((provider) => keysOf(provider) !== null)
}

/** Whether a name in an address is that of a provider whose keys are set. */
export function isOffered(name: unknown): name is LogInProvider {
  return isLogInProvider(name) && keysOf(name) !== null
}

/** The origins to which a form that begins a log-in may lead. */
export function providerOrigins(): string[] {
  const { OAUTH_HOST } = env()
  const offered = offeredProviders()
  if (OAUTH_HOST) return offered.length > 0 ? [`http://${OAUTH_HOST}`] : []
  return offered.map((provider) => pages[provider])
}

/** Where to send somebody who wants to log in, and the cookie (signed, for ten minutes) by which their return is known. The provider's keys must be set. */
export async function beginAtProvider(provider: LogInProvider, errand: Errand, now: Instant): Promise<{ location: string; cookie: string }> {
  const begun = await thrownBy(() => authenticator(provider).authenticate(provider, new Request(landingOf(provider))))
  const [state] = begun.headers.getSetCookie()
  const location = begun.headers.get('Location')
  if (!state || !location) throw new Error(`${provider}: no way to the provider was made`)
  const kept: Kept = { provider, state: state.split(';')[0] ?? '', at: now, ...errand }
  return { location, cookie: cookieLine(cookieNames.errand, sign(purpose, JSON.stringify(kept)), { maxAge: longestErrand / 1000 }) }
}

/** Reads what a browser brings back to a landing, and asks the provider who it is. Throws for nothing that a person, a provider or the network does. */
export async function returnFromProvider(provider: LogInProvider, request: Request, now: Instant): Promise<Return> {
  const kept = keptIn(request, provider, now)
  if (!kept) return { errand: null, outcome: { ok: false, why: 'stale' } }
  const { state, to, linkTo } = kept
  const errand = { to, linkTo }
  try {
    const person = await authenticator(provider).authenticate(provider, new Request(request.url, { headers: { Cookie: state } }))
    return { errand, outcome: { ok: true, person } }
  } catch (error) {
    const why = failureOf(error)
    // Never the message of one that came over the wire: it may repeat what was sent.
    if (why === 'failed') log.warn({ provider, error: error instanceof Error ? error.name : typeof error }, 'a log-in provider failed')
    return { errand, outcome: { ok: false, why } }
  }
}

/** The Set-Cookie line after which a return is known no more. */
export function endedErrandCookie(): string {
  return cookieLine(cookieNames.errand, '', { maxAge: 0 })
}

const purpose = 'log-in errand'
const longestErrand = 600_000
const patience = 10_000

const keptShape = z.object({ provider: z.enum(logInProviders), state: z.string(), at: z.number(), to: z.string().nullable(), linkTo: z.string().nullable() })
type Kept = z.output<typeof keptShape>

function keptIn(request: Request, provider: LogInProvider, now: Instant): Kept | null {
  const signed = verify(purpose, cookieValue(request.headers.get('Cookie'), cookieNames.errand) ?? '')
  const kept = signed === null ? null : keptShape.parse(JSON.parse(signed))
  // The browser forgets it too, by its own clock.
  return kept?.provider === provider && now - kept.at < longestErrand ? kept : null
}

// The strategy speaks by what it throws: a Response leads on, a missing or strange state is one of two errors of the language.
async function thrownBy(act: () => Promise<unknown>): Promise<Response> {
  try {
    await act()
  } catch (thrown) {
    if (thrown instanceof Response) return thrown
    throw thrown
  }
  throw new Error('Nobody was sent on')
}

function failureOf(error: unknown): ProviderFailure {
  if (error instanceof ReferenceError || error instanceof RangeError) return 'stale'
  // Begun anew, since the address brought no state back.
  if (error instanceof Response) return 'stale'
  if (!(error instanceof OAuth2RequestError)) return 'failed'
  if (error.code === 'access_denied') return 'cancelled'
  return error.code === 'invalid_grant' ? 'stale' : 'failed'
}

interface Keys {
  readonly id: string
  readonly secret: string
}

function keysOf(provider: LogInProvider): Keys | null {
  const { GOOGLE_CLIENT_ID, GOOGLE_CLIENT_SECRET, FACEBOOK_CLIENT_ID, FACEBOOK_CLIENT_SECRET } = env()
  const [id, secret] = { google: [GOOGLE_CLIENT_ID, GOOGLE_CLIENT_SECRET], facebook: [FACEBOOK_CLIENT_ID, FACEBOOK_CLIENT_SECRET] }[provider]
  return id && secret ? { id, secret } : null
}

// Facebook sends phones on to a page of another host.
const pages: Readonly<Record<LogInProvider, string>> = { google: 'https://accounts.google.com', facebook: 'https://*.facebook.com' }

function authenticator(provider: LogInProvider): Authenticator<ProviderPerson> {
  const keys = keysOf(provider)
  if (!keys) throw new Error(`The keys of ${provider} are not set`)
  return new Authenticator<ProviderPerson>().use(new ProviderStrategy(provider, keys, placesOf(provider)), provider)
}

function landingOf(provider: LogInProvider): string {
  return `${env().APP_URL}/landings/oauth/${provider}`
}

interface Places {
  readonly page: string
  readonly token: string
  readonly person: string
}

// https://accounts.google.com/.well-known/openid-configuration; developers.facebook.com, “Manually Build a Login Flow”.
function placesOf(provider: LogInProvider): Places {
  const { OAUTH_HOST } = env()
  const at = (origin: string, path: string) => (OAUTH_HOST ? `http://${OAUTH_HOST}/${provider}` : origin) + path
  if (provider === 'google') {
    return {
      page: at('https://accounts.google.com', '/o/oauth2/v2/auth'),
      token: at('https://oauth2.googleapis.com', '/token'),
      person: at('https://openidconnect.googleapis.com', '/v1/userinfo'),
    }
  }
  const graph = 'https://graph.facebook.com'
  return { page: at('https://www.facebook.com', '/v23.0/dialog/oauth'), token: at(graph, '/v23.0/oauth/access_token'), person: at(graph, '/v23.0/me') }
}

class ProviderStrategy extends OAuth2Strategy<ProviderPerson> {
  constructor(
    private readonly provider: LogInProvider,
    private readonly keys: Keys,
    private readonly places: Places,
  ) {
    const scopes = provider === 'google' ? ['openid', 'email', 'profile'] : ['email', 'public_profile']
    super(
      { clientId: keys.id, clientSecret: keys.secret, authorizationEndpoint: places.page, tokenEndpoint: places.token, redirectURI: landingOf(provider), scopes },
      ({ tokens }) => askWho(provider, places.person, tokens.accessToken(), keys),
    )
  }

  protected override authorizationParams(params: URLSearchParams): URLSearchParams {
    const wanted = new URLSearchParams(params)
    // Facebook calls PKCE a test still, and documents it for another flow than this: its code is bound to the secret alone.
    if (this.provider === 'facebook') for (const name of ['code_challenge', 'code_challenge_method']) wanted.delete(name)
    // Whoever shares a computer must see whose account it is.
    if (this.provider === 'google') wanted.set('prompt', 'select_account')
    return wanted
  }

  // Both document the client's id and secret as fields of the body; the library sends a header, which Facebook does not know.
  protected override async validateAuthorizationCode(code: string, codeVerifier: string): Promise<OAuth2Tokens> {
    const fields = { grant_type: 'authorization_code', code, redirect_uri: landingOf(this.provider), client_id: this.keys.id, client_secret: this.keys.secret }
    const body = new URLSearchParams(this.provider === 'google' ? { ...fields, code_verifier: codeVerifier } : fields)
    const answer = await fetch(this.places.token, { method: 'POST', body, headers: { Accept: 'application/json' }, signal: AbortSignal.timeout(patience) })
    const said: unknown = await answer.json()
    if (!answer.ok) throw new OAuth2RequestError(refusedCode(said), null, null, null)
    return new OAuth2Tokens(tokenShape.parse(said))
  }
}

const tokenShape = z.looseObject({ access_token: z.string().min(1) })
const googleRefusal = z.object({ error: z.string() })
// 100: a parameter is wrong; with this sub-code the code was used or ran out.
const facebookRefusal = z.object({ error: z.object({ code: z.literal(100), error_subcode: z.union([z.literal(36_007), z.literal(36_009)]) }) })

function refusedCode(said: unknown): string {
  if (facebookRefusal.safeParse(said).success) return 'invalid_grant'
  return googleRefusal.safeParse(said).data?.error ?? 'unknown'
}

const googlePerson = z.object({ sub: z.string().min(1), email: z.string().optional(), email_verified: z.boolean().optional(), name: z.string().optional() })
const facebookPerson = z.object({ id: z.string().min(1), email: z.string().optional(), name: z.string().optional() })

async function askWho(provider: LogInProvider, place: string, token: string, keys: Keys): Promise<ProviderPerson> {
  const address = new URL(place)
  if (provider === 'facebook') {
    address.searchParams.set('fields', 'id,name,email')
    // Shows that the token comes from our server; an app can be set to ask for it.
    address.searchParams.set('appsecret_proof', createHmac('sha256', keys.secret).update(token).digest('hex'))
  }
  const answer = await fetch(address, { headers: { Authorization: `Bearer ${token}`, Accept: 'application/json' }, signal: AbortSignal.timeout(patience) })
  if (!answer.ok) throw new Error(`${provider} answered ${answer.status}`)
  const said: unknown = await answer.json()
  if (provider === 'google') {
    const { sub, email, email_verified, name } = googlePerson.parse(said)
    return { provider, subject: sub, email: email ?? null, emailVerified: email_verified ?? false, name: name ?? null }
  }
  const { id, email, name } = facebookPerson.parse(said)
  // The Graph API has no claim about an address, and Facebook's documentation of several ways to log in tells an application that goes by
  // addresses to verify them itself. So its word links nobody, and opens no account that counts as verified.
  return { provider, subject: id, email: email ?? null, emailVerified: null, name: name ?? null }
}
