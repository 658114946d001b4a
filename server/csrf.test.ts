import { afterAll, beforeAll, expect, test } from 'vitest'
import { startShell, type ShellUnderTest } from './shell-under-test'

let shell: ShellUnderTest
let acted = 0

beforeAll(async () => {
  shell = await startShell({
    answer: async () => {
      acted += 1
      return new Response(null, { status: 303, headers: { Location: '/' } })
    },
  })
})
afterAll(() => shell.close())

const own = 'https://guildhall.example'
const session = { Cookie: 'a=b; guildhall_session=abc' }
const here = () => shell.origin

const table: [what: string, headers: () => Record<string, string>, passes: boolean][] = [
  ['same-origin', () => ({ 'Sec-Fetch-Site': 'same-origin', ...session }), true],
  ['none: typed or reloaded by the user', () => ({ 'Sec-Fetch-Site': 'none', ...session }), true],
  ['same-site: a neighbour under the same domain', () => ({ 'Sec-Fetch-Site': 'same-site', ...session }), false],
  ['cross-site', () => ({ 'Sec-Fetch-Site': 'cross-site', ...session }), false],
  ['cross-site without a session: log-in by somebody else', () => ({ 'Sec-Fetch-Site': 'cross-site' }), false],
  ['same-origin whatever Origin says', () => ({ 'Sec-Fetch-Site': 'same-origin', Origin: 'null', ...session }), true],
  ['cross-site whatever Origin says', () => ({ 'Sec-Fetch-Site': 'cross-site', Origin: own, ...session }), false],
  ['nonsense for Sec-Fetch-Site', () => ({ 'Sec-Fetch-Site': 'maybe', ...session }), false],
  ['Origin of APP_URL', () => ({ Origin: own, ...session }), true],
  ['Origin of this host', () => ({ Origin: here(), ...session }), true],
  ['Origin of another site', () => ({ Origin: 'https://evil.example', ...session }), false],
  ['Origin of another site without a session', () => ({ Origin: 'https://evil.example' }), false],
  ['Origin that only begins like ours', () => ({ Origin: `${own}.evil.example`, ...session }), false],
  ['Origin with another scheme', () => ({ Origin: own.replace('https', 'http'), ...session }), false],
  ['Origin null', () => ({ Origin: 'null', ...session }), false],
  ['neither, with a session', () => session, false],
  ['neither, with an empty session', () => ({ Cookie: 'guildhall_session=' }), false],
  ['neither, without a session', () => ({}), true],
  ['neither, with other cookies', () => ({ Cookie: 'guildhall_language=en' }), true],
]

test.each(table)('%s', async (_what, headers, passes) => {
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
    const before = acted
    const answer = await shell.ask('/b/harbour-salon/book', { method, headers: headers(), body: 'name=Ana' })
    expect(answer.status).toBe(passes ? 303 : 403)
    expect(acted - before).toBe(passes ? 1 : 0)
  }
})

test('reading is never refused', async () => {
  for (const method of ['GET', 'HEAD']) expect((await shell.ask('/', { method, headers: { 'Sec-Fetch-Site': 'cross-site', ...session } })).status).toBe(303)
})

test('a webhook is signed instead', async () => {
  expect((await shell.ask('/webhooks/postmark', { method: 'POST', headers: { Origin: 'https://evil.example' }, body: '{}' })).status).toBe(303)
  expect((await shell.ask('/webhooks-not', { method: 'POST', headers: { Origin: 'https://evil.example' }, body: '{}' })).status).toBe(403)
})

test('the refusal is a page with a way on, in the language of the reader', async () => {
  const headers = { 'Sec-Fetch-Site': 'cross-site', Accept: 'text/html', 'Accept-Language': 'pt' }
  const { body, headers: answered } = await shell.ask('/log-in', { method: 'POST', headers, body: '' })
  expect(body).toContain('<html lang="pt-PT">')
  expect(body).toContain('<a href="/">')
  expect(body).not.toContain('<script')
  expect(answered['content-security-policy']).toContain(`'nonce-${/<style nonce="([\w-]+)">/.exec(body)?.[1] ?? 'none'}'`)
})
