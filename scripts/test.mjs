// npm test [-- --only=types,lint,architecture,words,build,unit,e2e,stripe]: everything a change must pass. Ends with "N passed, N failed".
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { install } from './install.mjs'
import { gather, giveUp, root, succeeds } from './run.mjs'
import { judgeRequests, recordRequests, requestsFile } from './test-stripe.mjs'

const architecture = ['depcruise', ['--config', '.dependency-cruiser.cjs', 'app', 'db', 'jobs', 'server', 'tests', 'scripts']]
const checks = {
  types: ['tsc', ['--noEmit']],
  lint: ['eslint', ['.', '--cache', '--cache-location', 'node_modules/.cache/eslint/']],
  architecture,
}
const browserTests = 'tests/e2e/**'
const report = join(root, 'tests', '.artifacts', 'vitest.json')
const total = { passed: 0, failed: 0 }

const only = process.argv.find((argument) => argument.startsWith('--only='))?.slice('--only='.length).split(',')
const known = [...Object.keys(checks), 'words', 'build', 'unit', 'e2e', 'stripe']
const stranger = only?.find((name) => !known.includes(name))
if (stranger) giveUp(`There is no step called “${stranger}”; there are ${known.join(', ')}.`)
const wanted = (name) => !only || only.includes(name)

install()
await staticChecks()
if (wanted('words')) await step('words', () => succeeds(process.execPath, ['scripts/words.mjs', '--check']))
if (wanted('build') || wanted('e2e') || wanted('unit')) await step('build', () => succeeds(process.execPath, ['scripts/build.mjs']))
let chromium
if (wanted('e2e')) await step('chromium', findChromium)
if (wanted('unit') || chromium) vitest()
else if (wanted('stripe')) await step('the stand-in for Stripe', recordRequests)
if (wanted('stripe')) await judge()
console.log(`${total.passed} passed, ${total.failed} failed`)
process.exit(total.failed > 0 ? 1 : 0)

/** Runs the checks that only read, two at a time. */
async function staticChecks() {
  const waiting = Object.entries(checks).filter(([name]) => wanted(name))
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [name, [tool, args]] = next
      await step(name, async () => {
        const { passed, said } = await gather(tool, args)
        if (!passed) console.log(said)
        return passed
      })
    }
  }
  await Promise.all([worker(), worker()])
}

async function step(name, work) {
  const start = performance.now()
  const passed = await work()
  total[passed ? 'passed' : 'failed'] += 1
  console.log(`${passed ? 'passed' : 'FAILED'}  ${name}  ${((performance.now() - start) / 1000).toFixed(1)} s`)
}

function findChromium() {
  const { status, stdout } = spawnSync(process.execPath, ['scripts/chromium.mjs'], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8' })
  if (status === 0) chromium = stdout.trim().split('\n').at(-1)
  return status === 0
}

function vitest() {
  const start = performance.now()
  const env = { STRIPE_REQUESTS_FILE: requestsFile, ...(chromium ? { CHROMIUM_PATH: chromium } : {}) }
  const which = !chromium ? ['--exclude', browserTests] : wanted('unit') ? [] : ['tests/e2e']
  mkdirSync(join(root, 'tests', '.artifacts'), { recursive: true })
  rmSync(report, { force: true })
  rmSync(requestsFile, { force: true })
  const args = ['--no-install', 'vitest', 'run', ...which, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const passed = succeeds('npx', args, { env: { ...env, NODE_ENV: 'test' } })
  const { numPassedTests, numFailedTests } = readReport()
  total.passed += numPassedTests
  // A file that cannot be loaded, or a fault outside any test, fails the run without failing a test.
  total.failed += passed ? 0 : Math.max(1, numFailedTests)
  console.log(`${passed ? 'passed' : 'FAILED'}  vitest  ${((performance.now() - start) / 1000).toFixed(1)} s`)
}

// What the whole suite has asked of the stand-in for Stripe is asked of Stripe's own stripe-mock too.
async function judge() {
  const start = performance.now()
  const { outcome, said } = await judgeRequests()
  if (outcome !== 'left out') total[outcome] += 1
  console.log(`${outcome === 'failed' ? 'FAILED' : outcome}  stripe-mock  ${((performance.now() - start) / 1000).toFixed(1)} s: ${said}`)
}

function readReport() {
  return existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : { numPassedTests: 0, numFailedTests: 0 }
}
