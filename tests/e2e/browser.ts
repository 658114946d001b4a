import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { AxeResults } from 'axe-core'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { expect } from 'vitest'
import { root } from '../serving'

const flags = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
]
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const shots = join(root, 'tests', '.artifacts', 'shots')

/** Starts the Chromium that `npm test` found, or finds one. */
export async function launch(more: readonly string[] = []): Promise<Browser> {
  const executablePath = process.env.CHROMIUM_PATH ?? String(await (await import('../../scripts/chromium.mjs')).ensureChromium())
  return chromium.launch({ executablePath, args: [...flags, ...more] })
}

export interface Reader {
  readonly scripts: boolean
  readonly language?: string
}

/** A window of its own, with nobody's cookies. */
export async function openWindow(browser: Browser, origin: string, { scripts, language = 'en-GB' }: Reader): Promise<BrowserContext> {
  const window = await browser.newContext({ baseURL: origin, javaScriptEnabled: scripts, locale: language, viewport: { width: 1280, height: 900 } })
  window.setDefaultTimeout(8000)
  return window
}

const looks = [
  { name: 'desktop-light', width: 1280, height: 900, colorScheme: 'light' },
  { name: 'phone-dark', width: 390, height: 844, colorScheme: 'dark' },
] as const

/** Looks at a page as people do, on a desk in daylight and on a phone at night: axe finds nothing, and a picture is kept. */
export async function look(page: Page, name: string): Promise<void> {
  mkdirSync(shots, { recursive: true })
  for (const { name: how, width, height, colorScheme } of looks) {
    await page.setViewportSize({ width, height })
    await page.emulateMedia({ colorScheme })
    await page.screenshot({ path: join(shots, `${name}.${how}.png`), fullPage: true })
    expect(await findings(page), `${name}, ${how}`).toEqual([])
    expect(await overflows(page), `${name}, ${how}: wider than its window`).toBe(false)
  }
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.emulateMedia({ colorScheme: 'light' })
}

// Evaluated by the debugger, so the page's own policy stands as it is.
async function findings(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  const { violations } = await page.evaluate<AxeResults>('axe.run(document, { resultTypes: ["violations"] })')
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${help} at ${target.join(' ')} (${failureSummary?.replaceAll('\n', ' ') ?? ''})`))
}

function overflows(page: Page): Promise<boolean> {
  return page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth + 1')
}

/** A page that ships no script at all. */
export async function expectNoScript(page: Page): Promise<void> {
  expect(await page.content(), `${page.url()} ships a script`).not.toMatch(/<script[\s>]/)
}

/** Presses a button or follows a link that leads to another page, and waits until it is there. */
export async function go(page: Page, act: () => Promise<unknown>): Promise<void> {
  const loaded = page.waitForEvent('load')
  // Where the act itself fails, that is what is told.
  loaded.catch(() => undefined)
  await act()
  await loaded
}
