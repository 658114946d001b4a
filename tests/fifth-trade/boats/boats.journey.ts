import { afterAll, beforeAll, expect, test } from 'vitest'
import { serve, type House } from '../../../tests/serving'
import { visitor, type Visitor } from '../../../tests/visitor'

let house: House
let owner: Visitor
const desk = '/dashboard/harbour-salon'

beforeAll(async () => {
  house = await serve()
  owner = visitor(house.url)
  const page = await owner.get('/log-in')
  await owner.send(page, 'log-in', { email: 'owner@harbour-salon.test', password: 'guildhall-demo' })
})
afterAll(() => house.stop())

const reads = async (who: Visitor, path: string) => {
  const page = await who.get(path)
  expect(page.status, path).toBe(200)
  return page.html
}

test('a fifth trade is found everywhere once it is switched on', async () => {
  expect(await reads(owner, `${desk}/overview`)).not.toContain('Fleet')
  const switchboard = await owner.get(`${desk}/settings/domains`)
  expect(switchboard.html).toContain('Boats are hired by the hour.')
  const enabled = [...house.rows<{ domain: string }>("SELECT domain FROM business_domains WHERE business_id = (SELECT id FROM businesses WHERE slug = 'harbour-salon') AND disabled_at IS NULL").map(({ domain }) => domain), 'boats']
  expect((await owner.post(`${desk}/settings/domains`, { enabled, defaultDomain: 'appointments' })).status).toBe(303)
  expect(await reads(owner, `${desk}/overview`)).toContain('Fleet')

  await owner.send(await owner.get(`${desk}/boats/fleet/new`), 'boat', { title: 'Gaivota' })
  const [boat] = house.rows<{ id: string }>("SELECT id FROM listings WHERE domain = 'boats'")
  expect(await reads(owner, `${desk}/listings`)).toContain('Gaivota')
  expect(await reads(owner, `${desk}/listings?domain=boats`)).toContain('Gaivota')
  await owner.send(await owner.get(`${desk}/boats/fleet/${boat?.id}`), 'publish')

  const customer = visitor(house.url)
  expect(await reads(customer, '/b/harbour-salon')).toContain('Gaivota')
  expect(await reads(customer, '/search?q=gaivota')).toContain('Gaivota')
  expect(await reads(customer, '/search?domain=boats')).toContain('Gaivota')
  const when = '2026-11-05T10:00Z'
  const form = await customer.get(`/b/harbour-salon/boats/gaivota/book?start=${when}`)
  const check = await customer.send(form, 'details', { name: 'Gil Barqueiro', email: 'gil@example.test' })
  const booked = await customer.send(check, 'check')
  expect(booked.status).toBe(303)
  expect(await reads(customer, booked.location ?? '')).toContain('Gaivota')
  const again = await customer.send(await customer.get(`/b/harbour-salon/boats/gaivota/book?start=${when}`), 'details', { name: 'Eva', email: 'eva@example.test' })
  expect((await customer.send(again, 'check')).status, 'nothing is hired twice').toBe(409)

  expect(await reads(owner, `${desk}/bookings?domain=boats`)).toContain('Gil Barqueiro')
  for (const view of ['day', 'week', 'month', 'agenda']) expect(await reads(owner, `${desk}/calendar?view=${view}&date=2026-11-05`), view).toContain('Gaivota')
  expect(await reads(owner, `${desk}/analytics?domain=boats`)).toContain('Boats')
})

test('and hidden once it is switched off, with its bookings where they were', async () => {
  const enabled = house
    .rows<{ domain: string }>("SELECT domain FROM business_domains WHERE business_id = (SELECT id FROM businesses WHERE slug = 'harbour-salon') AND disabled_at IS NULL AND domain <> 'boats'")
    .map(({ domain }) => domain)
  expect((await owner.post(`${desk}/settings/domains`, { enabled, defaultDomain: 'appointments' })).status).toBe(303)
  expect(await reads(owner, `${desk}/overview`)).not.toContain('Fleet')
  const stranger = visitor(house.url)
  expect(await reads(stranger, '/b/harbour-salon')).not.toContain('Gaivota')
  expect((await stranger.get('/b/harbour-salon/boats/gaivota')).status).toBe(404)
  expect(await reads(stranger, '/search?q=gaivota')).not.toContain('Gaivota')
  expect(await reads(owner, `${desk}/bookings?from=2026-11-05&to=2026-11-05`)).toContain('Gil Barqueiro')
})
