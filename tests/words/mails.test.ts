import Database from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expireHolds, remindHeld } from '~/core/bookings/index.server'
import { minute } from '~/kernel/time'
import { closeDatabase, openDatabase } from '~/platform/database.server'
import { pseudoLanguage } from '~/platform/words/i18n'
import { installModules } from '~/registry.server'
import { chooseAtProvider } from '../fakes/oauth/choose'
import { serve, townCopy, townPassword, type House } from '../serving'
import { formsOf, visitor, type Page, type Visitor } from '../visitor'
import { bareAmong, bareTextIn, dataIn } from './bare-text'

let house: House
let file: Database.Database
/** What the town was sent before somebody came who reads the pseudo-language. */
let earlier: ReadonlySet<string>
beforeAll(async () => {
  const database = townCopy()
  const speaking = new Database(database)
  for (const table of ['users', 'businesses', 'contacts', 'bookings']) speaking.prepare(`UPDATE ${table} SET language = ?`).run(pseudoLanguage)
  earlier = new Set(speaking.prepare('SELECT id FROM mails').pluck().all() as string[])
  speaking.close()
  house = await serve({ database })
  file = new Database(database, { readonly: true })
})
afterAll(async () => {
  file?.close()
  await house?.stop()
})

const rosa = 'rosa.marks@example.test'
const second = 'beard-trim'

test('no mail has text that never went through the catalogue', { timeout: 120_000 }, async () => {
  const nobody = visitor(house.url, '', pseudoLanguage)
  const owner = visitor(house.url, '', pseudoLanguage)
  await owner.post('/log-in', { email: 'owner@harbour-salon.test', password: townPassword })

  // Each mail is waited for: what has been overtaken by the next act is not told any more.
  const cut = await book(nobody, 'cut')
  await written('booking-confirmed', 'member-placed')
  await moves(nobody, cut)
  await written('booking-moved', 'member-moved')
  await nobody.post(cut.replace('?', '/cancellation?'), { reason: 'Ferry' })
  await written('booking-cancelled', 'member-cancelled')
  const visit = referenceIn(await book(nobody, 'cut', `&also=${second}`))
  const [part] = house.rows<{ id: string }>('SELECT i.id FROM booking_items i JOIN bookings b ON b.id = i.booking_id WHERE b.reference = ? AND i.position = 1', visit)
  await owner.post(`/dashboard/harbour-salon/bookings/${visit}/items/${part?.id}/cancellation`, { reason: 'Away' })
  await written('booking-item-cancelled')
  const colour = await paidFor(await book(nobody, 'colour'))
  await written('booking-received', 'member-to-answer')
  await owner.post(`/dashboard/harbour-salon/bookings/${colour}/refusal`, { reason: 'Away' })
  await written('booking-declined')
  const [asked] = house.rows<{ reference: string }>("SELECT b.reference FROM change_requests c JOIN bookings b ON b.id = c.booking_id WHERE c.status = 'open'")
  await owner.post(`/dashboard/harbour-salon/bookings/${asked?.reference}/move-answer`, { answer: 'decline', reason: 'Full' })
  await written('booking-not-moved')
  await lapses(await book(nobody, 'colour'), false)
  await written('booking-held', 'booking-lapsed')
  await lapses(await book(nobody, 'colour'), true)
  await written('booking-paid-late')
  const account = { name: 'Rosa Lima', email: rosa, password: 'three words together', website: '', website_at: '1' }
  for (const _twice of [1, 2]) await nobody.post('/register', account)
  await nobody.post('/forgotten-password', { email: rosa, website: '', website_at: '1' })
  await owner.post('/account/password', { present: townPassword, password: 'three words together' })
  await owner.post('/log-in', { email: 'owner@harbour-salon.test', password: 'three words together' })
  const ana = visitor(house.url, '', pseudoLanguage)
  await ana.get(await chooseAtProvider((await ana.post('/log-in/google', {})).location ?? '', 'Ana Marques'))
  await owner.post('/dashboard/harbour-salon/settings/members/invite', { email: 'new.hand@example.test', role: 'staff', staffId: '', staff: '' })

  await written('verify-email', 'already-registered', 'reset-password', 'password-changed', 'log-in-added', 'invitation')

  const data = [...dataIn(file), 'Google', 'Ferry', 'Away', 'Full'].sort((a, b) => b.length - a.length)
  for (const { template, subject, message } of mails()) {
    const { html, text } = JSON.parse(message) as { html: string; text: string }
    // A line of text may end in the middle of a sentence.
    const paragraphs = text.split(/\n\s*\n/).map((paragraph) => paragraph.replaceAll('\n', ' '))
    expect(bareAmong([subject], data.filter((known) => known !== subject)), `${template}, subject`).toEqual([])
    expect(bareTextIn(html, data.filter((known) => known !== subject)), `${template}, HTML`).toEqual([])
    expect(bareAmong(paragraphs, data.filter((known) => known !== subject)), `${template}, text`).toEqual([])
  }
})

