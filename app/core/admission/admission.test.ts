import { expect, test } from 'vitest'
import { bookingById, cancelBooking, cancelItem, completeBooking, letterFor, moveBooking } from '~/core/bookings/index.server'
import { customerMail } from '~/core/bookings/emails/customer-mail.server'
import { hour } from '~/kernel/time'
import { read } from '~/platform/database.server'
import { Hall, type Guest } from '../../../tests/world/hall'
import { change, rows, withDatabase } from '../../../tests/world/world'
import { admit, type AtTheDoor } from './admit.server'
import { attendeesOf, countPeople, filtered } from './attendees.server'
import { attendeeFile } from './attendee-file.server'
import { absentIn, completedUnseen, markAbsent } from './mark-absent.server'
import { replaceTickets } from './replace-tickets.server'
import { ticketsOf } from './tickets.server'
import { undoAdmission } from './undo-admission.server'

withDatabase()

const codeOf = (hall: Hall, { bookingId }: Guest) => read((db) => ticketsOf(db, hall.owner.businessId, bookingId, hall.owner.now))[0]?.code ?? ''
const enter = (hall: Hall, guest: Guest, sessionId: string | null, more: Partial<AtTheDoor> = {}, now = hall.owner.now) =>
  admit(hall.salon.at(now), { who: { code: codeOf(hall, guest) }, sessionId, count: null, door: null, ...more })
const refusalOf = (answer: ReturnType<typeof admit>) => (answer.ok ? 'let in' : answer.refusal.kind)

test('a ticket lets its holder in once; the second scan says when, at which door and by whom the first was', () => {
  const hall = new Hall()
  const evening = hall.session()
  const marta = hall.guest(evening)
  const first = enter(hall, marta, evening, { door: 'North' }, hall.owner.now + 1)
  expect(first).toMatchObject({ ok: true, value: { now: 1, inside: 1, of: 1 } })
  const second = enter(hall, marta, evening)
  expect(second).toMatchObject({ ok: false, refusal: { kind: 'already-in', first: { at: hall.owner.now + 1, door: 'North', byUserId: hall.owner.actor.kind === 'user' ? hall.owner.actor.id : '' } } })
})

test('a party comes in parts, and never more of it than it has places', () => {
  const hall = new Hall()
  const evening = hall.session()
  const four = hall.guest(evening, 'Marta', { people: 4 })
  expect(enter(hall, four, evening, { count: 1 })).toMatchObject({ value: { inside: 1, of: 4 } })
  expect(enter(hall, four, evening, { count: 4 })).toMatchObject({ refusal: { kind: 'too-many', left: 3 } })
  expect(enter(hall, four, evening)).toMatchObject({ value: { now: 3, inside: 4 } })
  expect(refusalOf(enter(hall, four, evening, { count: 1 }))).toBe('already-in')
  const { count } = rows<{ count: number }>('SELECT count(*) AS count FROM admissions')[0] ?? {}
  expect(count).toBe(4)
})

test('the file itself refuses a place twice, and one more than the party has', () => {
  const hall = new Hall()
  const evening = hall.session()
  const guest = hall.guest(evening, 'Marta', { people: 2 })
  enter(hall, guest, evening, { count: 1 })
  const again = (place: number) => () => change("INSERT INTO admissions SELECT ?, business_id, session_id, item_id, ?, 'other', at, by_user_id, NULL, NULL, NULL FROM admissions LIMIT 1", `row ${place}`, place)
  expect(again(1)).toThrow(/UNIQUE/)
  expect(again(3)).toThrow(/more than the ticket has/)
})

test('the door stays shut for what is not booked, not for now, or not for here', () => {
  const hall = new Hall()
  const [evening, matinee] = [hall.session(), hall.session(hall.owner.now + 4 * hour)]
  const answers = {
    otherDate: enter(hall, hall.guest(matinee), evening),
    unknown: admit(hall.owner, { who: { code: '22222-22222-22222' }, sessionId: evening, count: null, door: null }),
    nonsense: admit(hall.owner, { who: { code: 'hello' }, sessionId: evening, count: null, door: null }),
  }
  expect(Object.fromEntries(Object.entries(answers).map(([name, answer]) => [name, refusalOf(answer)]))).toEqual({ otherDate: 'other-session', unknown: 'unknown-code', nonsense: 'unknown-code' })
  for (const status of ['held', 'pending', 'no_show', 'expired']) {
    const guest = hall.guest(evening, `Guest ${status}`, { status })
    expect(admit(hall.owner, { who: { itemId: guest.itemId }, sessionId: evening, count: null, door: null })).toMatchObject({ refusal: { kind: 'not-standing', status } })
  }
})

