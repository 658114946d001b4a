import { textContent } from 'domutils'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { serve, type House } from '../serving'
import { formOf, formsOf, visitor, type Fields, type Page, type Visitor } from '../visitor'

let house: House
let ana: Visitor

beforeAll(async () => {
  house = await serve({ jobs: false })
  ana = visitor(house.url)
})
afterAll(() => house.stop())

const cut = '/b/harbour-salon/appointments/cut/book'
const colour = '/b/harbour-salon/appointments/colour/book'
// A Tuesday after the seeded weeks, on which nobody has booked.
const free = '?start=2026-12-15T10:00Z'
const room = '/b/old-harbour-house/real-estate/the-river-room'
const good = { name: 'Ana Ferreira', email: 'ana@example.org', phone: '+351 912 345 678', note: 'By the window, please', key: 'key-of-the-table', website: '', website_at: '1' }
const longName = 'a'.repeat(10_000)
const longNote = 'n'.repeat(2001)

interface Row {
  readonly what: string
  readonly to: string
  readonly fields?: Fields
  readonly status: number
  readonly says: string
  /** Fields that stand on the page again with what was typed. */
  readonly kept?: Readonly<Record<string, string>>
}

const typed = { name: good.name, email: good.email, phone: good.phone, note: good.note }

const rows: readonly Row[] = [
  { what: 'a time that is over', to: `${cut}?start=2026-11-02T10:00Z`, status: 422, says: 'This time is in the past.', kept: typed },
  { what: 'a time years ago', to: `${cut}?start=1999-12-31T23:30Z`, status: 422, says: 'This time is in the past.', kept: typed },
  { what: 'a time beyond what may be booked', to: `${cut}?start=2027-06-01T10:00Z`, status: 422, says: 'This is too far ahead', kept: typed },
  { what: 'a time within the notice', to: `${cut}?start=2026-11-03T10:00Z`, status: 422, says: 'This is too soon for Harbour Salon', kept: typed },
  { what: 'a time off the grid', to: `${cut}?start=2026-12-15T10:07Z`, status: 422, says: 'No visit begins at this time.', kept: typed },
  { what: 'a time at which it is closed', to: `${cut}?start=2026-12-14T10:00Z`, status: 422, says: 'No visit begins at this time.', kept: typed },
  { what: 'a date that no calendar has', to: `${cut}?start=2027-02-30T10:00Z`, status: 422, says: 'There is no such time on the calendar.', kept: typed },
  { what: 'words for a time', to: `${cut}?start=tomorrow`, status: 422, says: 'There is no such time on the calendar.', kept: typed },
  { what: 'no time at all', to: cut, status: 422, says: 'There is no such time on the calendar.', kept: typed },
  { what: 'a wall time without its zone', to: `${cut}?start=2026-12-15T10:00`, status: 422, says: 'There is no such time on the calendar.', kept: typed },
  { what: 'a booking of a time off the grid', to: `${cut}?start=2026-12-15T10:07Z`, fields: { checked: 'yes' }, status: 422, says: 'No visit begins at this time.', kept: typed },
  { what: 'an unknown business', to: `/b/nobody-here/appointments/cut/book${free}`, status: 404, says: 'We know no business at this address.' },
  { what: 'an unknown service', to: `/b/harbour-salon/appointments/shave/book${free}`, status: 404, says: 'Harbour Salon does not offer this at the moment.' },
  { what: 'an unknown person', to: `${cut}${free}&staff=nobody`, status: 404, says: 'Nobody of that name offers this.' },
  { what: 'an unknown place', to: `${cut}${free}&store=moon`, status: 404, says: 'This is not to be had at that place.' },
  { what: 'a name of 10,000 letters', to: cut + free, fields: { name: longName }, status: 422, says: 'Enter a name of at most 200 letters', kept: { ...typed, name: longName } },
  { what: 'a name of spaces', to: cut + free, fields: { name: '   ' }, status: 422, says: 'Enter your name', kept: { email: good.email } },
  { what: 'a name from right to left', to: cut + free, fields: { name: 'عائشة بنت محمد' }, status: 200, says: 'عائشة بنت محمد', kept: { ...typed, name: 'عائشة بنت محمد' } },
  { what: 'a name of emoji', to: cut + free, fields: { name: '👩‍🦰🌸' }, status: 200, says: '👩‍🦰🌸', kept: { ...typed, name: '👩‍🦰🌸' } },
  { what: 'somebody else, from right to left', to: cut + free, fields: { attendee: 'דוד' }, status: 200, says: 'for דוד', kept: { attendee: 'דוד' } },
  { what: 'a telephone number in brackets', to: cut + free, fields: { phone: '(+351) 912-345.678' }, status: 200, says: '(+351) 912-345.678', kept: { phone: '(+351) 912-345.678' } },
  { what: 'a telephone number with 00', to: cut + free, fields: { phone: '00351912345678' }, status: 200, says: '00351912345678', kept: { phone: '00351912345678' } },
  { what: 'a telephone number with an extension', to: cut + free, fields: { phone: '020 7946 0958 ext. 12' }, status: 200, says: '020 7946 0958 ext. 12', kept: { phone: '020 7946 0958 ext. 12' } },
  { what: 'words for a telephone number', to: cut + free, fields: { phone: 'ask my mother' }, status: 422, says: 'Write a telephone number like +351 912 345 678', kept: { ...typed, phone: 'ask my mother' } },
  { what: 'an e-mail address with a plus sign', to: cut + free, fields: { email: 'ana+salon@example.org' }, status: 200, says: 'ana+salon@example.org', kept: { email: 'ana+salon@example.org' } },
  { what: 'an e-mail address without an end', to: cut + free, fields: { email: 'ana@example' }, status: 422, says: 'Write your e-mail address in full', kept: { ...typed, email: 'ana@example' } },
  { what: 'a note of 2,001 letters', to: cut + free, fields: { note: longNote }, status: 422, says: 'Write a note of at most 2,000 letters', kept: { ...typed, note: longNote } },
  { what: 'an empty form', to: cut + free, fields: { name: '', email: '' }, status: 422, says: 'Enter your e-mail address', kept: { note: good.note } },
  { what: 'a question without its answer', to: `${colour}${free}`, status: 422, says: 'Answer: ', kept: typed },
  { what: 'a form without its key', to: cut + free, fields: { key: '' }, status: 422, says: 'The form was not complete. Send it once more', kept: typed },
  { what: 'a field that only programs see', to: cut + free, fields: { website: 'https://example.org' }, status: 422, says: 'Something filled in a field that people do not see', kept: typed },
  { what: 'a reference that is none', to: '/find-booking', fields: { reference: 'hello', email: 'ana@example.org' }, status: 422, says: 'We find no booking with this reference', kept: { reference: 'hello', email: 'ana@example.org' } },
]

