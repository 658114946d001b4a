import { expect, test } from 'vitest'
import { hour } from '~/kernel/time'
import { read } from '~/platform/database.server'
import { Hall } from '../../../tests/world/hall'
import { change, withDatabase } from '../../../tests/world/world'
import { admit } from './admit.server'
import { attendeesOf, attendeesPage, filtered, findAttendees, type AttendeeFilters, type Cursor } from './attendees.server'
import { registrationStates } from './model/registration-state'

withDatabase()

const first: Cursor = { after: null, before: null }
const everybody: AttendeeFilters = { search: '', state: null }
const pageOf = (hall: Hall, evening: string, filters = everybody, cursor = first) => read((db) => attendeesPage(db, hall.owner, evening, filters, cursor))
const namesOf = (rows: readonly { readonly name: string }[]) => rows.map(({ name }) => name)

test('names of every alphabet stand where people look for them, whoever booked', () => {
  const hall = new Hall()
  const evening = hall.session()
  for (const who of ['Zoe', 'łukasz Nowak', 'Işıl Ak', 'Ángela', 'bruno', 'Øystein']) hall.guest(evening, who)
  hall.guest(evening, 'Yara', { attendee: 'Çağla' })
  hall.guest(evening, 'Γιώργος')
  expect(namesOf(pageOf(hall, evening).rows)).toEqual(['Ángela', 'bruno', 'Çağla', 'Işıl Ak', 'łukasz Nowak', 'Øystein', 'Zoe', 'Γιώργος'])
})

test('every row of a long list stands on one page, forwards and backwards, and each page is a part of the whole list', () => {
  const hall = new Hall()
  const evening = hall.session()
  for (let nth = 0; nth < 120; nth += 1) hall.guest(evening, `Guest ${(nth * 37) % 120}`, { status: nth % 11 === 0 ? 'cancelled' : 'confirmed' })
  const all = read((db) => filtered(attendeesOf(db, hall.owner, evening), everybody))
  const forwards = [pageOf(hall, evening)]
  for (let page = forwards[0]; page?.older; page = forwards.at(-1)) forwards.push(pageOf(hall, evening, everybody, { after: page.older, before: null }))
  expect(forwards.flatMap(({ rows }) => rows)).toEqual(all)
  expect(forwards.map(({ count }) => count)).toEqual([109, 109, 109])
  expect(pageOf(hall, evening, everybody, { after: null, before: forwards[2]?.newer ?? null }).rows).toEqual(forwards[1]?.rows)
  expect(pageOf(hall, evening, everybody, { after: null, before: forwards[1]?.newer ?? null })).toMatchObject({ rows: forwards[0]?.rows, newer: null })
})

test('a page goes on from where somebody stood who has left the list meanwhile', () => {
  const hall = new Hall()
  const evening = hall.session()
  const guests = Array.from({ length: 60 }, (_, nth) => hall.guest(evening, `Guest ${String(nth).padStart(2, '0')}`))
  const page = pageOf(hall, evening)
  change("UPDATE bookings SET status = 'cancelled' WHERE id = ?", guests[49]?.bookingId ?? '')
  expect(namesOf(pageOf(hall, evening, everybody, { after: page.older, before: null }).rows)).toEqual(guests.slice(50).map((_, nth) => `Guest ${nth + 50}`))
})

test('the page of a state or a search shows whom the whole list shows', () => {
  const hall = new Hall()
  const evening = hall.session()
  const inside = hall.guest(evening, 'Ana', { people: 2 })
  for (const status of ['held', 'pending', 'confirmed', 'cancelled', 'no_show']) hall.guest(evening, `Anabela ${status}`, { status })
  hall.guest(evening, 'Rui', { attendee: 'Marta' })
  admit(hall.owner, { who: { itemId: inside.itemId }, sessionId: evening, count: 1, door: null })
  for (const state of [null, ...registrationStates]) {
    for (const search of ['', 'ana', 'rui', 'nobody', inside.reference]) {
      const [page, all] = [pageOf(hall, evening, { search, state }), read((db) => filtered(attendeesOf(db, hall.owner, evening), { search, state }))]
      expect(page.rows, `${state} ${search}`).toEqual(all)
    }
  }
  expect(pageOf(hall, evening).people).toEqual({ expected: 5, inside: 1, registered: 2, cancelled: 1 })
  expect(read((db) => findAttendees(db, hall.owner, evening, 'anabela', 2))).toMatchObject({ found: [{ name: 'Anabela cancelled' }, { name: 'Anabela confirmed' }], more: true })
})

test('a hold that has run out is cancelled on the list whether or not a job has seen it', () => {
  const hall = new Hall()
  const evening = hall.session()
  const { bookingId } = hall.guest(evening, 'Ana', { status: 'held' })
  change('UPDATE bookings SET hold_until = ? WHERE id = ?', hall.owner.now - hour, bookingId)
  expect(pageOf(hall, evening)).toMatchObject({ count: 0, any: true, people: { registered: 0, cancelled: 1 } })
})

test('what a list is sorted by follows a name that is changed or taken away', () => {
  const hall = new Hall()
  const evening = hall.session()
  const [ana, zoe] = [hall.guest(evening, 'Ana'), hall.guest(evening, 'Zoe', { attendee: 'Zita' })]
  hall.guest(evening, 'Marta')
  change("UPDATE bookings SET contact_name = 'Xavier' WHERE id = ?", ana.bookingId)
  change("UPDATE booking_items SET attendee_name = 'Bea' WHERE id = ?", zoe.itemId)
  expect(namesOf(pageOf(hall, evening).rows)).toEqual(['Bea', 'Marta', 'Xavier'])
  change('UPDATE booking_items SET attendee_name = NULL WHERE id = ?', zoe.itemId)
  expect(namesOf(pageOf(hall, evening).rows)).toEqual(['Marta', 'Xavier', 'Zoe'])
})
