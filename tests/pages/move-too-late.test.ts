import { textContent } from 'domutils'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { serve, type House } from '../serving'
import { visitor, type Page } from '../visitor'

let house: House
beforeAll(async () => {
  house = await serve({ jobs: false })
})
afterAll(() => house.stop())

const stay = { to: '/b/old-harbour-house/real-estate/the-river-room/book?from=2027-05-03&to=2027-05-05', move: 'stay', fields: { from: '2027-05-10', to: '2027-05-12', adults: '2' } }

test('who still has the page open to move a stay that was cancelled meanwhile is told so, and led back to the booking', async () => {
  const ana = visitor(house.url)
  const booked = await ana.post(stay.to, { name: 'Ana Ferreira', email: 'ana@example.org', key: 'key-of-the-late-move', website: '', website_at: '1', checked: 'yes' })
  expect(booked.status).toBe(303)
  const [{ reference } = { reference: '' }] = house.rows<{ reference: string }>("SELECT reference FROM bookings WHERE key = 'key-of-the-late-move'")
  const link = new URL(booked.location ?? '', house.url)
  const at = (page: string) => `/bookings/${reference}/${page}?token=${link.searchParams.get('token') ?? ''}`
  expect((await ana.get(at(stay.move))).status).toBe(200)

  expect((await ana.post(at('cancellation'), {})).status).toBe(303)
  for (const page of [await ana.post(at(stay.move), stay.fields), await ana.get(at(stay.move))]) {
    expect([page.status, says(page)]).toEqual([409, expect.stringContaining('This booking was cancelled, so it cannot be moved.') as string])
    expect(page.html).toContain(`href="/bookings/${reference}`)
  }
})

function says(page: Page): string {
  return textContent(page.document)
}
