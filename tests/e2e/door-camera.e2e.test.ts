import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { qrCode } from '~/platform/qr-code.server'
import { townPassword } from '../serving'
import { go, launch, openWindow } from './browser'
import { logIn, textOn } from './customer-steps'
import { openStage, type Stage } from './stage'
import { speaker } from './words'

let stage: Stage
const folder = mkdtempSync(join(tmpdir(), 'guildhall-camera-'))
beforeAll(async () => {
  stage = await openStage()
})
afterAll(async () => {
  await stage?.close()
  rmSync(folder, { recursive: true })
})

const desk = '/dashboard/granary-hall'

test('a ticket that is held before the camera is let in once, and not again while it is still there', async () => {
  const { reference, session, item } = coming()
  const camera = await cameraBefore(await ticketOf(reference))
  const browser = await launch(['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${camera}`])
  try {
    const window = await openWindow(browser, stage.house.url, { scripts: true })
    const page = await window.newPage()
    await logIn({ page, say: speaker('en') }, 'door@granary-hall.test', townPassword)
    await page.goto(`${desk}/door/${session}`)
    await go(page, () => page.getByRole('button', { name: 'Scan with the camera' }).click())
    expect(await textOn(page)).toContain('Let in:')
    expect(stage.house.rows('SELECT 1 FROM admissions WHERE item_id = ?', item)).toHaveLength(1)
    // The camera goes on by itself on the next page; the ticket that it still sees was read just now.
    await page.getByRole('button', { name: 'Stop the camera' }).click()
    await page.locator('video').waitFor({ state: 'hidden' })
    expect(await textOn(page)).toContain('Let in:')
  } finally {
    await browser.close()
  }
}, 120_000)

test('where there is no camera, the page says so and takes the code as ever', async () => {
  const window = await openWindow(stage.browser, stage.house.url, { scripts: true })
  const page = await window.newPage()
  await logIn({ page, say: speaker('en') }, 'door@granary-hall.test', townPassword)
  await page.goto(`${desk}/door/${coming().session}`)
  await page.getByRole('button', { name: 'Scan with the camera' }).click()
  await page.getByText('The camera does not start. Allow it in the browser, or type the code.').waitFor()
  expect(await page.getByLabel('Code of the ticket').isEditable()).toBe(true)
  await window.close()
}, 60_000)

/** A ticket of somebody who is expected and not in yet. */
function coming() {
  const [found] = stage.house.rows<{ reference: string; session: string; item: string }>(
    `SELECT b.reference, i.session_id AS session, i.id AS item FROM booking_items i JOIN bookings b ON b.id = i.booking_id JOIN businesses s ON s.id = b.business_id
     WHERE s.slug = 'granary-hall' AND b.status = 'confirmed' AND i.state = 'active' AND i.session_id IS NOT NULL
       AND NOT EXISTS (SELECT 1 FROM admissions a WHERE a.item_id = i.id) ORDER BY i.starts_at, i.id`,
  )
  if (!found) throw new Error('Nobody is expected')
  return found
}

/** The first code of a booking, as its desk shows it. */
async function ticketOf(reference: string): Promise<string> {
  const window = await openWindow(stage.browser, stage.house.url, { scripts: false })
  const page: Page = await window.newPage()
  await logIn({ page, say: speaker('en') }, 'owner@granary-hall.test', townPassword)
  await page.goto(`${desk}/bookings/${reference}/tickets`)
  const [code] = /[0-9A-Z]{5}-[0-9A-Z]{5}-[0-9A-Z]{5}/.exec(await textOn(page)) ?? []
  await window.close()
  if (!code) throw new Error(`No ticket of ${reference}`)
  return code
}

/** A film of one picture, as Chromium's stand-in for a camera plays it (YUV4MPEG2): the square of a ticket on a sheet of paper. */
async function cameraBefore(code: string): Promise<string> {
  const [width, height] = [640, 480]
  const { size, path } = qrCode(`${stage.house.url}/t/${code}`)
  const square = Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="400" height="400" shape-rendering="crispEdges"><path d="${path}"/></svg>`)
  const paper = sharp({ create: { width, height, channels: 3, background: 'white' } })
  const light = await paper.composite([{ input: await sharp(square).png().toBuffer() }]).greyscale().toColourspace('b-w').raw().toBuffer()
  const noColour = Buffer.alloc((width * height) / 2, 128)
  const file = join(folder, 'ticket.y4m')
  writeFileSync(file, Buffer.concat([Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420jpeg\nFRAME\n`), light, noColour]))
  return file
}
