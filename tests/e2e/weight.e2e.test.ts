import { gunzipSync } from 'node:zlib'
import { get } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { serve, type House } from '../serving'

let house: House
beforeAll(async () => {
  house = await serve({ jobs: false })
})
afterAll(() => house?.stop())

const mostWithStyles = 30 * 1024
const most = 14 * 1024

const pages = [
  '/', '/search', '/search?q=cut', '/b/harbour-salon', '/b/harbour-salon/appointments/cut', '/b/harbour-salon/appointments/cut/times?from=2026-11-16',
  '/b/harbour-salon/appointments/cut/times?from=2026-11-16&staff=duarte-reis', '/b/harbour-salon/appointments/cut/also?also=beard-trim',
  '/b/harbour-salon/appointments/cut/times?from=2026-11-16&also=beard-trim&also=colour&together=yes', '/find-booking', '/log-in', '/register', '/help', '/privacy', '/accessibility', '/not-there',
]

test.each(pages)('%s comes within its weight on the first visit, and ships no script', async (path) => {
  const page = await compressed(path)
  const styles = [...page.text.matchAll(/<link[^>]*rel="stylesheet"[^>]*href="([^"]+)"|<link[^>]*href="([^"]+)"[^>]*rel="stylesheet"/g)].map(([, one, other]) => one ?? other ?? '')
  expect(styles.length, 'one style sheet').toBe(1)
  const sheet = await compressed(styles[0] ?? '')
  expect(page.bytes, `${path} alone`).toBeLessThanOrEqual(most)
  expect(page.bytes + sheet.bytes, `${path} with its style sheet`).toBeLessThanOrEqual(mostWithStyles)
  expect(page.text).not.toMatch(/<script[\s>]|\sstyle="|javascript:/)
})

/** What goes over the line, and what it says. */
function compressed(path: string): Promise<{ bytes: number; text: string }> {
  return new Promise((resolve, reject) => {
    get(`${house.url}${path}`, { headers: { 'Accept-Encoding': 'gzip' } }, (answer) => {
      const pieces: Buffer[] = []
      answer.on('data', (piece: Buffer) => pieces.push(piece))
      answer.on('end', () => {
        const body = Buffer.concat(pieces)
        resolve({ bytes: body.length, text: (answer.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body).toString() })
      })
    }).on('error', reject)
  })
}
