import { afterEach, expect, test } from 'vitest'
import { startShell, type ShellUnderTest } from './shell-under-test'

let shell: ShellUnderTest
afterEach(() => shell.close())

function policyOf(answer: { headers: Record<string, unknown> }): Record<string, string> {
  const parts = String(answer.headers['content-security-policy']).split(';').map((part) => part.trim())
  return Object.fromEntries(parts.map((part) => [part.split(' ')[0]!, part.split(' ').slice(1).join(' ')]))
}

test('scripts and styles run only from here or with the nonce of this answer, and the policy is enforced', async () => {
  let seen = ''
  shell = await startShell({
    answer: async (_request, { nonce }) => {
      seen = nonce
      return new Response('page')
    },
  })
  const first = await shell.ask('/')
  const policy = policyOf(first)
  expect(seen).toMatch(/^[\w-]{22}$/)
  expect(policy).toMatchObject({
    'default-src': "'self'",
    'script-src': `'self' 'nonce-${seen}'`,
    'style-src': `'self' 'nonce-${seen}'`,
    'script-src-attr': "'none'",
    'style-src-attr': "'none'",
    'frame-src': "'self'",
    'object-src': "'none'",
    'form-action': "'self'",
  })
  expect(first.headers['content-security-policy']).not.toContain('unsafe')
  expect(first.headers).not.toHaveProperty('content-security-policy-report-only')
  const before = seen
  await shell.ask('/')
  expect(seen).not.toBe(before)
})

test('forms may lead to the payment pages and log-in providers that are named', async () => {
  shell = await startShell({ formTargets: ['https://checkout.stripe.com'] })
  expect(policyOf(await shell.ask('/'))['form-action']).toBe("'self' https://checkout.stripe.com")
})

test.each([
  ['https://guildhall.example', true],
  ['http://localhost:3000', false],
])('browsers are held to https where %s is the address: %s', async (appUrl, held) => {
  shell = await startShell({ appUrl })
  const answer = await shell.ask('/')
  expect('strict-transport-security' in answer.headers).toBe(held)
  expect('upgrade-insecure-requests' in policyOf(answer)).toBe(held)
})

test('referrers stay useful to plain forms, and a link that is a key gives none away and is kept nowhere', async () => {
  shell = await startShell()
  const plain = await shell.ask('/b/harbour-salon?from=2026-12-01')
  expect(plain.headers).toMatchObject({ 'referrer-policy': 'strict-origin-when-cross-origin', 'cache-control': 'private, no-cache' })
  expect(plain.headers).not.toHaveProperty('x-robots-tag')
  const key = await shell.ask('/bookings/AP-7K3M9Q?a=1&token=abc')
  expect(key.headers).toMatchObject({ 'referrer-policy': 'same-origin', 'cache-control': 'no-store', 'x-robots-tag': 'noindex, nofollow' })
})

test('the usual guards are up and nothing tells what runs here', async () => {
  shell = await startShell()
  const { headers } = await shell.ask('/')
  expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'x-frame-options': 'SAMEORIGIN', 'permissions-policy': expect.stringContaining('camera=()') as string })
  expect(headers).not.toHaveProperty('x-powered-by')
})

test('a route may answer with a policy of its own, which replaces that of the shell', async () => {
  shell = await startShell({ answer: async () => new Response('mail', { headers: { 'Content-Security-Policy': "default-src 'none'", 'Cache-Control': 'no-store' } }) })
  const { headers } = await shell.ask('/dev/mailbox/1/html')
  expect(headers).toMatchObject({ 'content-security-policy': "default-src 'none'", 'cache-control': 'no-store' })
})
