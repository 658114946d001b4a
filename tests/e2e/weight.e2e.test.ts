import { gunzipSync } from 'node:zlib'
import { request } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Books } from '../fakes/stripe/control'
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
  await expectLight(path, await compressed(path))
})

// They are no address that anybody may open: one is the answer to a form, the other is one customer's.
test('so do the check before a payment, and the booking that waits for it', async () => {
  const path = '/b/harbour-salon/appointments/wedding/book?start=2026-12-16T10:00Z'
  const [place] = house.rows<{ id: string }>("SELECT q.id FROM questions q JOIN listings l ON l.id = q.listing_id WHERE l.slug = 'wedding'")
  const typed = { name: 'Rosa Lima', email: 'rosa@example.test', [`answer-${place?.id}`]: 'In Sintra', key: 'key-of-the-weight', website: '', website_at: '1' }
  const check = await compressed(path, new URLSearchParams(typed))
  expect(check.text).toContain('Pay €240.00 and book')
  await expectLight('the check', check)
  await compressed(path, new URLSearchParams({ ...typed, checked: 'yes' }))
  const { sessions } = (await (await fetch(`${house.stripe}/__books`)).json()) as Books
  const back = new URL(sessions[0]?.cancel_url ?? '')
  const held = await compressed(back.pathname + back.search)
  expect(held.text).toContain('Waiting for your payment')
  await expectLight('the booking', held)
})

async function expectLight(name: string, page: Sent): Promise<void> {
  const styles = [...page.text.matchAll(/<link[^>]*rel="stylesheet"[^>]*href="([^"]+)"|<link[^>]*href="([^"]+)"[^>]*rel="stylesheet"/g)].map(([, one, other]) => one ?? other ?? '')
  expect(styles.length, 'one style sheet').toBe(1)
  const sheet = await compressed(styles[0] ?? '')
  expect(page.bytes, `${name} alone`).toBeLessThanOrEqual(most)
  expect(page.bytes + sheet.bytes, `${name} with its style sheet`).toBeLessThanOrEqual(mostWithStyles)
  expect(page.text).not.toMatch(/<script[\s>]|\sstyle="|javascript:/)
}

interface Sent {
  readonly bytes: number
  readonly text: string
}

/** What goes over the line, and what it says; to a form where there is one. */
function compressed(path: string, form?: URLSearchParams): Promise<Sent> {
  return new Promise((resolve, reject) => {
    const headers = { 'Accept-Encoding': 'gzip', ...(form && { 'Content-Type': 'application/x-www-form-urlencoded' }) }
    request(`${house.url}${path}`, { method: form ? 'POST' : 'GET', headers }, (answer) => {
      const pieces: Buffer[] = []
      answer.on('data', (piece: Buffer) => pieces.push(piece))
      answer.on('end', () => {
        const body = Buffer.concat(pieces)
        resolve({ bytes: body.length, text: (answer.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body).toString() })
      })
    })
      .on('error', reject)
      .end(form?.toString())
  })
}
