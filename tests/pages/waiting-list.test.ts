import { textContent } from 'domutils'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { joinPath } from '~/core/waiting-list/index'
import { endOffers } from '~/core/waiting-list/index.server'
import { day } from '~/kernel/time'
import { closeDatabase, openDatabase } from '~/platform/database.server'
import { raceMorning } from '../race/house'
import { RaceClock } from '../race/race-clock'
import { serve, type House } from '../serving'
import { formOf, headingOf, visitor, type Page, type Visitor } from '../visitor'
import { soldOutConcert, type SoldOut } from '../world/sold-out'

let hall: SoldOut
let clock: RaceClock
let house: House
let owner: Visitor
let walkUp: Visitor
let walkUps = 0
/** Of each who waits, the page that the mail leads to. */
const places: Record<string, string> = {}

// Two orders of two: each that is called off makes room for one of those who wait.
beforeAll(async () => {
  hall = soldOutConcert([2, 2])
  clock = new RaceClock(hall.database, raceMorning)
  await opens()
})
afterAll(() => house?.stop())

async function opens(): Promise<void> {
  house = await serve({ database: hall.database, env: clock.env })
  owner = visitor(house.url, hall.shop.ownerCookie)
  walkUp = visitor(house.url)
}

const joining = () => joinPath(hall.shop.slug, hall.event.sessionId, [{ session: hall.event.sessionId, ticket: hall.event.ticketIds[0], code: null, shownMinor: null }])
const tickets = (count: number) => `/b/${hall.shop.slug}/events/${hall.event.slug}/book?${new URLSearchParams({ date: hall.event.sessionId, [`n-${hall.event.ticketIds[0]}`]: String(count) })}`
const emailOf = (name: string) => `${name.toLowerCase()}@quay.test`
const statusOf = (name: string) => house.rows<{ status: string }>('SELECT status FROM waiting_entries WHERE contact_email = ? ORDER BY rowid DESC', emailOf(name))[0]?.status
const linkIn = (text: string) => /\/b\/\S+\/waiting-list\/entries\/\S+/.exec(text)?.[0] ?? ''

async function isSoldOut(): Promise<void> {
  expect(says(await walkUp.get(`/b/${hall.shop.slug}/events/${hall.event.slug}?date=${hall.event.sessionId}`))).toContain('Sold out')
  const answer = await walkUp.post(tickets(1), { name: 'Walter', email: 'walter@quay.test', key: `walk-up-${(walkUps += 1)}`, checked: 'yes', website: '', website_at: '1' })
  expect([answer.status, says(answer)]).toEqual([409, expect.stringContaining('sold out') as string])
  expect(says(answer)).toContain('Join the waiting list')
}

test('who joins types everything once, and is led to their place in the line', async () => {
  await isSoldOut()
  const page = await walkUp.get(joining())
  expect(headingOf(page)).toBe('Join the waiting list')
  expect(page.html).not.toContain('<script')
  const wrong = await walkUp.send(page, 'join', { name: '', email: 'carla', count: '2' })
  expect(wrong.status).toBe(422)
  expect(formOf(wrong, 'join').fields).toMatchObject({ name: '', email: 'carla', count: '2' })
  for (const [nth, name] of ['Carla', 'Dora', 'Emil'].entries()) {
    const joined = await walkUp.follow(await visitor(house.url).send(page, 'join', { name, email: emailOf(name), count: '2' }))
    expect(says(joined)).toContain('You are on the waiting list')
    expect(says(joined)).toContain(nth === 0 ? 'Nobody is before you.' : nth === 1 ? '1 entry is before yours.' : '2 entries are before yours.')
    places[name] = linkIn((await house.mail(emailOf(name), /^On the waiting list: Concert/)).TextBody ?? '')
  }
  const list = await owner.get(`/dashboard/${hall.shop.slug}/waiting-list/${hall.event.sessionId}`)
  expect(says(list)).toMatch(/Carla.*2 × Concert.*Dora.*Emil/)
})

test('nobody waits for what is not for sale, and no link opens another’s place', async () => {
  expect((await walkUp.get(`${joining().split('?')[0]}?choice=nonsense`)).status).toBe(404)
  const [carla = '', dora = ''] = [places.Carla, places.Dora]
  expect((await walkUp.get(`${carla.split('?')[0]}?${dora.split('?')[1]}`)).status).toBe(404)
  expect((await walkUp.get(carla.split('?')[0] ?? '')).status).toBe(404)
})

test('what becomes free is kept for the first in line, while walk-ups see it sold out', async () => {
  await callOff(hall.orders[0] ?? '')
  const mail = await house.mail(emailOf('Carla'), /^Yours until/)
  expect(linkIn(mail.TextBody ?? '')).toBe(places.Carla)
  expect([statusOf('Carla'), statusOf('Dora')]).toEqual(['offered', 'waiting'])
  await isSoldOut()
})

