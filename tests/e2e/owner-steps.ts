import type { Page } from 'playwright-core'
import { townPassword } from '../serving'
import { openWindow } from './browser'
import { logIn } from './customer-steps'
import type { Stage } from './stage'
import { speaker } from './words'

/** The owner of the salon opens a page of its desk in a window of their own, and does something there. */
export async function asOwner({ browser, house }: Stage, { scripts, path }: { scripts: boolean; path: string }, act: (page: Page) => Promise<void>): Promise<void> {
  const window = await openWindow(browser, house.url, { scripts })
  const page = await window.newPage()
  try {
    await page.goto(`/dashboard/harbour-salon/${path}`)
    await logIn({ page, say: speaker('en') }, 'owner@harbour-salon.test', townPassword)
    await act(page)
  } finally {
    await window.close()
  }
}