test.each(rows.map((row) => [row.what, row] as const))('%s', async (_what, { to, fields, status, says, kept = {} }) => {
  const page = await ana.post(to, { ...good, ...fields })
  expect(page.status).toBe(status)
  expect(textOf(page)).toContain(says)
  expect(page.html).not.toContain('<script')
  for (const [name, value] of Object.entries(kept)) expect(standing(page, name), name).toContain(value)
  expect(titleOf(page).startsWith('Error:')).toBe(status === 422)
})

test('no row of the table booked anything', () => {
  expect(house.rows("SELECT id FROM bookings WHERE contact_email LIKE '%@example.org'")).toEqual([])
})

test.each([
  ['a time that is over', `${cut}?start=2026-11-02T10:00Z`, 422, 'This time is in the past.'],
  ['a time off the grid', `${cut}?start=2026-12-15T10:07Z`, 422, 'No visit begins at this time.'],
  ['a week that no calendar has', '/b/harbour-salon/appointments/cut/times?from=2026-02-30', 200, '2–8 November 2026'],
  ['a week long ago', '/b/harbour-salon/appointments/cut/times?from=1999-01-01', 200, '2–8 November 2026'],
  ['a stay without a date', `${room}?from=&to=&adults=2`, 422, 'There is a problemChoose the day you arriveChoose the day you leave'],
  ['a stay from a day that no calendar has', `${room}?from=2026-02-30&to=2027-03-03`, 422, 'There is a problemChoose the day you arrive'],
  ['a stay on one day of two, among twelve months', `${room}/dates?from=2027-03-01&to=`, 422, 'There is a problemChoose the day you leave'],
  ['a reference that is none', '/bookings/AP-OOOOOO?token=made-up', 404, 'This link no longer opens a booking.'],
])('asked for in an address: %s', async (_what, to, status, says) => {
  const page = await ana.get(to)
  expect(page.status).toBe(status)
  expect(textOf(page)).toContain(says)
})

