import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chooseAtProvider } from '../fakes/oauth/choose'
import { serve, townPassword, type House } from '../serving'
import { formsOf, headingOf, visitor, type Page } from '../visitor'

const cookieOfMessage = /guildhall_message=/
const withProviders = ({ html }: Page) => /Continue with|Google|Facebook/.test(html)

describe('where the keys are set', () => {
  let house: House
  beforeAll(async () => {
    house = await serve({ jobs: false })
  })
  afterAll(() => house?.stop())

  const linked = () => house.rows('SELECT provider FROM provider_log_ins')

  test('a log-in that one person began to link is not linked to whoever logged in meanwhile, nor to nobody', async () => {
    const browser = visitor(house.url)
    await browser.post('/log-in', { email: 'ana@example.test', password: townPassword })
    const leave = () => browser.post('/account/log-ins/google', { present: townPassword })
    const first = await chooseAtProvider((await leave()).location ?? '', 'Nuno Novo')
    await browser.post('/log-out', {})
    expect((await browser.get(first)).location).toBe('/log-in')

    await browser.post('/log-in', { email: 'ana@example.test', password: townPassword })
    const second = await chooseAtProvider((await leave()).location ?? '', 'Nuno Novo')
    await browser.post('/log-in', { email: 'owner@harbour-salon.test', password: townPassword })
    const answer = await browser.get(second)
    expect(answer.location).toBe('/account/security')
    expect((await browser.follow(answer)).html).toContain('You are not logged in as who began to link this log-in.')
    expect(linked()).toEqual([])
  })

  test('linking asks for the present password, and nobody leaves without it', async () => {
    const ana = visitor(house.url)
    await ana.post('/log-in', { email: 'ana@example.test', password: townPassword })
    for (const body of [{}, { present: 'guessed' }]) expect((await ana.post('/account/log-ins/google', body)).status).toBe(422)
  })

  test('the way back leads to pages of ours only', async () => {
    for (const to of ['https://evil.test/', '//evil.test', '/\\evil.test']) {
      const ana = visitor(house.url)
      const back = await ana.get(await chooseAtProvider((await ana.post('/log-in/google', { to })).location ?? '', 'Ana Marques'))
      expect(back.location).toBe('/account')
    }
  })

  test('the return from a provider clears its cookie, is kept by nobody and names no code to the next page', async () => {
    const ana = visitor(house.url)
    const landing = await chooseAtProvider((await ana.post('/log-in/google', {})).location ?? '', 'Ana Marques')
    expect(ana.cookies()).toContain('guildhall_errand=')
    const { status, headers } = await ana.get(landing)
    expect([status, headers.get('Cache-Control'), headers.get('Referrer-Policy')]).toEqual([303, 'no-store', 'no-referrer'])
    expect(ana.cookies()).not.toContain('guildhall_errand=')
  })

  test('what nobody plays is refused with a sentence', async () => {
    const nobody = visitor(house.url)
    for (const answer of [await nobody.post('/log-in/github', {}), await nobody.get('/landings/oauth/github?code=1&state=2')]) {
      expect([answer.status, answer.location]).toEqual([303, '/log-in'])
      expect(answer.headers.getSetCookie().join()).toMatch(cookieOfMessage)
    }
    expect((await nobody.get('/log-in/github/refusal')).status).toBe(404)
  })
})

describe('where too many try', () => {
  let house: House
  beforeAll(async () => {
    house = await serve({ jobs: false, env: { RATE_LIMIT_FACTOR: '1', RATE_LIMITS: 'login=3/15m' } })
  })
  afterAll(() => house?.stop())

  test('beginning and returning count as tries to log in', async () => {
    const nobody = visitor(house.url)
    for (const _time of [1, 2]) expect((await nobody.post('/log-in/google', {})).status).toBe(303)
    expect((await nobody.get('/landings/oauth/google?code=1&state=2')).status).toBe(303)
    expect((await nobody.post('/log-in/google', {})).status).toBe(429)
    const answer = await nobody.get('/landings/oauth/google?code=1&state=2')
    expect((await nobody.follow(answer)).html).toContain('Somebody tried to log in too often from where you are.')
  })
})

describe('where no keys are set', () => {
  let house: House
  beforeAll(async () => {
    house = await serve({ jobs: false, env: { GOOGLE_CLIENT_ID: '', GOOGLE_CLIENT_SECRET: '', FACEBOOK_CLIENT_ID: '', FACEBOOK_CLIENT_SECRET: '' } })
  })
  afterAll(() => house?.stop())

  test('nothing is offered, and no form may lead there', async () => {
    const ana = visitor(house.url)
    const pages = [await ana.get('/log-in'), await ana.get('/register')]
    await ana.post('/log-in', { email: 'ana@example.test', password: townPassword })
    pages.push(await ana.get('/account/security'))
    expect(pages.map(withProviders)).toEqual([false, false, false])
    expect(pages.map(headingOf)).toEqual(['Log in', 'Open an account', 'Security'])
    expect(pages[0]?.headers.get('Content-Security-Policy')).not.toContain(house.oauth)
    expect(pages.flatMap(formsOf).filter(({ action }) => action.startsWith('/log-in/'))).toEqual([])
    for (const path of ['/log-in/google', '/account/log-ins/google']) expect((await ana.post(path, {})).location).toMatch(/^\/(log-in|account\/security)$/)
    expect((await ana.get('/account/log-ins/google')).status).toBe(404)
  })
})