/** Waits until there is a mail of each of these kinds. */
async function written(...templates: string[]): Promise<void> {
  await expect.poll(() => templates.filter((wanted) => !mails().some(({ template }) => template === wanted)), { timeout: 15_000 }).toEqual([])
}

function mails(): { id: string; template: string; subject: string; message: string }[] {
  return house.rows<ReturnType<typeof mails>[number]>('SELECT id, template, subject, message FROM mails').filter(({ id }) => !earlier.has(id))
}

/** Books a service as its form would, checked at once. Answers the booking's page. */
async function book(somebody: Visitor, service: string, also = ''): Promise<string> {
  const times = await somebody.get(`/b/harbour-salon/appointments/${service}/times?from=2026-11-16${also}`)
  const free = /href="([^"]*\/book\?start=[^"]*)"/.exec(times.html)?.[1]?.replaceAll('&amp;', '&')
  const form = await somebody.get(free ?? '')
  const question = Object.fromEntries(questionsOf(form).map((name) => [name, 'no']))
  const booked = await somebody.send(form, 'details', { ...question, name: 'Rosa Lima', email: rosa, checked: 'yes' })
  expect(booked.status, booked.html.slice(0, 500)).toBe(303)
  return booked.location ?? ''
}

/** Pays on the page that a booking led to; answers the booking's reference. */
async function paidFor(page: string): Promise<string> {
  const paid = await pay(page)
  return referenceIn(new URL((await (await fetch(paid.headers.get('Location') ?? '', { redirect: 'manual' })).headers.get('Location')) ?? '', house.url).pathname)
}

function pay(page: string): Promise<Response> {
  return fetch(page, { method: 'POST', redirect: 'manual', body: new URLSearchParams({ do: 'pay' }) })
}

/** The time that was kept for the payment runs out, whether or not it is paid meanwhile. */
async function lapses(page: string, paid: boolean): Promise<void> {
  await fetch(`${house.stripe}/__control`, { method: 'POST', body: JSON.stringify({ mode: 'webhook', how: 'lost' }) })
  const [held] = house.rows<{ placedAt: number; holdUntil: number }>("SELECT placed_at AS placedAt, hold_until AS holdUntil FROM bookings WHERE status = 'held'")
  if (!held) throw new Error('Nothing is held')
  if (paid) await pay(page)
  openDatabase(house.database)
  installModules()
  remindHeld({ now: held.placedAt + 5 * minute, atMost: 10 })
  expireHolds({ now: held.holdUntil + 2 * minute, atMost: 10 })
  closeDatabase()
}

function questionsOf(page: Page): string[] {
  const yesOrNo = [...page.html.matchAll(/name="(answer-[^"]+)"[^>]*value="no"/g)].map(([, name = '']) => name)
  return [...new Set(yesOrNo)]
}

async function moves(somebody: Visitor, booking: string): Promise<void> {
  const week = await somebody.get(`${booking.replace('?', '/move?')}&from=2026-11-16`)
  const later = [...week.html.matchAll(/href="([^"]*\/move\?[^"]*start=[^"]*)"/g)].at(-1)?.[1]?.replaceAll('&amp;', '&')
  const page = await somebody.get(later ?? '')
  const form = formsOf(page).find(({ method, fields }) => method === 'post' && 'start' in fields)
  expect((await somebody.post(form?.action ?? '', form?.fields ?? {})).status).toBe(303)
}

function referenceIn(path: string): string {
  return path.split('?')[0]?.split('/').at(-1) ?? ''
}
