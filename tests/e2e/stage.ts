import type { Browser } from 'playwright-core'
import { expect } from 'vitest'
import { formatMoney } from '~/kernel/format'
import { serve, type House, type Serving } from '../serving'
import { expectNoScript, launch, look, openWindow } from './browser'
import type { Journey } from './customer-steps'
import { englishAmong, speaker, textsOf, wordsOf } from './words'

interface Walker {
  readonly scripts: boolean
  readonly email: string
  readonly language?: string
  /** Whether pictures are taken and axe is asked. */
  readonly looked?: boolean
  /** What the names of its pictures begin with. */
  readonly pictures?: string
}

/** A house and a browser for the journeys of one file. */
export interface Stage {
  readonly house: House
  readonly browser: Browser
  walk(walker: Walker, way: (journey: Journey) => Promise<void>): Promise<void>
  statusOf(reference: string): string | undefined
  close(): Promise<void>
}

/** Opens a house and a browser. Whoever opens them closes them. */
export async function openStage(serving: Serving = {}): Promise<Stage> {
  const house = await serve(serving)
  const browser = await launch()
  const statusOf = (reference: string) => house.rows<{ status: string }>('SELECT status FROM bookings WHERE reference = ?', reference)[0]?.status
  return {
    house,
    browser,
    statusOf,
    walk: (walker, way) => walk({ house, browser, statusOf }, walker, way),
    close: async () => {
      await browser.close()
      await house.stop()
    },
  }
}

// At every page: no script, nothing English in Portuguese, and once, with scripts, axe and pictures.
async function walk({ house, browser, statusOf }: Pick<Stage, 'house' | 'browser' | 'statusOf'>, { scripts, email, language = 'en-GB', looked = scripts, pictures = 'customer' }: Walker, way: (journey: Journey) => Promise<void>): Promise<void> {
  const window = await openWindow(browser, house.url, { scripts, language })
  const page = await window.newPage()
  const at = async (name: string) => {
    await expectNoScript(page)
    if (language.startsWith('pt')) expect.soft(englishAmong(await textsOf(page)), `${name} in Portuguese`).toEqual([])
    if (looked) await look(page, `${pictures}-${name}`)
  }
  try {
    await way({ house, page, say: speaker(language), money: (minor) => formatMoney(wordsOf(language).locale, minor, 'EUR').replaceAll(/\s/g, ' '), email, statusOf, at })
  } finally {
    await window.close()
  }
}
