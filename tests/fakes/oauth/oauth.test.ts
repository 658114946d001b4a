import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { cookieNames } from '~/platform/cookies.server'
import { forgetEnv } from '~/platform/env.server'
import { logInProviders, type LogInProvider } from '~/platform/log-in-providers'
import { beginAtProvider, offeredProviders, providerOrigins, returnFromProvider, type Errand, type Return } from '~/platform/oauth.server'
import { standInClient, startOAuth } from './oauth'
import { standInPeople } from './people'

const app = 'http://localhost:3000'
const start = Date.UTC(2026, 10, 3, 9)
const errand: Errand = { to: '/account/bookings', linkTo: null }
const [ana, , , unproven, nomail] = standInPeople.map(({ subject }) => subject)

let now = start
let there: Awaited<ReturnType<typeof startOAuth>>
beforeEach(async () => {
  now = start
  there = await startOAuth({ port: 0, stateFile: join(mkdtempSync(join(tmpdir(), 'guildhall-oauth-')), 'oauth.jsonl'), app, now: () => now })
  setEnv({ OAUTH_HOST: new URL(there.url).host, APP_URL: app })
  for (const name of ['GOOGLE', 'FACEBOOK']) setEnv({ [`${name}_CLIENT_ID`]: standInClient.id, [`${name}_CLIENT_SECRET`]: standInClient.secret })
})
afterEach(async () => {
  vi.unstubAllEnvs()
  forgetEnv()
  await there.close()
})

function setEnv(values: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(values)) vi.stubEnv(name, value)
  forgetEnv()
}

async function begin(provider: LogInProvider): Promise<{ page: string; cookies: string }> {
  const { location, cookie } = await beginAtProvider(provider, errand, now)
  return { page: location, cookies: cookie.split(';')[0] ?? '' }
}

/** Presses a person's button; '' is the one to go back. Answers the landing's address. */
async function press(page: string, person: string): Promise<string> {
  const answer = await fetch(page, { method: 'POST', redirect: 'manual', body: new URLSearchParams({ person }) })
  return answer.headers.get('Location') ?? `none: ${answer.status}`
}

const land = (provider: LogInProvider, address: string, Cookie: string): Promise<Return> => returnFromProvider(provider, new Request(address, { headers: { Cookie } }), now)

test.each(logInProviders)('%s says who it is, once, and the errand comes back with them', async (provider) => {
  const { page, cookies } = await begin(provider)
  const html = await (await fetch(page)).text()
  expect(html).not.toMatch(/<script|style=|onclick/)
  const address = await press(page, ana ?? '')
  expect(new URL(address).pathname).toBe(`/landings/oauth/${provider}`)

  const person = { provider, subject: ana, email: 'ana@example.test', emailVerified: provider === 'google' ? true : null, name: 'Ana Marques' }
  expect(await land(provider, address, cookies)).toEqual({ errand, outcome: { ok: true, person } })
  expect(await land(provider, address, cookies), 'the code again').toEqual({ errand, outcome: { ok: false, why: 'stale' } })
})

test.each(logInProviders)('%s tells of an address no more than it knows', async (provider) => {
  const personOf = async (subject = '') => {
    const { page, cookies } = await begin(provider)
    return (await land(provider, await press(page, subject), cookies)).outcome
  }
  expect(await personOf(unproven)).toMatchObject({ person: { email: 'ugo.unproven@example.test', emailVerified: provider === 'google' ? false : null } })
  expect(await personOf(nomail)).toMatchObject({ person: { email: null, emailVerified: provider === 'google' ? false : null } })
})

test.each(logInProviders)('who does not want to, at %s, comes back with the errand and nothing else', async (provider) => {
  const { page, cookies } = await begin(provider)
  expect(await land(provider, await press(page, ''), cookies)).toEqual({ errand, outcome: { ok: false, why: 'cancelled' } })
})