test('a stay of which one date is lacking keeps the other, and offers no more guests than there is room for, but for those who were asked for', async () => {
  const page = await ana.get(`${room}?from=2027-03-01&to=&adults=99`)
  expect(formOf(page, 'stay').fields).toMatchObject({ from: '2027-03-01', to: '', adults: '99' })
  expect(page.html.match(/<option/g)?.length).toBeLessThan(20)
})

test('a day of a stay leads back to the calendar while days are being chosen, and to the price once both are', async () => {
  expect((await ana.get(room)).html).toContain('from=2026-12-14#free"')
  expect((await ana.get(`${room}?from=2026-12-14`)).html).toContain('to=2026-12-16#your-stay"')
  expect((await ana.get(`${room}/dates`)).html).toContain('from=2026-12-14#nights-2026-12"')
})

describe('a time that somebody else has taken meanwhile', () => {
  const start = '?start=2026-12-16T10:00Z&staff=duarte-reis'

  test('is refused with the three nearest, each a form that carries on what was typed', async () => {
    const first = await ana.post(cut + start, { ...good, key: 'key-of-the-first', checked: 'yes' })
    expect(first.status).toBe(303)
    const second = await ana.post(cut + start, { ...good, email: 'late@example.org', key: 'key-of-the-second', checked: 'yes' })
    expect(second.status).toBe(409)
    expect(textOf(second)).toContain('Somebody else has just taken this time.')
    const offered = formsOf(second).filter(({ action }) => action.includes('/book?start='))
    expect(offered).toHaveLength(3)
    for (const { fields } of offered) expect(fields).toMatchObject({ ...typed, email: 'late@example.org', key: 'key-of-the-second' })
    expect(offered.every(({ action }) => !action.includes('late'))).toBe(true)
    const [nearest] = offered
    const check = await ana.post(nearest?.action ?? '', nearest?.fields ?? {})
    expect(check.status).toBe(200)
    expect(standing(check, 'checked')).toEqual(['yes'])
  })

  test('is not refused to whoever took it: the same form sent twice leads to the same booking', async () => {
    const again = await ana.post(cut + start, { ...good, key: 'key-of-the-first', checked: 'yes' })
    expect(again.status).toBe(303)
    expect(house.rows("SELECT id FROM bookings WHERE key = 'key-of-the-first'")).toHaveLength(1)
  })

  test('and the same form with other details is asked about, with all of it still there', async () => {
    const other = await ana.post(cut + start, { ...good, name: 'Rui Ramos', key: 'key-of-the-first', checked: 'yes' })
    expect(other.status).toBe(409)
    expect(textOf(other)).toContain('This form has already made a booking, with other details.')
    expect(standing(other, 'name')).toEqual(['Rui Ramos'])
    expect(standing(other, 'key')).not.toContain('key-of-the-first')
  })
})

test('what was typed comes back by “Change”, and nothing is stored by the check', async () => {
  const check = await ana.post(cut + free, { ...good, email: 'ana+change@example.org' })
  const form = await ana.send(check, 'check', { change: 'yes' })
  expect(form.status).toBe(200)
  for (const [name, value] of Object.entries({ ...typed, email: 'ana+change@example.org' })) expect(standing(form, name), name).toContain(value)
  expect(textOf(form)).not.toContain('There is a problem')
  expect(house.rows("SELECT id FROM contacts WHERE email = 'ana+change@example.org'")).toEqual([])
})

function textOf(page: Page): string {
  return textContent(page.document).replaceAll(/\s+/g, ' ')
}

function titleOf(page: Page): string {
  return /<title>(.*?)<\/title>/s.exec(page.html)?.[1] ?? ''
}

/** Every value with which a field of this name stands in a form of the page. */
function standing(page: Page, name: string): string[] {
  return formsOf(page).flatMap(({ fields }) => fields[name] ?? [])
}