test('the offer is accepted through the form: a mistake keeps what was typed, then the places are held until they are paid', async () => {
  const carla = visitor(house.url)
  const offer = await carla.get(places.Carla ?? '')
  expect(says(offer)).toContain('Kept for you until')
  const wrong = await carla.send(offer, 'details', { name: '', phone: '+351 910 000 000' })
  expect(wrong.status).toBe(422)
  expect(formOf(wrong, 'details').fields).toMatchObject({ name: '', phone: '+351 910 000 000' })
  const check = await carla.send(wrong, 'details', { name: 'Carla Dias', 'attendee-0-name': 'Carla', 'attendee-1-name': 'Dino' })
  expect(says(check)).toContain('€40.00')
  const sent = await carla.send(check, 'check')
  expect(sent.location).toMatch(new RegExp(`^${house.stripe}/c/pay/`))
  expect(house.rows('SELECT b.status, count(*) AS items FROM bookings b JOIN booking_items i ON i.booking_id = b.id JOIN waiting_entries w ON w.booking_id = b.id WHERE w.contact_email = ? GROUP BY b.id', emailOf('Carla'))).toEqual([{ status: 'held', items: 2 }])
  expect(house.rows('SELECT attendee_name AS name FROM booking_items i JOIN waiting_entries w ON w.booking_id = i.booking_id WHERE w.contact_email = ? ORDER BY i.position', emailOf('Carla'))).toEqual([{ name: 'Carla' }, { name: 'Dino' }])
  expect(statusOf('Carla')).toBe('taken')
  // The same form again is the same booking.
  expect((await carla.send(check, 'check')).location).toBe(sent.location)
  const paid = await fetch(sent.location ?? '', { method: 'POST', redirect: 'manual', body: new URLSearchParams({ do: 'pay' }) })
  const landing = new URL(paid.headers.get('Location') ?? '')
  expect(says(await carla.follow(await carla.get(landing.pathname + landing.search)))).toContain('Your payment has arrived.')
  expect(says(await carla.get(places.Carla ?? ''))).toContain('You have accepted')
})

test('who declines hands the places on at once, and the next is asked', async () => {
  await callOff(hall.orders[1] ?? '')
  await house.mail(emailOf('Dora'), /^Yours until/)
  const dora = visitor(house.url)
  const asks = await dora.get((places.Dora ?? '').replace('?', '/leaving?'))
  expect(headingOf(asks)).toBe('Decline these places?')
  const left = await dora.follow(await dora.send(asks, 'leave'))
  expect(says(left)).toContain('You have declined')
  expect([statusOf('Dora'), statusOf('Emil')]).toEqual(['declined', 'offered'])
  await house.mail(emailOf('Emil'), /^Yours until/)
  expect((await dora.post(asks.path, {})).status).toBe(404)
  await isSoldOut()
})

test('an offer that runs out opens nothing any more, and goes to the next', async () => {
  const flora = await visitor(house.url).send(await walkUp.get(joining()), 'join', { name: 'Flora', email: emailOf('Flora'), count: '2' })
  expect(flora.status).toBe(303)
  const emil = visitor(house.url)
  const offer = await emil.get(places.Emil ?? '')
  await house.stop()
  clock.jump(2 * day)
  await opens()
  // Whether or not a job has seen it.
  const late = await visitor(house.url).post(offer.path, { ...formOf(offer, 'details').fields, checked: 'yes' })
  expect([late.status, says(late)]).toEqual([409, expect.stringContaining('Your offer has run out') as string])
  // What a job does each minute.
  openDatabase(hall.database)
  expect(endOffers({ now: clock.now(), atMost: 10 })).toBe(1)
  closeDatabase()
  await house.mail(emailOf('Emil'), /^No longer kept/)
  await house.mail(emailOf('Flora'), /^Yours until/)
  expect([statusOf('Emil'), statusOf('Flora')]).toEqual(['lapsed', 'offered'])
  await isSoldOut()
})

test('the date is called off: who is asked and who waits are told, and their pages say so', async () => {
  const gina = await visitor(house.url).send(await walkUp.get(joining()), 'join', { name: 'Gina', email: emailOf('Gina'), count: '1' })
  expect(gina.status).toBe(303)
  const cancelled = await owner.post(`/dashboard/${hall.shop.slug}/events/${hall.event.listingId}/cancellation`, { reason: 'The roof leaks' })
  expect(cancelled.status).toBe(303)
  for (const name of ['Flora', 'Gina']) expect((await house.mail(emailOf(name), /^Called off: Concert/)).TextBody).toContain('The roof leaks')
  expect([statusOf('Flora'), statusOf('Gina')]).toEqual(['over', 'over'])
})

/** The owner calls an order off at the desk. */
async function callOff(reference: string): Promise<void> {
  const page = await owner.get(`/dashboard/${hall.shop.slug}/bookings/${reference}/cancellation`)
  expect((await owner.send(page, 'act', { reason: 'They cannot come' })).status).toBe(303)
}

/** Everything that a page says, in one line. */
function says({ document }: Page): string {
  return textContent(document).replaceAll(/\s+/g, ' ')
}
