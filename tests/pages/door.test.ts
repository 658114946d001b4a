import { textContent } from 'domutils'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hour } from '~/kernel/time'
import { serve, townCopy, townMorning, townPassword, type House } from '../serving'
import { formOf, headingOf, visitor, type Page, type Visitor } from '../visitor'
import { eveningIn, type Evening } from '../world/evening'

let houses: readonly [House, House]
let phones: readonly [Visitor, Visitor]
let evening: Evening
let door: string

// Two processes on one file, as two phones at one door may meet them.
beforeAll(async () => {
  const database = townCopy()
  evening = eveningIn(database, townMorning + 2 * hour, 3)
  houses = [await serve({ database, jobs: false }), await serve({ database, jobs: false })]
  phones = [visitor(houses[0].url), visitor(houses[1].url)]
  await phones[0].post('/log-in', { email: 'owner@harbour-salon.test', password: townPassword })
  await phones[1].post('/log-in', { email: 'manager@harbour-salon.test', password: townPassword })
  door = `/dashboard/harbour-salon/door/${evening.sessionId}`
})
afterAll(() => Promise.all((houses ?? []).map((house) => house.stop())))

test('today’s dates lead to their doors, and a door needs no script', async () => {
  const list = await phones[0].get('/dashboard/harbour-salon/door')
  expect(says(list)).toContain('An evening of fado')
  const page = await phones[0].get(door)
  expect(says(page)).toContain('0 of 3 in')
  expect(page.headers.get('Permissions-Policy')).toContain('camera=(self)')
  expect((await phones[0].get('/dashboard/harbour-salon/overview')).headers.get('Permissions-Policy')).toContain('camera=()')
})

test('of two phones with the same ticket within a second one is let in, and the other is told when and by whom', async () => {
  const single = { code: evening.code, count: '3' }
  const answers = await Promise.all(phones.flatMap((phone) => [phone.post(door, single), phone.post(door, single), phone.post(door, single)]))
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 409, 409, 409, 409, 409])
  for (const refused of answers.filter(({ status }) => status === 409)) {
    expect(says(refused)).toContain('Not let in: Already let in')
    expect(says(refused)).toMatch(/came in on .* let in by /)
  }
  const [entered] = answers.filter(({ status }) => status === 303)
  if (!entered) throw new Error('nobody')
  expect(says(await phones[0].follow(entered))).toContain('Let in:')
  expect(houses[0].rows('SELECT count(*) AS people, count(DISTINCT act_id) AS acts FROM admissions WHERE undone_at IS NULL')).toEqual([{ people: 3, acts: 1 }])
})

test('what was let in by mistake is undone, and comes in again by name', async () => {
  const [{ actId } = { actId: '' }] = houses[0].rows<{ actId: string }>('SELECT act_id AS actId FROM admissions WHERE undone_at IS NULL')
  const asks = await phones[0].get(`${door}/admissions/${actId}/undoing`)
  expect(headingOf(asks)).toBe('Let in by mistake?')
  expect(says(await phones[0].follow(await phones[0].send(asks, 'undo')))).toContain('0 of 3 in')
  const [{ name } = { name: '' }] = houses[0].rows<{ name: string }>('SELECT contact_name AS name FROM bookings WHERE reference = ?', evening.reference)
  const found = await phones[1].get(`${door}?q=${encodeURIComponent(name.slice(0, 4))}`)
  expect(says(found)).toContain(evening.reference)
  expect((await phones[1].post(door, { item: evening.itemId, count: '1', door: 'North' })).status).toBe(303)
  expect(says(await phones[1].get(door))).toContain('1 of 3 in')
})

test('what is no code is said beside what was typed, and nothing typed is lost', async () => {
  const page = await phones[0].get(door)
  const empty = await phones[0].send(page, 'admit', { code: '' })
  expect(empty.status).toBe(422)
  expect(says(empty)).toContain('Type or scan the code of a ticket')
  const wrong = await phones[0].send(page, 'admit', { code: '22222 22222 22222' })
  expect(formOf(wrong, 'admit').fields).toMatchObject({ code: '22222 22222 22222' })
  expect(wrong.status).toBe(422)
  expect(says(wrong)).toContain('We know no such ticket')
})

test('the customer has the ticket as a page and a file; the square’s address tells strangers nothing, and leads who works there to the door', async () => {
  const ana = visitor(houses[0].url)
  const { linkVersion, id } = houses[0].rows<{ linkVersion: number; id: string }>('SELECT link_version AS linkVersion, id FROM bookings WHERE reference = ?', evening.reference)[0] ?? { linkVersion: 0, id: '' }
  const { managePath } = await import('~/core/bookings/index.server')
  const booking = await ana.get(managePath({ id, reference: evening.reference, linkVersion }))
  expect(says(booking)).toContain('Your ticket')
  const tickets = await ana.get(booking.path.replace('?', '/tickets?'))
  expect(says(tickets)).toContain(evening.code)
  expect(tickets.html).not.toContain('<script')
  const file = await fetch(houses[0].url + booking.path.replace('?', '/tickets.pdf?'))
  expect([file.headers.get('Content-Type'), (await file.text()).slice(0, 5)]).toEqual(['application/pdf', '%PDF-'])
  const stranger = says(await ana.get(`/t/${evening.code}`))
  expect(stranger).toEqual(says(await ana.get('/t/22222-22222-22222')))
  expect(says(await phones[1].get(`/t/${evening.code}`))).toContain('Go to its door')
})

/** Everything that a page says, in one line. */
function says({ document }: Page): string {
  return textContent(document).replaceAll(/\s+/g, ' ')
}
