import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { closeSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { clockFrom } from '~/platform/clock.server'
import { standInClient, startOAuth } from './fakes/oauth/oauth'
import type { KeptMessage } from './fakes/postmark/mailroom'
import { standInToken, startPostmark } from './fakes/postmark/postmark'
import { standInKey, standInWebhookSecret, startStripe } from './fakes/stripe/stripe'
import { freePort } from './free-port'
import { theMorning } from './world/world'

/** The project's folder. */
export const root = fileURLToPath(new URL('..', import.meta.url))
const artifacts = join(root, 'tests', '.artifacts')

/** What everybody in the demo town logs in with. */
export const townPassword = 'guildhall-demo'

/** The town's clock starts on a Tuesday morning in Lisbon. */
export const townMorning = theMorning

export interface Serving {
  /** The file it serves; without it a fresh copy of the demo town. */
  readonly database?: string
  /** Without jobs nothing is written but what a request writes. */
  readonly jobs?: boolean
  readonly env?: Readonly<Record<string, string>>
}

export interface House {
  /** Its origin, without a slash at the end. */
  readonly url: string
  readonly database: string
  /** The origin of its Stripe, for the control paths of the stand-in. */
  readonly stripe: string
  /** The origin of its Google and Facebook. */
  readonly oauth: string
  /** Rows of one query on its file. */
  rows<Row = Record<string, unknown>>(query: string, ...params: unknown[]): Row[]
  /** Every mail that was taken for an address, oldest first. */
  mails(to: string): Promise<KeptMessage['message'][]>
  /** The first mail to an address whose subject and text (a line apart) fit; waits for it, and says which were there if none comes. */
  mail(to: string, says: RegExp): Promise<KeptMessage['message']>
  stop(): Promise<void>
}

/** Starts the built server on a file of its own, with a Postmark, a Stripe, a Google and a Facebook of its own. Whoever starts it stops it. */
export async function serve({ database = townCopy(), jobs = true, env = {} }: Serving = {}): Promise<House> {
  prepareTown()
  const folder = mkdtempSync(join(tmpdir(), 'guildhall-house-'))
  const postmark = await startPostmark({ port: 0, stateFile: join(folder, 'postmark.jsonl'), now: () => Date.now(), token: standInToken })
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  // The server finds this clock beside its file, and goes by it.
  const clock = clockFrom(env.GUILDHALL_NOW === undefined ? townMorning : Date.parse(env.GUILDHALL_NOW), database)
  const stripe = await startStripe({ port: 0, stateFile: join(folder, 'stripe.db'), app: url, now: clock })
  const oauth = await startOAuth({ port: 0, stateFile: join(folder, 'oauth.jsonl'), app: url, now: clock })
  const server = spawn(process.execPath, [join(root, 'build', 'server', 'index.js')], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: {
      ...townEnvironment(database),
      PORT: String(port),
      APP_URL: url,
      POSTMARK_HOST: new URL(postmark.url).host,
      POSTMARK_TOKEN: standInToken,
      JOBS: jobs ? 'on' : 'off',
      STRIPE_HOST: new URL(stripe.url).host,
      STRIPE_KEY: standInKey,
      STRIPE_WEBHOOK_SECRET: standInWebhookSecret,
      OAUTH_HOST: new URL(oauth.url).host,
      GOOGLE_CLIENT_ID: standInClient.id,
      GOOGLE_CLIENT_SECRET: standInClient.secret,
      FACEBOOK_CLIENT_ID: standInClient.id,
      FACEBOOK_CLIENT_SECRET: standInClient.secret,
      LOG_LEVEL: 'error',
      ...env,
    },
  })
  await opened(server, url)
  const file = new Database(database, { readonly: true })
  const mails = async (to: string) => {
    const answer = await fetch(`${postmark.url}/__messages?to=${encodeURIComponent(to)}`)
    return ((await answer.json()) as { messages: KeptMessage[] }).messages.map(({ message }) => message)
  }
  return {
    url,
    database,
    stripe: stripe.url,
    oauth: oauth.url,
    rows: <Row>(query: string, ...params: unknown[]) => file.prepare(query).all(...params) as Row[],
    mails,
    mail: (to, says) => firstMail(mails, to, says),
    stop: async () => {
      file.close()
      await ended(server)
      await Promise.all([postmark.close(), stripe.close(), oauth.close()])
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function firstMail(mails: House['mails'], to: string, says: RegExp): Promise<KeptMessage['message']> {
  for (let tries = 0; tries < 100; tries++) {
    const found = (await mails(to)).find(({ Subject, TextBody }) => says.test(`${Subject}\n${TextBody}`))
    if (found) return found
    await pause(100)
  }
  const there = (await mails(to)).map((mail) => mail.Subject)
  throw new Error(`No mail to ${to} says ${says}; there are: ${there.join(' | ') || 'none'}`)
}

/** A copy of the demo town in a folder of its own, which goes with the process. */
export function townCopy(): string {
  const template = prepareTown()
  const path = join(mkdtempSync(join(scratch(), 'town-')), 'guildhall.db')
  copyFileSync(template, path)
  copyFileSync(blobsBeside(template), blobsBeside(path))
  return path
}

/** The file of pictures that belongs to a file of data. */
function blobsBeside(database: string): string {
  return join(dirname(database), 'blobs.db')
}

let scratchFolder: string | undefined

function scratch(): string {
  if (!scratchFolder) {
    const folder = mkdtempSync(join(tmpdir(), 'guildhall-towns-'))
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
    scratchFolder = folder
  }
  return scratchFolder
}

let template: string | undefined

/** Builds what has changed and seeds the town once for every source of it; answers the seeded file, which nobody writes to. */
export function prepareTown(): string {
  return (template ??= alone(() => {
    program(['scripts/build.mjs'], {})
    const folder = join(artifacts, 'towns', readFileSync(join(root, 'build', '.stamp'), 'utf8').slice(0, 16))
    const path = join(folder, 'guildhall.db')
    if (existsSync(path)) return path
    rmSync(join(artifacts, 'towns'), { recursive: true, force: true })
    mkdirSync(folder, { recursive: true })
    const draft = join(folder, 'draft.db')
    program(['build/db/migrate.js'], townEnvironment(draft))
    program(['build/db/seed.js'], townEnvironment(draft))
    for (const each of [draft, blobsBeside(draft)]) {
      const file = new Database(each)
      file.pragma('wal_checkpoint(TRUNCATE)')
      file.close()
    }
    renameSync(draft, path)
    return path
  }))
}

function townEnvironment(database: string): NodeJS.ProcessEnv {
  const { PATH = '', HOME = '' } = process.env
  return {
    PATH,
    HOME,
    NODE_ENV: 'production',
    GUILDHALL_MODE: 'test',
    GUILDHALL_NOW: new Date(townMorning).toISOString(),
    DATABASE_PATH: database,
    RATE_LIMIT_FACTOR: '10000',
    LOG_LEVEL: 'error',
  }
}

function program(args: readonly string[], env: Readonly<Record<string, string | undefined>>): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, env: { ...process.env, ...env }, encoding: 'utf8' })
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}\n${stdout}${stderr}`)
}

// Test files run in processes of their own: one builds and seeds, the others wait for it.
function alone<T>(work: () => T): T {
  mkdirSync(artifacts, { recursive: true })
  const lock = join(artifacts, 'town.lock')
  while (!taken(lock)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100)
  try {
    return work()
  } finally {
    rmSync(lock, { force: true })
  }
}

function taken(lock: string): boolean {
  try {
    const file = openSync(lock, 'wx')
    writeFileSync(file, String(process.pid))
    closeSync(file)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    if (!isAlive(readHolder(lock))) rmSync(lock, { force: true })
    return false
  }
}

// Empty for the moment between making and writing it.
function readHolder(lock: string): number {
  try {
    return Number(readFileSync(lock, 'utf8')) || process.pid
  } catch {
    return process.pid
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

async function opened(server: ChildProcess, url: string): Promise<void> {
  for (let tries = 0; tries < 1200; tries++) {
    if (server.exitCode !== null) throw new Error(`The server ended with ${server.exitCode} before it was open`)
    const answer = await fetch(`${url}/healthz`).catch(() => undefined)
    if (answer?.ok) return
    await pause(50)
  }
  throw new Error('The server did not open within a minute')
}

async function ended(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return
  const gone = new Promise((resolve) => server.once('exit', resolve))
  server.kill('SIGTERM')
  const late = setTimeout(() => server.kill('SIGKILL'), 8000)
  await gone
  clearTimeout(late)
}
