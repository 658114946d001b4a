import { createHash, createHmac } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Codes, type Grant } from './codes'
import { backTo, consentPage, refusedPage, type PageAnswer } from './page'
import { standInPeople, type StandInPerson } from './people'

export interface OAuthOptions {
  /** 0 takes a free one. */
  readonly port: number
  readonly stateFile: string
  /** The application's origin: nobody is sent anywhere else. */
  readonly app: string
  readonly people?: readonly StandInPerson[]
  readonly now?: () => number
}

/** The id and the secret that both providers know. */
export const standInClient = { id: 'guildhall-stand-in', secret: 'guildhall-stand-in-secret' }

/** Plays the log-in of Google (below /google) and of Facebook (below /facebook) on this machine. */
export async function startOAuth({ port, stateFile, app, people = standInPeople, now = Date.now }: OAuthOptions): Promise<{ url: string; close(): Promise<void> }> {
  const house: House = { codes: new Codes(stateFile, now), app, people }
  const server = createServer((request, response) => {
    answer(house, request, response).catch((error: unknown) => json(response, 500, { error: String(error) }))
  })
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      await new Promise((resolve) => {
        server.close(resolve)
        server.closeAllConnections()
      })
      house.codes.close()
    },
  }
}

interface House {
  readonly codes: Codes
  readonly app: string
  readonly people: readonly StandInPerson[]
}

async function answer(house: House, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://localhost')
  const form = new URLSearchParams(await textOf(request))
  // Facebook numbers its versions; any will do.
  const asked = `${request.method} ${url.pathname.replace(/^\/facebook\/v\d+\.\d+\//, '/facebook/')}`
  switch (asked) {
    case 'GET /google/o/oauth2/v2/auth':
    case 'GET /facebook/dialog/oauth':
    case 'POST /google/o/oauth2/v2/auth':
    case 'POST /facebook/dialog/oauth':
      return show(response, consent(house, asked.includes('/google/') ? 'google' : 'facebook', url.searchParams, request.method === 'POST' ? form.get('person') : undefined))
    case 'POST /google/token':
      return tokenOfGoogle(house, form, response)
    case 'POST /facebook/oauth/access_token':
      return tokenOfFacebook(house, form, response)
    case 'GET /google/v1/userinfo':
      return personOfGoogle(house, request, response)
    case 'GET /facebook/me':
      return personOfFacebook(house, request, url.searchParams, response)
    default:
      return json(response, 404, { error: `The stand-in does not play ${asked}.` })
  }
}

/** Without `chosen` it asks; with '' nobody wants to. */
function consent({ app, codes, people }: House, provider: 'google' | 'facebook', query: URLSearchParams, chosen: string | null | undefined): PageAnswer {
  const redirectUri = query.get('redirect_uri') ?? ''
  if (query.get('client_id') !== standInClient.id) return refusedPage('The application is not known.')
  if (redirectUri !== `${app}/landings/oauth/${provider}`) return refusedPage('The application has not registered this address to return to.')
  const state = query.get('state')
  if (query.get('response_type') !== 'code' || !state) return refusedPage('A code is all that can be asked for, and with a state.')
  const challenge = query.get('code_challenge')
  if (provider === 'google' && (!challenge || query.get('code_challenge_method') !== 'S256')) return refusedPage('A challenge by S256 is missing.')
  if (chosen === undefined) return consentPage(provider === 'google' ? 'Google' : 'Facebook', people, redirectUri)
  if (chosen === '') return backTo(redirectUri, provider === 'google' ? { error: 'access_denied', state } : { error: 'access_denied', error_reason: 'user_denied', error_description: 'Permissions error', state })
  const person = people.find(({ subject }) => subject === chosen)
  if (!person) return refusedPage('There is no such person.')
  return backTo(redirectUri, { code: codes.issueCode({ provider, person, redirectUri, challenge }), state })
}

