// What demo and development share: a folder of data, the stand-ins for Postmark, Stripe and log-in providers, and children that end with their parent.
import { spawn } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { root, runNode } from './run.mjs'

const secondsToDrain = 12
const port = process.env.PORT || 3000
/** Where the server answers on this machine. */
const server = `http://${process.env.HOST && process.env.HOST !== '0.0.0.0' ? process.env.HOST : '127.0.0.1'}:${port}`

/** The address people type. */
const typed = process.env.APP_URL || `http://localhost:${port}`

/** The environment of a town whose data lies in `folder` (relative to the project). */
export function townEnvironment(folder, mode, nodeEnv) {
  return {
    NODE_ENV: nodeEnv,
    GUILDHALL_MODE: mode,
    DATABASE_PATH: join(folder, 'guildhall.db'),
    BLOB_PATH: join(folder, 'blobs.db'),
    RATE_LIMIT_FACTOR: process.env.RATE_LIMIT_FACTOR || '50',
    LOG_LEVEL: process.env.LOG_LEVEL || 'warn',
    POSTMARK_TOKEN: 'guildhall-stand-in',
    STRIPE_KEY: 'sk_test_guildhall_stand_in',
    STRIPE_WEBHOOK_SECRET: 'whsec_guildhall_stand_in',
    GOOGLE_CLIENT_ID: 'guildhall-stand-in',
    GOOGLE_CLIENT_SECRET: 'guildhall-stand-in-secret',
    FACEBOOK_CLIENT_ID: 'guildhall-stand-in',
    FACEBOOK_CLIENT_SECRET: 'guildhall-stand-in-secret',
    DEV_PAGES: join('tests', 'fakes', 'mailbox.mjs'),
    // A .env beside the demo is somebody's own and says nothing here.
    LITEFS_DIR: '',
    SESSION_SECRETS: process.env.SESSION_SECRETS ?? '',
    MAIL_FROM: process.env.MAIL_FROM ?? '',
  }
}

/** Brings a town's file to the newest schema, and fills it where it is empty. */
export function fillTown(env) {
  runNode(['build/db/migrate.js'], { env })
  // What lies in the town's past was paid at the till: with a Stripe its bookings would wait for a card.
  runNode(['build/db/seed.js', '--if-empty'], { env: { ...env, STRIPE_KEY: '', STRIPE_WEBHOOK_SECRET: '' } })
}

/** Takes away everything that demo or development keep, their clock and mail too. */
export function forgetTown(folder) {
  rmSync(join(root, folder), { recursive: true, force: true })
}

/** Starts the stand-ins for Postmark, Stripe, Google and Facebook: how the server reaches them, and what stops them. */
export async function startStandIns(folder, env) {
  mkdirSync(join(root, folder), { recursive: true })
  // Stripe's pages have a port of their own beside the server's, so that whatever bars the way to them shows; so have those of log-in.
  const beside = (steps) => String(Number(port) + steps)
  const [postmark, stripe, oauth] = await Promise.all([
    startStandIn('postmark', ['--state', join(folder, 'postmark.jsonl')], env),
    startStandIn('stripe', ['--state', join(folder, 'stripe.db'), '--port', beside(1), '--app', server], env),
    startStandIn('oauth', ['--state', join(folder, 'oauth.jsonl'), '--port', beside(2), '--app', new URL(typed).origin], env),
  ])
  return {
    hosts: { POSTMARK_HOST: postmark.host, STRIPE_HOST: stripe.host, OAUTH_HOST: oauth.host },
    stop: () => {
      for (const standIn of [postmark, stripe, oauth]) standIn.stop()
    },
  }
}

async function startStandIn(name, args, env) {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', `tests/fakes/${name}/run.ts`, ...args, '--with-parent'],
    // A group of its own: Ctrl-C reaches the server first, which may still have mail to send.
    { cwd: root, env: { ...process.env, ...env }, stdio: ['pipe', 'pipe', 'inherit'], detached: true },
  )
  for await (const line of createInterface({ input: child.stdout })) return { host: new URL(line).host, stop: () => child.stdin.end() }
  // It ended without an address, and has said why.
  process.exit(1)
}

/** Runs the server until it ends or this script is told to; then lets it drain, stops what stands beside it, and ends. */
export function runServer(args, env, stopTheRest) {
  // Ctrl-C goes to a whole group of processes: in its own, the server is told to stop once, and not a second time, which would cut it off.
  const child = spawn(process.execPath, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env }, detached: true })
  void sayWhenOpen(env)
  let stopping = false
  const stop = () => {
    if (stopping) return
    stopping = true
    child.kill('SIGTERM')
    setTimeout(() => child.kill('SIGKILL'), secondsToDrain * 1000).unref()
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  child.on('exit', (code) => {
    stopTheRest()
    process.exit(stopping ? 0 : (code ?? 1))
  })
}

async function sayWhenOpen({ GUILDHALL_MODE }) {
  for (let tries = 0; tries < 300; tries++) {
    const answer = await fetch(`${server}/healthz`).catch(() => undefined)
    if (answer?.ok) return console.log(`Guildhall (${GUILDHALL_MODE}) is open at ${typed}; Ctrl-C closes it.`)
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}
