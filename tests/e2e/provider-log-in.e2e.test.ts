import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { townPassword } from '../serving'
import { expectNoScript, go } from './browser'
import { headingOn, type Journey } from './customer-steps'
import { openStage, type Stage } from './stage'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage?.close())

const patience = 90_000
const pictures = 'provider'
const ways = [
  { how: 'without JavaScript', scripts: false, language: 'en-GB', newcomer: 'Nuno Novo', email: 'nuno.novo@example.test' },
  { how: 'with JavaScript', scripts: true, language: 'en-GB', newcomer: 'Nina Nova', email: 'nina.nova@example.test' },
]

describe.each(ways)('$how', ({ newcomer, ...walker }) => {
  test('somebody who is new comes by Google to the page they wanted, and has one way in', async () => {
    await stage.walk({ ...walker, pictures }, (journey) => newcomerComes(journey, newcomer))
  }, patience)

  test('somebody who is known is let in by their address, takes the log-in away, and links it again from inside', async () => {
    await stage.walk({ ...walker, email: 'ana@example.test', pictures }, knownCustomer)
  }, patience)

  test('who changes their mind at the provider is told so; what was used or begun elsewhere is refused', async () => {
    await stage.walk({ ...walker, looked: false }, (journey) => wrongTurns(journey, newcomer))
  }, patience)
})

test('in Portuguese somebody comes by Facebook, whose word on an address is not enough', async () => {
  await stage.walk({ scripts: true, language: 'pt-PT', email: 'ugo.unproven@example.test', pictures: 'provider-pt' }, async (journey) => {
    const { page, say, at, house, email } = journey
    await page.goto('/register')
    await at('register')
    await chooseAtProvider(journey, 'Facebook', 'Ugo Unproven')
    expect(await said(journey)).toBe(say('Your account is open. {provider} does not say whether the address is yours: open the link in the mail we have sent you.', { provider: 'Facebook' }))
    expect(await house.mail(email, new RegExp(say('Confirm your e-mail address')))).toBeTruthy()
    await logOut(journey)
    await page.goto('/log-in')
    await chooseAtProvider(journey, 'Google', 'Ugo Unproven')
    expect(await headingOn(page)).toBe(say('{provider} did not let you in', { provider: 'Google' }))
    await at('unproven')
    await page.goto('/log-in')
    await chooseAtProvider(journey, 'Facebook', 'Ana Marques')
    expect(await page.textContent('main')).toContain(say('An account here goes by the same e-mail address, but nobody has shown yet that both are the same person’s.'))
    await at('not-linked')
  })
}, patience)

async function newcomerComes(journey: Journey, name: string): Promise<void> {
  const { page, say, at, house, email } = journey
  await page.goto('/account/bookings')
  expect(new URL(page.url()).pathname).toBe('/log-in')
  await at('log-in')
  await press(journey, say('Continue with {provider}', { provider: 'Google' }))
  await at('stand-in')
  await press(journey, new RegExp(`^${name}`))
  expect(new URL(page.url()).pathname).toBe('/account/bookings')
  expect(await said(journey)).toBe(say('Your account is open. From now on you log in with {provider}.', { provider: 'Google' }))
  expect(house.rows('SELECT name, password_hash, email_verified_at IS NOT NULL AS verified FROM users WHERE email = ?', email)).toEqual([{ name, password_hash: null, verified: 1 }])

  await page.goto('/account/security')
  await at('security-one-way')
  await follow(journey, say('Take it away'))
  expect(await page.textContent('main')).toContain(say('{provider} is the only way into your account. Choose a password first: we send you a link for it.', { provider: 'Google' }))
  await at('only-way')
  await page.goto('/account/password')
  expect(await headingOn(page)).toBe(say('Your account has no password'))
  await at('no-password')
  await logOut(journey)
  await page.goto('/log-in')
  await chooseAtProvider(journey, 'Google', name)
  expect(await said(journey)).toBe(say('You are logged in.'))
}

