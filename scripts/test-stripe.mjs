// npm run test:stripe: every distinct request that the tests send to the stand-in for Stripe is sent to Stripe's own stripe-mock too,
// which judges parameters by Stripe's published specification. Part of `npm test` wherever Go is there; always in CI.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { install } from './install.mjs'
import { root, succeeds } from './run.mjs'

const version = 'v0.203.0'
const tenMinutes = 600_000
const folder = join(root, 'node_modules', '.cache', `stripe-mock-${version}`)
const program = join(folder, process.platform === 'win32' ? 'stripe-mock.exe' : 'stripe-mock')

/** Where the stand-in notes what it is asked, one JSON line for each distinct request. */
export const requestsFile = join(root, 'tests', '.artifacts', 'stripe-requests.jsonl')

/** Runs the tests of the stand-in and of the adapter, so that there is something to judge; true if they pass. */
export function recordRequests() {
  mkdirSync(join(root, 'tests', '.artifacts'), { recursive: true })
  rmSync(requestsFile, { force: true })
  return succeeds('npx', ['--no-install', 'vitest', 'run', 'tests/fakes/stripe'], { env: { NODE_ENV: 'test', STRIPE_REQUESTS_FILE: requestsFile } })
}

/** Sends what was noted to stripe-mock: `passed`, `failed` or `left out`, and a sentence. */
export async function judgeRequests() {
  const missing = haveStripeMock()
  if (missing) return process.env.CI ? { outcome: 'failed', said: missing } : { outcome: 'left out', said: missing }
  const requests = existsSync(requestsFile) ? readFileSync(requestsFile, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line)) : []
  if (requests.length === 0) return { outcome: 'failed', said: 'the tests sent nothing to the stand-in for Stripe.' }
  const mock = await startStripeMock()
  if (!mock) return { outcome: 'failed', said: 'stripe-mock did not start.' }
  try {
    const refused = []
    for (const request of requests) refused.push(...(await send(mock.url, request)))
    for (const sentence of refused) console.log(sentence)
    return refused.length > 0
      ? { outcome: 'failed', said: `${refused.length} of ${requests.length} distinct requests were refused.` }
      : { outcome: 'passed', said: `${requests.length} distinct requests were accepted.` }
  } finally {
    mock.stop()
  }
}

// Answers why there is none, or nothing.
function haveStripeMock() {
  if (existsSync(program)) return undefined
  if (spawnSync('go', ['version'], { stdio: 'ignore' }).status !== 0) return 'Go is not here, and stripe-mock needs it.'
  console.log(`Installing stripe-mock ${version} …`)
  const { status, stderr } = spawnSync('go', ['install', `github.com/stripe/stripe-mock@${version}`], {
    env: { ...process.env, GOBIN: folder },
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    timeout: tenMinutes,
  })
  return status === 0 && existsSync(program) ? undefined : `Go could not install stripe-mock (${stderr?.trim().split('\n').at(-1) || 'no reason given'}).`
}

// Told no addresses it would listen on every one that this machine has.
async function startStripeMock() {
  const [http, https] = [await freePort(), await freePort()]
  const child = spawn(program, ['-http-addr', `127.0.0.1:${http}`, '-https-addr', `127.0.0.1:${https}`], { stdio: 'ignore' })
  const end = () => child.kill('SIGKILL')
  process.once('exit', end)
  const url = `http://127.0.0.1:${http}`
  for (let tries = 0; tries < 300 && child.exitCode === null; tries++) {
    if (await fetch(url).catch(() => undefined)) return { url, stop: end }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  end()
  return undefined
}

async function send(url, { shape, method, path, body }) {
  const answer = await fetch(url + path, {
    method,
    headers: { Authorization: 'Bearer sk_test_123', ...(method === 'POST' ? { 'Content-Type': 'application/x-www-form-urlencoded' } : {}) },
    ...(method === 'POST' ? { body } : {}),
  })
  const said = await answer.text()
  return answer.ok ? [] : [`stripe-mock refuses ${shape}\n  with ${answer.status}: ${messageOf(said)}`]
}

function messageOf(said) {
  try {
    return JSON.parse(said).error.message
  } catch {
    return said
  }
}

async function freePort() {
  const probe = createServer()
  await new Promise((resolve, reject) => probe.once('error', reject).listen(0, '127.0.0.1', resolve))
  const { port } = probe.address()
  await new Promise((resolve) => probe.close(resolve))
  return port
}

if (process.argv[1] === import.meta.filename) {
  install()
  const recorded = recordRequests()
  const { outcome, said } = await judgeRequests()
  console.log(`${outcome}: ${said}`)
  process.exit(recorded && outcome !== 'failed' ? 0 : 1)
}
