import { existsSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import * as z from 'zod'
import { readFigures } from './rate-limit-figures'

/** What the environment says, read once. Names are those of the variables, so that a search finds both. */
export type Env = Readonly<z.output<typeof schema>> & { readonly BLOB_PATH: string; readonly APP_URL: string; readonly HOST: string }

/** A variable that stops the start. `message` holds one sentence per variable; entry points print it without a stack. */
export class EnvError extends Error {
  override readonly name = 'EnvError'

  constructor(readonly sentences: readonly string[]) {
    super(sentences.join('\n'))
  }
}

let known: Env | undefined

/** The environment of this process, checked at the first call. Throws EnvError. */
export function env(): Env {
  return (known ??= readEnv(withDotEnv()))
}

/** Whether this is the demo, which says so on every page and shows the mail it sent. */
export function isDemo(): boolean {
  return env().GUILDHALL_MODE === 'demo'
}

/** Reads the environment again at the next `env()`; for tests that change it. */
export function forgetEnv(): void {
  known = undefined
}

/** Checks a set of variables; an empty one counts as unset. Throws EnvError with one sentence for each wrong variable. */
export function readEnv(source: Readonly<Record<string, string | undefined>>): Env {
  const set = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value.trim() !== ''))
  const read = schema.safeParse({ ...set, GUILDHALL_MODE: set.GUILDHALL_MODE ?? modeFor(set.NODE_ENV) })
  if (!read.success) throw new EnvError(sentencesFor(read.error.issues, set))
  const values = read.data
  return {
    ...values,
    APP_URL: values.APP_URL ?? `http://localhost:${values.PORT}`,
    // Outside production nobody but this machine has business with the server.
    HOST: values.HOST ?? (values.GUILDHALL_MODE === 'production' ? '0.0.0.0' : '127.0.0.1'),
    BLOB_PATH: values.BLOB_PATH ?? join(dirname(values.DATABASE_PATH), 'blobs.db'),
  }
}

const secretLength = 32
const secretsOutsideProduction = 'not a secret: demo, development and tests sign with this'

const text = z.string().trim()
const port = wholeNumber(1, 65_535)
const webAddress = text
  .refine(isOrigin, 'must be an address such as https://guildhall.example, without a path')
  .transform((value) => new URL(value).origin)
const instant = text
  .refine((value) => /^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:\d{2})$/.test(value) && Number.isFinite(Date.parse(value)), 'must be an instant such as 2026-10-23T09:00:00Z')
  .transform((value) => Date.parse(value))
const secrets = text
  .transform((value) => value.split(',').map((secret) => secret.trim()))
  .refine((list) => list.every((secret) => secret.length >= secretLength), `must be secrets of at least ${secretLength} characters each, separated by commas`)

const limits = text.transform((value, check) => {
  const figures = readFigures(value)
  if (figures) return figures
  check.addIssue({ code: 'custom', message: 'must be limits such as login=20/15m, reset=5/1h', input: value })
  return z.NEVER
})

/** Every variable of Guildhall; `.env.example` explains each, and a test holds the two together. */
export const variables = {
  NODE_ENV: oneOf('production', 'development', 'test').default('production'),
  GUILDHALL_MODE: oneOf('production', 'demo', 'development', 'test'),
  PORT: port.default(3000),
  HOST: text.optional(),
  APP_URL: webAddress.optional(),
  DATABASE_PATH: text.default('data/guildhall.db'),
  BLOB_PATH: text.optional(),
  LITEFS_DIR: text.optional(),
  JOBS: oneOf('on', 'off').default('on'),
  SESSION_SECRETS: secrets.optional(),
  CLIENT_ADDRESS_HEADER: text.toLowerCase().regex(/^[a-z0-9-]+$/, 'must be the name of a header such as fly-client-ip').optional(),
  RATE_LIMIT_FACTOR: z.coerce.number('must be a number above 0').positive('must be a number above 0').default(1),
  RATE_LIMITS: limits.optional(),
  LOG_LEVEL: oneOf('silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace').default('info'),
  METRICS_TOKEN: text.min(16, 'must have at least 16 characters').optional(),
  POSTMARK_TOKEN: text.optional(),
  POSTMARK_HOST: text.regex(/^[\w.-]+:\d{1,5}$/, 'must be a host and a port such as 127.0.0.1:3025').optional(),
  STRIPE_KEY: text.regex(/^[sr]k_(test|live)_/, 'must be a secret or restricted key of Stripe, which begins with sk_ or rk_').optional(),
  STRIPE_WEBHOOK_SECRET: text.startsWith('whsec_', 'must be the signing secret of a Stripe webhook, which begins with whsec_').optional(),
  STRIPE_HOST: text.regex(/^[\w.-]+:\d{1,5}$/, 'must be a host and a port such as 127.0.0.1:3026').optional(),
  GOOGLE_CLIENT_ID: text.optional(),
  GOOGLE_CLIENT_SECRET: text.optional(),
  FACEBOOK_CLIENT_ID: text.optional(),
  FACEBOOK_CLIENT_SECRET: text.optional(),
  OAUTH_HOST: text.regex(/^[\w.-]+:\d{1,5}$/, 'must be a host and a port such as 127.0.0.1:3027').optional(),
  FETCH_LOOPBACK: oneOf('on', 'off').default('off'),
  DEV_PAGES: text.optional(),
  MAIL_FROM: text.regex(/^[^@]*[^@\s]+@[^@\s]+$/, 'must be a sender such as Guildhall <no-reply@guildhall.example>').optional(),
  GUILDHALL_NOW: instant.optional(),
}

