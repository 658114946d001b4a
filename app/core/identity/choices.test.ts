import type { ActionFunctionArgs } from '@remix-run/node'
import { beforeEach, expect, test } from 'vitest'
import { installGate } from '~/platform/gate.server'
import { accountBehind, cookieOf, person } from '../../../tests/world/identity'
import { rows, withDatabase } from '../../../tests/world/world'
import { action as chooseLanguage } from './routes/language'
import { action as chooseZone } from './routes/time-zone'
import { accountOf, touchSession } from './sessions.server'

withDatabase()
beforeEach(() => installGate({ account: accountOf, touch: touchSession, business: () => null, booking: () => null }))

type FormAction = (args: ActionFunctionArgs) => Promise<Response>

async function post(action: FormAction, fields: Record<string, string>, cookies = ''): Promise<{ status: number; to: string | null; cookies: string }> {
  const request = new Request('http://localhost/choice', { method: 'POST', body: new URLSearchParams(fields), headers: { Cookie: cookies } })
  const context = { nonce: '', requestId: 'test', clientAddress: '127.0.0.1', setHeader: () => undefined, addHeader: () => undefined }
  const answer = await action({ request, context, params: {} })
  return { status: answer.status, to: answer.headers.get('Location'), cookies: answer.headers.getSetCookie().join('\n') }
}

test('a language is kept in a cookie, and leads back to the page', async () => {
  expect(await post(chooseLanguage, { language: 'pt-PT', to: '/b/harbour-salon?from=2026-11-03' })).toEqual({
    status: 303,
    to: '/b/harbour-salon?from=2026-11-03',
    cookies: expect.stringMatching(/^guildhall_language=pt-PT; Path=\/; HttpOnly; SameSite=Lax; Max-Age=63072000$/) as string,
  })
})

test.each(['', 'xx', 'en-XA', 'pt-PT; Max-Age=0'])('%j is no language: nothing is kept', async (language) => {
  expect((await post(chooseLanguage, { language, to: '/' })).cookies).not.toContain('guildhall_language')
})

test.each(['https://evil.test', '//evil.test', '/\\evil.test', ''])('neither form leads to %j', async (to) => {
  expect((await post(chooseLanguage, { language: 'en', to })).to).toBe('/')
  expect((await post(chooseZone, { zone: 'UTC', to })).to).toBe('/')
})

test('a zone is kept in a cookie, an empty one clears it, and what is none changes nothing', async () => {
  expect((await post(chooseZone, { zone: 'America/New_York', to: '/' })).cookies).toContain('guildhall_zone=America%2FNew_York')
  expect((await post(chooseZone, { zone: '', to: '/' })).cookies).toContain('Max-Age=0')
  expect((await post(chooseZone, { zone: 'Middle-earth/Bree', to: '/' })).cookies).not.toContain('guildhall_zone')
  expect((await post(chooseZone, { to: '/' })).cookies).not.toContain('guildhall_zone')
})

test('whoever is logged in keeps both in the account', async () => {
  const cookies = cookieOf(person(), Date.now())
  await post(chooseLanguage, { language: 'pt-PT', to: '/' }, cookies)
  await post(chooseZone, { zone: 'America/New_York', to: '/' }, cookies)
  expect(accountBehind(cookies, Date.now())).toMatchObject({ language: 'pt-PT', timeZone: 'America/New_York' })
  await post(chooseZone, { zone: '', to: '/' }, cookies)
  expect(rows('SELECT time_zone FROM users')).toEqual([{ time_zone: null }])
})

test('a post keeps its session alive', async () => {
  const anHourAgo = Date.now() - 3_600_000
  const cookies = cookieOf(person(), anHourAgo)
  await post(chooseLanguage, { language: 'en', to: '/' }, cookies)
  expect(rows<{ last_seen_at: number }>('SELECT last_seen_at FROM sessions')[0]?.last_seen_at).toBeGreaterThan(anHourAgo)
})
