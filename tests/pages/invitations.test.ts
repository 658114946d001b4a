import { afterAll, beforeAll, expect, test } from 'vitest'
import { chooseAtProvider } from '../fakes/oauth/choose'
import { serve, townPassword, type House } from '../serving'
import { headingOf, visitor, type Page, type Visitor } from '../visitor'

let house: House
let owner: Visitor
beforeAll(async () => {
  house = await serve()
  owner = visitor(house.url)
  await owner.post('/log-in', { email: 'owner@harbour-salon.test', password: townPassword })
})
afterAll(() => house?.stop())

const unseen = { website: '', website_at: '1' }

test('somebody with an account logs in by password, comes back to the invitation and accepts it', async () => {
  const ana = visitor(house.url)
  const link = await invited('ana@example.test')
  const page = await ana.get(link)
  expect(headingOf(page)).toBe('Join Harbour Salon')
  const logIn = await ana.get(linkTo(page, '/log-in?to='))
  const back = await ana.send(logIn, 'log-in', { email: 'ana@example.test', password: townPassword })
  expect(back.location).toBe(link)
  await accepts(ana, back, 'ana@example.test')
})

test('somebody without an account opens one, proves the address, logs in and accepts', async () => {
  const rui = visitor(house.url)
  const account = { email: 'rui.raso@example.test', password: 'three words together' }
  const link = await invited(account.email)
  const register = await rui.get(linkTo(await rui.get(link), '/register?to='))
  const sent = await rui.follow(await rui.send(register, 'register', { ...account, name: 'Rui Raso', ...unseen }))
  const { TextBody } = await house.mail(account.email, /^Confirm your e-mail address/)
  const confirm = /\/verify-email\?token=\S+/.exec(TextBody ?? '')?.[0] ?? ''
  expect((await rui.post('/verify-email', { token: new URL(confirm, house.url).searchParams.get('token') ?? '' })).status).toBe(303)
  const logIn = await rui.get(linkTo(sent, '/log-in?to='))
  const back = await rui.send(logIn, 'log-in', account)
  expect(back.location).toBe(link)
  await accepts(rui, back, account.email)
})

test.each([
  { provider: 'google', name: 'Nuno Novo', email: 'nuno.novo@example.test' },
  { provider: 'facebook', name: 'Nina Nova', email: 'nina.nova@example.test' },
])('somebody without an account comes by $provider, back to the invitation, and accepts', async ({ provider, name, email }) => {
  const guest = visitor(house.url)
  const link = await invited(email)
  const logIn = await guest.get(linkTo(await guest.get(link), '/log-in?to='))
  const leave = await guest.send(logIn, `with-${provider}`)
  const back = await guest.get(await chooseAtProvider(leave.location ?? '', name))
  expect(back.location).toBe(link)
  await accepts(guest, back, email)
})

test('whoever has an account accepts by logging in with a provider, whatever address was invited; a member stays what they are', async () => {
  const link = await invited('office@quay.test')
  const nuno = visitor(house.url)
  await nuno.get(await chooseAtProvider((await nuno.post('/log-in/google', { to: link })).location ?? '', 'Nuno Novo'))
  const answer = await nuno.post(link, {})
  // A member already, by the invitation before: told so, and the link stays good.
  expect([answer.status, headingOf(answer)]).toEqual([409, 'Invitation'])
  const ana = visitor(house.url)
  const lua = visitor(house.url)
  await lua.post('/log-in', { email: 'owner@lakeshore-physio.test', password: townPassword })
  await lua.post('/dashboard/lakeshore-physio/settings/members/invite', { email: 'desk@quay.test', role: 'staff', staffId: '', staff: '' })
  const other = await linkFor('desk@quay.test')
  await ana.get(await chooseAtProvider((await ana.post('/log-in/google', { to: other })).location ?? '', 'Ana Marques'))
  expect((await ana.post(other, {})).location).toBe('/dashboard/lakeshore-physio/overview')
})

/** Invites an address to the salon, and answers the path of the link that was mailed. */
async function invited(email: string): Promise<string> {
  const sent = await owner.post('/dashboard/harbour-salon/settings/members/invite', { email, role: 'staff', staffId: '', staff: '' })
  expect(sent.status).toBe(303)
  return linkFor(email)
}

async function linkFor(email: string): Promise<string> {
  const { TextBody } = await house.mail(email, /\/invitation\?token=/)
  return /\/invitation\?token=\S+/.exec(TextBody ?? '')?.[0] ?? ''
}

async function accepts(guest: Visitor, back: Page, email: string): Promise<void> {
  const joined = await guest.send(await guest.follow(back), 'acceptance')
  expect(joined.location).toBe('/dashboard/harbour-salon/overview')
  expect((await guest.follow(joined)).status).toBe(200)
  const members = "SELECT m.role FROM members m JOIN users u ON u.id = m.user_id JOIN businesses b ON b.id = m.business_id WHERE b.slug = 'harbour-salon' AND u.email_key = ?"
  expect(house.rows(members, email)).toEqual([{ role: 'staff' }])
}

function linkTo(page: Page, start: string): string {
  const found = [...page.html.matchAll(/href="([^"]+)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&')).find((href) => href.startsWith(start))
  if (!found) throw new Error(`${page.path} (${page.status}) has no link to ${start}`)
  return found
}
