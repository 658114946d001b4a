import { afterAll, beforeAll, expect, test } from 'vitest'
import { sdkOf, deposit } from './fakes/stripe/stripe-under-test'
import { serve, townMorning, type House } from './serving'

let house: House
beforeAll(async () => {
  house = await serve({ jobs: false })
})
afterAll(() => house.stop())

test('a form of the house may lead to its payment pages, to its log-in providers and to no other place, and these pages keep its time', async () => {
  const { headers } = await fetch(house.url)
  const session = await sdkOf(house.stripe).checkout.sessions.create({ ...deposit, success_url: `${house.url}/`, cancel_url: `${house.url}/` })

  expect(/form-action ([^;]*)/.exec(headers.get('content-security-policy') ?? '')?.[1]).toBe(`'self' ${new URL(session.url ?? '').origin} ${house.oauth}`)
  expect(session.created * 1000).toBeGreaterThanOrEqual(townMorning - 1000)
  expect(session.created * 1000).toBeLessThan(townMorning + 600_000)
  const page = await fetch(session.url ?? '')
  expect(page.headers.get('content-security-policy')).toContain(`form-action 'self' ${house.url};`)
})