test('a ticket of a cancelled booking says so, and one of another business says no more than that', () => {
  const hall = new Hall()
  const evening = hall.session()
  const guest = hall.guest(evening)
  const code = codeOf(hall, guest)
  cancelBooking(hall.owner, guest.bookingId, 'Flood')
  expect(admit(hall.owner, { who: { code }, sessionId: evening, count: null, door: null })).toMatchObject({ refusal: { kind: 'not-standing', status: 'cancelled' } })
  const other = new Hall('Other Hall')
  const theirs = codeOf(other, other.guest(other.session()))
  expect(refusalOf(admit(hall.owner, { who: { code: theirs }, sessionId: evening, count: null, door: null }))).toBe('other-business')
  expect(refusalOf(admit(hall.owner, { who: { code: `${theirs.slice(0, -1)}${theirs.endsWith('2') ? '3' : '2'}` }, sessionId: evening, count: null, door: null }))).toBe('unknown-code')
})

test('a code is worth nothing once tickets are made anew, or the place has moved to another evening', () => {
  const hall = new Hall()
  const [evening, later] = [hall.session(), hall.session(hall.owner.now + 48 * hour)]
  const guest = hall.guest(evening)
  const codes = [codeOf(hall, guest)]
  replaceTickets(hall.owner, guest.bookingId)
  codes.push(codeOf(hall, guest))
  change('UPDATE booking_items SET session_id = ? WHERE id = ?', later, guest.itemId)
  codes.push(codeOf(hall, guest))
  expect(new Set(codes).size).toBe(3)
  const at = (code: string) => refusalOf(admit(hall.owner, { who: { code }, sessionId: null, count: null, door: null }))
  expect(codes.map(at)).toEqual(['not-valid', 'not-valid', 'let in'])
})

test('new tickets go out by mail once, with codes in letters and the file', () => {
  const hall = new Hall()
  const guest = hall.guest(hall.session())
  replaceTickets(hall.owner, guest.bookingId)
  const mails = rows<{ template: string; to: string; message: string }>("SELECT template, \"to\", message FROM mails WHERE template = 'new-tickets'")
  expect(mails).toHaveLength(1)
  const body = JSON.parse(mails[0]?.message ?? '{}') as { text: string; attachments: { name: string; type: string; content: string; encoding: 'base64' }[] }
  expect(mails[0]?.to).toBe('marta@example.test')
  expect(body.attachments[0]).toMatchObject({ name: `${guest.reference}.pdf`, type: 'application/pdf', encoding: 'base64' })
  expect(Buffer.from(body.attachments[0]?.content ?? '', 'base64').subarray(0, 5).toString()).toBe('%PDF-')
})

test('what is confirmed by mail brings its tickets along: the code in letters, the page, and a file for paper', () => {
  const hall = new Hall()
  const evening = hall.session()
  const [held, party] = [hall.guest(evening, 'Ana', { status: 'held' }), hall.guest(evening, 'Rosa', { people: 3 })]
  const mailOf = ({ bookingId }: Guest, occasion: 'confirmed' | 'held' | 'reminder') =>
    read((db) => {
      const booking = bookingById(db, hall.owner.businessId, bookingId)
      const letter = booking && letterFor(db, booking)
      if (!letter) throw new Error('no letter')
      return customerMail(letter, { occasion, now: hall.owner.now })
    })
  const confirmed = mailOf(party, 'confirmed')
  expect(confirmed.attachments?.map(({ name }) => name)).toEqual([`${party.reference}.ics`, `${party.reference}.pdf`])
  expect(confirmed.text).toContain(codeOf(hall, party))
  expect(confirmed.text).toContain(`/bookings/${party.reference}/tickets?token=`)
  expect(mailOf(party, 'reminder')).toMatchObject({ attachments: [], text: expect.stringContaining(codeOf(hall, party)) })
  expect(mailOf(held, 'held').text).not.toContain('/tickets')
})

test('who was let in cancels and moves nothing any more, until that is undone; whoever keeps the desk may', () => {
  const hall = new Hall()
  const evening = hall.session()
  const guest = hall.guest(evening, 'Marta')
  const customer = { ...hall.owner, member: null }
  const entered = enter(hall, guest, evening)
  if (!entered.ok) throw new Error('not let in')
  expect(cancelBooking(customer, guest.bookingId, null)).toMatchObject({ refusal: { kind: 'already-started' } })
  expect(cancelItem(customer, guest.bookingId, guest.itemId, null).ok).toBe(false)
  expect(moveBooking(customer, { bookingId: guest.bookingId, items: [{ itemId: guest.itemId, choice: {} }] })).toMatchObject({ refusal: { kind: 'already-started' } })
  undoAdmission(hall.owner, entered.value.actId)
  expect(cancelBooking(customer, guest.bookingId, null).ok).toBe(true)
})

