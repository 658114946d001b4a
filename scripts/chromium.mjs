// Finds a Chromium for the browser tests, or gets one. Prints its path.
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { install } from './install.mjs'
import { giveUp, succeeds } from './run.mjs'

const tenMinutes = 600_000

/** The path of a Chromium that starts: one that is there, else Playwright's own, else Debian's. Ends the script if there is none. */
export async function ensureChromium() {
  const found = (await findChromium()) ?? (await download()) ?? (await installFromDebian())
  return found ?? giveUp('No Chromium was found and none could be installed. Install one and say where it is in CHROMIUM_PATH.')
}

async function findChromium() {
  const named = process.env.CHROMIUM_PATH
  if (named) return starts(named) ? named : giveUp(`CHROMIUM_PATH is ${named}, but that does not start.`)
  return [...onPath(), await playwrightsOwn()].find(starts)
}

function onPath() {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
  const folders = (process.env.PATH ?? '').split(delimiter)
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).filter((path) => existsSync(path))
}

async function playwrightsOwn() {
  const { chromium } = await import('playwright-core')
  return chromium.executablePath()
}

async function download() {
  console.error('Downloading a Chromium for the browser tests …')
  succeeds('npx', ['--no-install', 'playwright-core', 'install', 'chromium'], { timeout: tenMinutes })
  return findChromium()
}

async function installFromDebian() {
  if (process.getuid?.() !== 0 || !onPathAtAll('apt-get')) return undefined
  console.error('Installing Debian’s Chromium for the browser tests …')
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  succeeds('apt-get', ['update'], { env, timeout: tenMinutes })
  succeeds('apt-get', ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-liberation'], { env, timeout: tenMinutes })
  return findChromium()
}

function onPathAtAll(program) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)))
}

function starts(path) {
  return Boolean(path) && existsSync(path) && succeeds(path, ['--version'], { quiet: true, timeout: 30_000 })
}

if (process.argv[1] === import.meta.filename) {
  install()
  console.log(await ensureChromium())
}