const schema = z
  .object(variables)
  .superRefine((values, check) => {
    const refuse = (name: keyof typeof variables, message: string) => check.addIssue({ code: 'custom', path: [name], message, params: { whole: true } })
    if (values.GUILDHALL_MODE === 'production') refuseInProduction(values, refuse)
    if (!values.STRIPE_KEY !== !values.STRIPE_WEBHOOK_SECRET) {
      refuse(values.STRIPE_KEY ? 'STRIPE_WEBHOOK_SECRET' : 'STRIPE_KEY', 'must be set too: payments need both STRIPE_KEY and STRIPE_WEBHOOK_SECRET')
    }
    for (const [id, secret] of [['GOOGLE_CLIENT_ID', 'GOOGLE_CLIENT_SECRET'], ['FACEBOOK_CLIENT_ID', 'FACEBOOK_CLIENT_SECRET']] as const) {
      if (!values[id] !== !values[secret]) refuse(values[id] ? secret : id, `must be set too: log-in with the provider needs both ${id} and ${secret}`)
    }
    if (values.LITEFS_DIR && relative(values.LITEFS_DIR, values.DATABASE_PATH).startsWith('..')) {
      refuse('DATABASE_PATH', `must lie in LITEFS_DIR (${values.LITEFS_DIR})`)
    }
  })
  .transform((values) => ({
    ...values,
    SESSION_SECRETS: values.SESSION_SECRETS ?? [secretsOutsideProduction],
    MAIL_FROM: values.MAIL_FROM ?? 'Guildhall <no-reply@guildhall.test>',
  }))

interface Checked {
  readonly SESSION_SECRETS?: string[] | undefined
  readonly GUILDHALL_NOW?: number | undefined
  readonly POSTMARK_HOST?: string | undefined
  readonly STRIPE_HOST?: string | undefined
  readonly OAUTH_HOST?: string | undefined
  readonly FETCH_LOOPBACK?: string | undefined
  readonly DEV_PAGES?: string | undefined
  readonly POSTMARK_TOKEN?: string | undefined
  readonly MAIL_FROM?: string | undefined
}

function refuseInProduction(values: Checked, refuse: (name: keyof typeof variables, message: string) => void): void {
  if (!values.SESSION_SECRETS) refuse('SESSION_SECRETS', `must be set: one or more secrets of at least ${secretLength} characters, separated by commas`)
  if (values.GUILDHALL_NOW !== undefined) refuse('GUILDHALL_NOW', 'sets the clock of the demo and of tests; a production start refuses it')
  if (values.POSTMARK_HOST) refuse('POSTMARK_HOST', 'names a stand-in for the demo and for tests; a production start refuses it')
  if (values.STRIPE_HOST) refuse('STRIPE_HOST', 'names a stand-in for the demo and for tests; a production start refuses it')
  if (values.OAUTH_HOST) refuse('OAUTH_HOST', 'names a stand-in for the demo and for tests; a production start refuses it')
  if (values.FETCH_LOOPBACK === 'on') refuse('FETCH_LOOPBACK', 'lets strangers’ addresses lead to this machine; a production start refuses it')
  if (values.DEV_PAGES) refuse('DEV_PAGES', 'names pages of the demo and of development; a production start refuses it')
  if (values.POSTMARK_TOKEN && !values.MAIL_FROM) refuse('MAIL_FROM', 'must be set where POSTMARK_TOKEN is: a sender such as Guildhall <no-reply@guildhall.example>')
}

// A message says neither a secret nor a token: it ends in logs.
const unspoken = new Set(['SESSION_SECRETS', 'POSTMARK_TOKEN', 'METRICS_TOKEN', 'STRIPE_KEY', 'STRIPE_WEBHOOK_SECRET', 'GOOGLE_CLIENT_SECRET', 'FACEBOOK_CLIENT_SECRET'])

function sentencesFor(issues: readonly z.core.$ZodIssue[], set: Record<string, string | undefined>): string[] {
  const byName = new Map<string, string>()
  for (const issue of issues) {
    const name = String(issue.path[0])
    if (byName.has(name)) continue
    const whole = unspoken.has(name) || set[name] === undefined || (issue.code === 'custom' && issue.params?.whole === true)
    byName.set(name, whole ? `${name} ${issue.message}.` : `${name} ${issue.message}, not “${set[name]}”.`)
  }
  return [...byName.values()]
}

function modeFor(nodeEnv: string | undefined): 'production' | 'development' | 'test' {
  return nodeEnv === 'test' || nodeEnv === 'development' ? nodeEnv : 'production'
}

// Demo and tests say all they need themselves: a token in somebody's .env must not make them send real mail.
function withDotEnv(): NodeJS.ProcessEnv {
  const mode = process.env.GUILDHALL_MODE || modeFor(process.env.NODE_ENV)
  if ((mode === 'production' || mode === 'development') && existsSync('.env')) process.loadEnvFile('.env')
  return process.env
}

function wholeNumber(least: number, most: number) {
  const message = `must be a number between ${least} and ${most}`
  return z.coerce.number(message).int(message).min(least, message).max(most, message)
}

function oneOf<const Names extends readonly [string, ...string[]]>(...names: Names) {
  return z.enum(names, `must be one of ${names.join(', ')}`)
}

function isOrigin(value: string): boolean {
  if (!URL.canParse(value)) return false
  const url = new URL(value)
  return /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.hash && !url.username
}