async function knownCustomer(journey: Journey): Promise<void> {
  const { page, say, at, house, email } = journey
  await page.goto('/log-in')
  await chooseAtProvider(journey, 'Google', 'Ana Marques')
  expect(await said(journey)).toBe(say('You are logged in.'))
  expect(new URL(page.url()).pathname).toBe('/account')
  expect((await house.mail(email, /You can now log in with Google|Já pode entrar com o Google/)).TextBody).toContain('/account/security')

  await page.goto('/account/security')
  await at('security-linked')
  await follow(journey, say('Take it away'))
  expect(await headingOn(page)).toBe(say('Log in without {provider}?', { provider: 'Google' }))
  await at('removal')
  await press(journey, say('Take {provider} away', { provider: 'Google' }))
  expect(await said(journey)).toBe(say('{provider} no longer opens your account.', { provider: 'Google' }))

  await go(page, () => page.locator('a[href="/account/log-ins/google"]').click())
  expect(await headingOn(page)).toBe(say('Link {provider}', { provider: 'Google' }))
  await at('link')
  await page.getByLabel(say('Present password')).fill('not the password')
  await press(journey, say('Continue to {provider}', { provider: 'Google' }))
  expect(await page.getByRole('alert').textContent()).toContain(say('This is not your present password'))
  await at('link-error')
  await page.getByLabel(say('Present password')).fill(townPassword)
  await press(journey, say('Continue to {provider}', { provider: 'Google' }))
  await press(journey, /^Ana Marques/)
  expect(await said(journey)).toBe(say('You can now log in with {provider}.', { provider: 'Google' }))
  expect(new URL(page.url()).pathname).toBe('/account/security')
  await follow(journey, say('Take it away'))
  await press(journey, say('Take {provider} away', { provider: 'Google' }))
}

async function wrongTurns(journey: Journey, name: string): Promise<void> {
  const { page, say } = journey
  const stale = say('That log-in with {provider} took too long, was used already, or was begun in another window. Begin it once more.', { provider: 'Google' })
  await page.goto('/log-in?to=%2Faccount%2Fbookings')
  await chooseAtProvider(journey, 'Google', 'Do not log in')
  expect(page.url()).toBe(`${journey.house.url}/log-in?to=%2Faccount%2Fbookings`)
  expect(await said(journey)).toBe(say('You did not log in with {provider}. Nothing is changed.', { provider: 'Google' }))

  const landed = page.waitForRequest((request) => request.url().includes('/landings/oauth/google?'))
  await chooseAtProvider(journey, 'Google', name)
  const address = (await landed).url()
  await page.goto(address)
  expect(await said(journey), 'a code that was used').toBe(stale)
  expect(new URL(page.url()).search, 'and its address is clean').toBe('')
  await logOut(journey)
  await page.goto('/log-in')
  await go(page, () => page.getByRole('button', { name: say('Continue with {provider}', { provider: 'Google' }) }).click())
  await page.goto(address)
  expect(await said(journey), 'a state that another attempt began').toBe(stale)
  expect(new URL(page.url()).pathname).toBe('/log-in')
  await page.goto('/account')
  expect(new URL(page.url()).pathname, 'nobody was let in').toBe('/log-in')
}

/** From a page with the provider's button through its consent page and back. */
async function chooseAtProvider(journey: Journey, provider: string, button: string): Promise<void> {
  const { page, say } = journey
  await press(journey, say('Continue with {provider}', { provider }))
  expect(await headingOn(page)).toBe(`Log in with ${provider}`)
  await expectNoScript(page)
  await press(journey, new RegExp(`^${button}`))
}

async function logOut(journey: Journey): Promise<void> {
  await journey.page.goto('/log-out')
  await press(journey, journey.say('Log out'), 'main')
}

async function press({ page }: Journey, name: string | RegExp, within = 'body'): Promise<void> {
  await go(page, () => page.locator(within).getByRole('button', { name, exact: typeof name === 'string' }).click())
}

async function follow({ page }: Journey, name: string): Promise<void> {
  await go(page, () => page.getByRole('link', { name }).click())
}

async function said({ page }: Journey): Promise<string | undefined> {
  return (await page.getByRole('status').or(page.getByRole('alert')).first().textContent())?.trim()
}
