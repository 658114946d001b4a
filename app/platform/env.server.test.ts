import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { EnvError, readEnv, variables } from './env.server'

const secret = 'a secret that is long enough to sign'
const production = { SESSION_SECRETS: secret }

describe('a wrong variable stops the start with a sentence that names it', () => {
  test.each([
    [{ PORT: 'abc' }, 'PORT must be a number between 1 and 65535, not “abc”.'],
    [{ PORT: '70000' }, 'PORT must be a number between 1 and 65535, not “70000”.'],
    [{ PORT: '80.5' }, 'PORT must be a number between 1 and 65535, not “80.5”.'],
    [{ APP_URL: 'guildhall' }, 'APP_URL must be an address such as https://guildhall.example, without a path, not “guildhall”.'],
    [{ APP_URL: 'https://a.example/b' }, 'APP_URL must be an address such as https://guildhall.example, without a path, not “https://a.example/b”.'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL must be one of silent, fatal, error, warn, info, debug, trace, not “loud”.'],
    [{ RATE_LIMIT_FACTOR: '0' }, 'RATE_LIMIT_FACTOR must be a number above 0, not “0”.'],
    [{ SESSION_SECRETS: 'short' }, 'SESSION_SECRETS must be secrets of at least 32 characters each, separated by commas.'],
    [{ SESSION_SECRETS: `${secret},short` }, 'SESSION_SECRETS must be secrets of at least 32 characters each, separated by commas.'],
    [{ SESSION_SECRETS: '' }, 'SESSION_SECRETS must be set: one or more secrets of at least 32 characters, separated by commas.'],
    [{ GUILDHALL_NOW: '2026-10-23T09:00:00Z' }, 'GUILDHALL_NOW sets the clock of the demo and of tests; a production start refuses it.'],
    [{ GUILDHALL_NOW: 'tomorrow' }, 'GUILDHALL_NOW must be an instant such as 2026-10-23T09:00:00Z, not “tomorrow”.'],
    [{ POSTMARK_HOST: '127.0.0.1:3025' }, 'POSTMARK_HOST names a stand-in for the demo and for tests; a production start refuses it.'],
    [{ POSTMARK_TOKEN: 'token' }, 'MAIL_FROM must be set where POSTMARK_TOKEN is: a sender such as Guildhall <no-reply@guildhall.example>.'],
    [{ OAUTH_HOST: '127.0.0.1:3027' }, 'OAUTH_HOST names a stand-in for the demo and for tests; a production start refuses it.'],
    [{ STRIPE_HOST: '127.0.0.1:3026' }, 'STRIPE_HOST names a stand-in for the demo and for tests; a production start refuses it.'],
    [{ FETCH_LOOPBACK: 'on' }, 'FETCH_LOOPBACK lets strangers’ addresses lead to this machine; a production start refuses it.'],
    [{ GOOGLE_CLIENT_ID: '1' }, 'GOOGLE_CLIENT_SECRET must be set too: log-in with the provider needs both GOOGLE_CLIENT_ID and GOOGLE_CLIENT_SECRET.'],
    [{ FACEBOOK_CLIENT_SECRET: '1' }, 'FACEBOOK_CLIENT_ID must be set too: log-in with the provider needs both FACEBOOK_CLIENT_ID and FACEBOOK_CLIENT_SECRET.'],
    [{ STRIPE_KEY: 'pk_test_1', STRIPE_WEBHOOK_SECRET: 'whsec_1' }, 'STRIPE_KEY must be a secret or restricted key of Stripe, which begins with sk_ or rk_.'],
    [{ STRIPE_KEY: 'sk_test_1', STRIPE_WEBHOOK_SECRET: 'secret' }, 'STRIPE_WEBHOOK_SECRET must be the signing secret of a Stripe webhook, which begins with whsec_.'],
    [{ STRIPE_KEY: 'sk_test_1' }, 'STRIPE_WEBHOOK_SECRET must be set too: payments need both STRIPE_KEY and STRIPE_WEBHOOK_SECRET.'],
    [{ LITEFS_DIR: '/litefs' }, 'DATABASE_PATH must lie in LITEFS_DIR (/litefs).'],
  ])('%o', (wrong, sentence) => {
    expect(refusalOf({ ...production, ...wrong })).toEqual([sentence])
  })

  test('every wrong variable gets its own sentence', () => {
    expect(refusalOf({ PORT: '0', LOG_LEVEL: 'loud', GUILDHALL_MODE: 'demo' })).toHaveLength(2)
  })
})

test('a production start needs secrets and nothing else', () => {
  expect(readEnv(production)).toMatchObject({
    GUILDHALL_MODE: 'production',
    NODE_ENV: 'production',
    PORT: 3000,
    HOST: '0.0.0.0',
    APP_URL: 'http://localhost:3000',
    DATABASE_PATH: 'data/guildhall.db',
    BLOB_PATH: 'data/blobs.db',
    SESSION_SECRETS: [secret],
    RATE_LIMIT_FACTOR: 1,
  })
})

test('demo and tests need nothing and listen on this machine only', () => {
  expect(readEnv({ GUILDHALL_MODE: 'demo', PORT: '4000' })).toMatchObject({ HOST: '127.0.0.1', APP_URL: 'http://localhost:4000' })
  expect(readEnv({ NODE_ENV: 'test', GUILDHALL_NOW: '2026-10-23T09:00:00Z' })).toMatchObject({
    GUILDHALL_MODE: 'test',
    GUILDHALL_NOW: Date.UTC(2026, 9, 23, 9),
  })
})

test('.env.example says every variable, each with a comment', () => {
  const lines = readFileSync('.env.example', 'utf8').split('\n')
  const named = lines.flatMap((line) => /^#? ?([A-Z][A-Z_]+)=/.exec(line)?.[1] ?? [])

  expect([...named].sort()).toEqual(Object.keys(variables).sort())
  for (const name of named) {
    const at = lines.findIndex((line) => new RegExp(`^#? ?${name}=`).test(line))
    expect(lines[at - 1], `a comment above ${name}`).toMatch(/^# \S.*\.$/)
  }
})

function refusalOf(source: Record<string, string>): readonly string[] {
  try {
    readEnv(source)
  } catch (error) {
    if (error instanceof EnvError) return error.sentences
    throw error
  }
  throw new Error('nothing was refused')
}