function tokenOfGoogle({ codes }: House, form: URLSearchParams, response: ServerResponse): void {
  if (!knowsSecret(form)) return json(response, 401, { error: 'invalid_client', error_description: 'Unauthorized' })
  if (form.get('grant_type') !== 'authorization_code') return json(response, 400, { error: 'unsupported_grant_type' })
  const redeemed = codes.redeem(form.get('code') ?? '')
  if (typeof redeemed === 'string' || !fits(redeemed.grant, 'google', form) || !isProven(redeemed.grant, form)) {
    return json(response, 400, { error: 'invalid_grant', error_description: 'Bad Request' })
  }
  json(response, 200, { access_token: redeemed.token, expires_in: 3599, scope: 'openid email profile', token_type: 'Bearer' })
}

function tokenOfFacebook({ codes }: House, form: URLSearchParams, response: ServerResponse): void {
  if (!knowsSecret(form)) return json(response, 400, facebookError(101, 'Error validating client secret.'))
  const redeemed = codes.redeem(form.get('code') ?? '')
  if (redeemed === 'used') return json(response, 400, facebookError(100, 'This authorization code has been used.', 36_009))
  if (redeemed === 'expired') return json(response, 400, facebookError(100, 'This authorization code has expired.', 36_007))
  if (redeemed === 'unknown' || !fits(redeemed.grant, 'facebook', form)) return json(response, 400, facebookError(100, 'Invalid verification code format.'))
  json(response, 200, { access_token: redeemed.token, token_type: 'bearer', expires_in: 5_183_944 })
}

function personOfGoogle({ codes }: House, request: IncomingMessage, response: ServerResponse): void {
  const grant = codes.bearer(bearerIn(request))
  if (grant?.provider !== 'google') return json(response, 401, { error: 'invalid_request', error_description: 'Invalid Credentials' })
  const { subject, name, email, emailVerified } = grant.person
  json(response, 200, { sub: subject, name, given_name: name.split(' ')[0], ...(email === null ? {} : { email, email_verified: emailVerified }) })
}

// Fields that were not asked for are not told; an address that somebody has not got, either.
function personOfFacebook({ codes }: House, request: IncomingMessage, query: URLSearchParams, response: ServerResponse): void {
  const token = bearerIn(request)
  const grant = codes.bearer(token)
  if (grant?.provider !== 'facebook') return json(response, 400, facebookError(190, 'Invalid OAuth access token.'))
  if (query.get('appsecret_proof') !== createHmac('sha256', standInClient.secret).update(token).digest('hex')) {
    return json(response, 400, facebookError(100, 'Invalid appsecret_proof provided in the API argument'))
  }
  const { subject, name, email } = grant.person
  const known: Readonly<Record<string, string | null>> = { id: subject, name, email }
  const asked = (query.get('fields') ?? 'id,name').split(',')
  json(response, 200, Object.fromEntries(asked.flatMap((field) => (known[field] ? [[field, known[field]]] : []))))
}

function knowsSecret(form: URLSearchParams): boolean {
  return form.get('client_id') === standInClient.id && form.get('client_secret') === standInClient.secret
}

function fits(grant: Grant, provider: string, form: URLSearchParams): boolean {
  return grant.provider === provider && grant.redirectUri === form.get('redirect_uri')
}

// RFC 7636, S256.
function isProven({ challenge }: Grant, form: URLSearchParams): boolean {
  return createHash('sha256').update(form.get('code_verifier') ?? '').digest('base64url') === challenge
}

function facebookError(code: number, message: string, subcode?: number): object {
  return { error: { message, type: 'OAuthException', code, ...(subcode === undefined ? {} : { error_subcode: subcode }), fbtrace_id: 'StandIn' } }
}

function bearerIn(request: IncomingMessage): string {
  return request.headers.authorization?.replace(/^Bearer /, '') ?? ''
}

async function textOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = []
  for await (const piece of request) pieces.push(piece as Buffer)
  return Buffer.concat(pieces).toString()
}

function show(response: ServerResponse, { status, headers, html }: PageAnswer): void {
  response.writeHead(status, headers).end(html)
}

function json(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body))
}