test('an admission by mistake is undone with who undid it, and the ticket opens the door again', () => {
  const hall = new Hall()
  const evening = hall.session()
  const guest = hall.guest(evening, 'Marta', { people: 2 })
  const entered = enter(hall, guest, evening)
  if (!entered.ok) throw new Error('not let in')
  expect(undoAdmission(hall.owner, entered.value.actId).ok).toBe(true)
  expect(undoAdmission(hall.owner, entered.value.actId)).toMatchObject({ refusal: { kind: 'unknown-act' } })
  expect(enter(hall, guest, evening)).toMatchObject({ value: { inside: 2 } })
  expect(rows('SELECT action FROM audit WHERE action LIKE ? ORDER BY id', 'admission.%')).toEqual([{ action: 'admission.item.admit' }, { action: 'admission.item.undo' }, { action: 'admission.item.admit' }])
  expect(rows<{ n: number }>('SELECT count(*) AS n FROM admissions WHERE undone_at IS NOT NULL')).toEqual([{ n: 2 }])
})

test('the list reads the state of each place, sorts by name, and is searched and paged', () => {
  const hall = new Hall()
  const evening = hall.session()
  const zoe = hall.guest(evening, 'Zoe', { attendee: 'Álvaro Pires' })
  hall.guest(evening, 'Bruno', { status: 'held' })
  hall.guest(evening, 'Carla', { status: 'cancelled' })
  hall.guest(evening, 'Ana', { people: 3 })
  enter(hall, zoe, evening)
  const all = read((db) => attendeesOf(db, hall.owner, evening))
  expect(all.map(({ name, registration }) => [name, registration])).toEqual([['Álvaro Pires', 'attended'], ['Ana', 'confirmed'], ['Bruno', 'registered'], ['Carla', 'cancelled']])
  expect(countPeople(all)).toEqual({ expected: 4, inside: 1, registered: 1, cancelled: 1 })
  const named = (search: string, state: 'cancelled' | null = null) => filtered(all, { search, state }).map(({ name }) => name)
  expect([named('alvaro'), named('zoe'), named('', 'cancelled'), named('')]).toEqual([['Álvaro Pires'], ['Álvaro Pires'], ['Carla'], ['Álvaro Pires', 'Ana', 'Bruno']])
  const file = read((db) => attendeeFile(db, hall.owner, all))
  expect(file.split('\r\n')[1]).toBe(`Álvaro Pires,Concert,1,1,Attended,${zoe.reference},${codeOf(hall, zoe)},Zoe,zoe@example.test,,`)
})

test('who did not come is marked at once for the whole evening, and who came, or comes to another one too, is left alone', () => {
  const hall = new Hall()
  const evening = hall.session()
  const [came, absent, pending] = [hall.guest(evening, 'Ana'), hall.guest(evening, 'Bruno', { people: 2 }), hall.guest(evening, 'Carla', { status: 'pending' })]
  enter(hall, came, evening)
  const after = hall.salon.at(hall.owner.now + 13 * hour)
  expect(read((db) => absentIn(db, after, evening)).map(({ name, people }) => [name, people])).toEqual([['Bruno', 2]])
  expect(markAbsent(after, evening)).toEqual({ marked: 1, left: 0 })
  expect(markAbsent(after, evening)).toEqual({ marked: 0, left: 0 })
  expect([came, absent, pending].map(({ bookingId }) => rows<{ status: string }>('SELECT status FROM bookings WHERE id = ?', bookingId)[0]?.status)).toEqual(['confirmed', 'no_show', 'pending'])
})
test('who was not let in and is completed can no longer be marked, and is counted apart', () => {
  const hall = new Hall()
  const evening = hall.session()
  const came = hall.guest(evening, 'Ana')
  enter(hall, came, evening)
  const absent = hall.guest(evening, 'Bruno')
  const after = hall.salon.at(hall.owner.now + 37 * hour)
  for (const { bookingId } of [came, absent]) expect(completeBooking(after, bookingId).ok).toBe(true)
  expect(read((db) => [absentIn(db, after, evening), completedUnseen(db, after, evening).map(({ name }) => name)])).toEqual([[], ['Bruno']])
  expect(markAbsent(after, evening)).toEqual({ marked: 0, left: 0 })
})