test.each(logInProviders)('what another browser began, took too long or was tampered with is stale at %s', async (provider) => {
  const stale = { ok: false, why: 'stale' }
  const mine = await begin(provider)
  const other = await begin(provider)
  const address = await press(mine.page, ana ?? '')
  expect(await land(provider, address, other.cookies)).toEqual({ errand, outcome: stale })
  expect(await land(provider, address, '')).toEqual({ errand: null, outcome: stale })
  expect(await land(provider, address, mine.cookies.replace(/.$/, 'x'))).toEqual({ errand: null, outcome: stale })
  expect(await land(provider, address, `${cookieNames.errand}=nothing`)).toEqual({ errand: null, outcome: stale })
  expect(await land(provider, `${app}/landings/oauth/${provider}`, mine.cookies), 'without a state').toEqual({ errand, outcome: stale })
  expect(await land(provider === 'google' ? 'facebook' : 'google', address, mine.cookies), 'the other provider’s').toEqual({ errand: null, outcome: stale })
  now += 600_000
  expect(await land(provider, address, mine.cookies), 'after ten minutes').toEqual({ errand: null, outcome: stale })
  const late = await begin(provider)
  expect((await land(provider, address.replace(/state=[^&]*/, new URL(late.page).search.match(/state=[^&]*/)?.[0] ?? ''), late.cookies)).outcome, 'a code that ran out').toEqual(stale)
})

test('a code taken by somebody else is worth nothing at Google without the secret that began it', async () => {
  const mine = await begin('google')
  const theirs = await begin('google')
  const code = new URL(await press(mine.page, ana ?? '')).searchParams.get('code') ?? ''
  const address = new URL(await press(theirs.page, ana ?? ''))
  address.searchParams.set('code', code)
  expect((await land('google', address.href, theirs.cookies)).outcome).toEqual({ ok: false, why: 'stale' })
})

test.each(logInProviders)('%s refuses a wrong secret and an application it does not know, and what does not answer is told as failed', async (provider) => {
  const { page, cookies } = await begin(provider)
  const address = await press(page, ana ?? '')
  setEnv({ [`${provider.toUpperCase()}_CLIENT_SECRET`]: 'another' })
  expect(await land(provider, address, cookies)).toEqual({ errand, outcome: { ok: false, why: 'failed' } })
  setEnv({ OAUTH_HOST: '127.0.0.1:9' })
  expect(await land(provider, address, cookies)).toEqual({ errand, outcome: { ok: false, why: 'failed' } })
  expect((await fetch(page.replace(standInClient.id, 'somebody'))).status).toBe(400)
  expect((await fetch(page.replace('localhost%3A3000', 'evil.test'))).status).toBe(400)
})

test('only what has its keys is offered, and forms may lead to the pages of these', () => {
  expect([offeredProviders(), providerOrigins()]).toEqual([['google', 'facebook'], [there.url]])
  setEnv({ OAUTH_HOST: '' })
  expect(providerOrigins()).toEqual(['https://accounts.google.com', 'https://*.facebook.com'])
  setEnv({ GOOGLE_CLIENT_ID: '', GOOGLE_CLIENT_SECRET: '' })
  expect([offeredProviders(), providerOrigins()]).toEqual([['facebook'], ['https://*.facebook.com']])
  setEnv({ FACEBOOK_CLIENT_ID: '', FACEBOOK_CLIENT_SECRET: '' })
  expect([offeredProviders(), providerOrigins()]).toEqual([[], []])
})

test('in earnest Google is asked for a code with PKCE at its own page, and Facebook without', async () => {
  setEnv({ OAUTH_HOST: '' })
  const google = new URL((await begin('google')).page)
  const facebook = new URL((await begin('facebook')).page)
  expect(google.origin + google.pathname).toBe('https://accounts.google.com/o/oauth2/v2/auth')
  expect(Object.fromEntries(google.searchParams)).toMatchObject({ redirect_uri: `${app}/landings/oauth/google`, scope: 'openid email profile', code_challenge_method: 'S256' })
  expect(facebook.origin + facebook.pathname).toMatch(/^https:\/\/www\.facebook\.com\/v\d+\.0\/dialog\/oauth$/)
  expect(facebook.searchParams.has('code_challenge')).toBe(false)
})
