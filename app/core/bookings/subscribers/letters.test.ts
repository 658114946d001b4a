import { beforeEach, describe, expect, test } from 'vitest'
import { savePreferences, preferencesOf } from '~/core/notifications/preferences.server'
import { day, hour } from '~/kernel/time'
import { read } from '~/platform/database.server'
import { languages, pseudoLanguage } from '~/platform/words/i18n'
import { addMember, installWorld } from '../../../../tests/world/businesses'
import { person } from '../../../../tests/world/identity'
import { letters, tellEverybody, toldInCentre } from '../../../../tests/world/notifications'
import { at, Salon } from '../../../../tests/world/salon'
import { change, contextAt, rows, theMorning, withDatabase } from '../../../../tests/world/world'
import { cancelBooking, confirmBooking, declineBooking, expireBooking } from '../change-status.server'
import { customerMail } from '../emails/customer-mail.server'
import type { Occasion } from '../emails/customer-words'
import { letterFor, type Letter } from '../emails/letter.server'
import { memberMail } from '../emails/member-mail.server'
import type { MemberOccasion } from '../emails/member-words'
import { readManageToken } from '../manage-link.server'
import { moveBooking } from '../move-booking.server'
import { placeBooking } from '../place-booking.server'
import { bookingById } from '../queries.server'

withDatabase()

let salon: Salon
const marta = 'marta@example.test'
const ten = '2026-11-10T10:00Z'
const ownerId = () => (salon.owner.actor.kind === 'user' ? salon.owner.actor.id : '')
const ownerMail = () => rows<{ email: string }>('SELECT email FROM users WHERE id = ?', ownerId())[0]?.email ?? ''
const templates = (to?: string) => letters(to).map(({ template }) => template)
const booked = (id: string) => read((db) => bookingById(db, salon.owner.businessId, id))!
const move = (id: string, to: string, as = salon.customer()) => moveBooking(as, { bookingId: id, items: [{ itemId: booked(id).items[0]!.id, choice: { start: to, staff: null, store: null } }] })

beforeEach(() => {
  salon = new Salon()
  installWorld({ 'bookings.read-all': ['owner', 'manager'] })
})

describe('who is told what', () => {
  test('an instant booking: the customer that it is confirmed, the owner that there is one; each mail once', () => {
    const { id } = salon.book(salon.service(), ten)
    tellEverybody()
    tellEverybody()
    expect(templates(marta)).toEqual(['booking-confirmed'])
    expect(templates(ownerMail())).toEqual(['member-placed'])
    expect(toldInCentre(ownerId())).toEqual(['booking-placed'])
    const [mail] = letters(marta)
    expect(mail).toMatchObject({ subject: 'Confirmed: Cut at Harbour Salon, Tue 10 Nov 2026, 10:00', fromName: 'Harbour Salon' })
    expect(mail?.text).toContain('Tue 10 Nov 2026, 10:00–10:45 (Lisbon time)')
    expect(mail?.text).toContain('€45.00')
    const token = /token=(\S+)/.exec(mail?.text ?? '')?.[1] ?? ''
    expect(readManageToken(decodeURIComponent(token))).toEqual({ bookingId: id, linkVersion: 1 })
  })

  test('a booking that the business approves: received and please answer, then confirmed', () => {
    const { id } = salon.book(salon.service({ approval: true }), ten)
    tellEverybody()
    expect([...templates(marta), ...templates(ownerMail())]).toEqual(['booking-received', 'member-to-answer'])
    expect(letters(ownerMail())[0]?.text).toContain('Wed 4 Nov 2026, 09:00')
    confirmBooking(salon.at(theMorning + hour), id)
    tellEverybody(theMorning + hour)
    expect(templates(marta)).toEqual(['booking-received', 'booking-confirmed'])
    expect(templates(ownerMail())).toEqual(['member-to-answer'])
  })

  test('declined with its reason; run out without an answer, and the owner hears of that too', () => {
    const service = salon.service({ approval: true })
    const declined = salon.book(service, ten)
    declineBooking(salon.owner, declined.id, 'We are at a fair that day.')
    const expired = salon.book(service, '2026-11-11T10:00Z', { who: 'Rita' })
    tellEverybody()
    expireBooking({ ...salon.customer(theMorning + day), actor: { kind: 'system', job: 'expire' } }, expired.id)
    tellEverybody(theMorning + day)
    expect(templates(marta)).toEqual(['booking-declined'])
    expect(letters(marta)[0]).toMatchObject({ text: expect.stringContaining('We are at a fair that day.') })
    expect(templates('rita@example.test')).toEqual(['booking-received', 'booking-expired'])
    expect(templates(ownerMail())).toEqual(['member-to-answer', 'member-unanswered'])
  })

  test('the owner is told of what a customer does, never of what they did themselves', () => {
    const service = salon.service()
    const one = salon.book(service, ten)
    const two = salon.book(service, '2026-11-11T10:00Z', { who: 'Rita' })
    tellEverybody()
    move(one.id, '2026-11-12T10:00Z')
    move(two.id, '2026-11-13T10:00Z', salon.owner)
    tellEverybody()
    cancelBooking(salon.customer(), one.id, 'I have a cold')
    cancelBooking(salon.owner, two.id, 'We are closed')
    tellEverybody()
    expect(templates(marta)).toEqual(['booking-confirmed', 'booking-moved', 'booking-cancelled'])
    expect(letters('rita@example.test').at(-1)?.text).toContain('We are closed')
    expect(templates(ownerMail())).toEqual(['member-placed', 'member-placed', 'member-moved', 'member-cancelled'])
    expect(letters(ownerMail()).at(-1)?.text).toContain('I have a cold')
  })

  test('the member of staff whose day it changes is told, with an account or by an address alone; whoever did it is not', () => {
    const rui = person({ email: 'rui@salon.test', name: 'Rui Sá' })
    addMember(salon.owner.businessId, rui.id, 'staff')
    change('UPDATE staff SET user_id = ? WHERE id = ?', rui.id, salon.people.Rui)
    change("UPDATE staff SET email = 'ana@salon.test' WHERE id = ?", salon.people.Ana)
    const service = salon.service({ placeIds: [] })
    salon.book(service, ten, { staff: salon.people.Rui! })
    salon.book(service, '2026-11-11T10:00Z', { staff: salon.people.Ana!, who: 'Rita' })
    placeBooking(salon.owner, salon.order(service, '2026-11-12T10:00Z', { staff: salon.people.Rui!, who: 'Sofia', channel: 'desk' }))
    tellEverybody()
    expect(templates('rui@salon.test')).toEqual(['member-placed', 'member-placed'])
    expect(templates('ana@salon.test')).toEqual(['member-placed'])
    expect(letters('ana@salon.test')[0]?.headers).toEqual([])
    expect(templates(ownerMail())).toEqual(['member-placed', 'member-placed'])
  })

  test('somebody without an address gets no mail; with an account they are told in their centre', () => {
    const service = salon.service()
    const order = salon.order(service, ten, { channel: 'desk' })
    placeBooking(salon.owner, { ...order, contact: { name: 'Marta', email: null, phone: '912 345 678' } })
    tellEverybody()
    expect(letters()).toEqual([])
    const { id } = person({ email: marta })
    salon.book(service, '2026-11-11T10:00Z')
    change('UPDATE contacts SET user_id = ? WHERE email_key = ?', id, marta)
    tellEverybody()
    expect(toldInCentre(id)).toEqual(['visit-confirmed'])
    expect(templates(marta)).toEqual(['booking-confirmed'])
  })

  test('an owner who turned a mail off gets none; turned off in the centre too, nothing', () => {
    const wanted = read((db) => preferencesOf(db, ownerId())).flatMap(({ kind }) => [`${kind} app`, `${kind} email`])
    savePreferences(contextAt(), { userId: ownerId(), wanted: wanted.filter((wish) => wish !== 'booking-placed email') })
    const service = salon.service()
    salon.book(service, ten)
    tellEverybody()
    expect([templates(ownerMail()), toldInCentre(ownerId())]).toEqual([[], ['booking-placed']])
    savePreferences(contextAt(), { userId: ownerId(), wanted: wanted.filter((wish) => !wish.startsWith('booking-placed')) })
    salon.book(service, '2026-11-11T10:00Z')
    tellEverybody()
    expect([templates(ownerMail()), toldInCentre(ownerId())]).toEqual([[], ['booking-placed']])
  })
})

describe('the calendar file', () => {
  test('keeps its UID and raises its SEQUENCE through a booking’s life, and takes the entry out at the end', () => {
    const { id, reference } = salon.book(salon.service({ approval: true }), ten)
    tellEverybody()
    confirmBooking(salon.owner, id)
    tellEverybody()
    move(id, '2026-11-12T10:00Z', salon.owner)
    tellEverybody()
    cancelBooking(salon.owner, id, null)
    tellEverybody()
    const entries = letters(marta).map(({ attachments }) => attachments[0]!)
    expect(entries.map(({ name, type }) => [name, type])).toEqual(Array(4).fill([`${reference}.ics`, 'text/calendar']))
    const field = (name: string) => entries.map(({ content }) => new RegExp(`^${name}[:;](.*)$`, 'm').exec(content)?.[1]?.trim())
    expect(field('UID')).toEqual(Array(4).fill(`${id}@guildhall`))
    expect(field('SEQUENCE')).toEqual(['0', '1', '2', '3'])
    expect(field('METHOD')).toEqual(['PUBLISH', 'PUBLISH', 'PUBLISH', 'CANCEL'])
    expect(field('STATUS')).toEqual(['TENTATIVE', 'CONFIRMED', 'CONFIRMED', 'CANCELLED'])
    expect(field('DTSTART')).toEqual(['20261110T100000Z', '20261110T100000Z', '20261112T100000Z', '20261112T100000Z'])
    expect(field('DTEND')[0]).toBe('20261110T104500Z')
  })
})

describe('every template', () => {
  const customer: Occasion[] = ['received', 'confirmed', 'declined', 'moved', 'not-moved', 'cancelled', 'expired', 'reminder']
  const member: MemberOccasion[] = ['placed', 'to-answer', 'cancelled', 'moved', 'unanswered', 'move-asked']
  const letter = (language: string): Letter => {
    const { id } = salon.book(salon.service({ approval: true }), ten)
    return read((db) => letterFor(db, { ...booked(id), language, note: 'مرحبا <b>' }))!
  }

  test.each(languages)('reads whole in %s, in HTML and in text', (language) => {
    const made = letter(language)
    const mails = [
      ...customer.map((occasion) => customerMail(made, { occasion, now: theMorning, otherStartsAt: at(ten), reason: 'Because of <rain>', stopLink: 'https://guildhall.test/stop' })),
      ...member.map((occasion) => memberMail(made, { occasion, language, otherStartsAt: at(ten), hasAccount: true })),
    ]
    for (const { template, subject, html, text } of mails) {
      expect(subject, template).toContain('Cut')
      expect(`${subject}${html}${text}`, template).not.toMatch(/undefined|null|\[object|\{\w+\}/)
      expect(html, template).toContain(language === 'en' ? 'lang="en-GB"' : 'lang="pt-PT"')
      expect(text, template).toContain(made.booking.reference)
      expect(html, template).not.toMatch(/<rain>|<script|<img/)
    }
  })

  test('leaves no word outside the catalogue', () => {
    const made = letter(pseudoLanguage)
    const mails = [
      ...customer.map((occasion) => customerMail(made, { occasion, now: theMorning, otherStartsAt: at(ten), stopLink: 'https://guildhall.test/stop' })),
      ...member.map((occasion) => memberMail(made, { occasion, language: pseudoLanguage, otherStartsAt: at(ten), hasAccount: true })),
    ]
    const data = ['Harbour', 'Salon', 'Cut', 'Marta', 'Ana', 'Rui', 'Rua', 'do', 'Arsenal', 'Lisbon', 'مرحبا', made.booking.reference.slice(0, 2)]
    for (const { template, subject, text } of mails) {
      const bare = `${subject}\n${text}`.replaceAll(/⟦[^⟧]*⟧|https?:\S+|AP-\w+/g, '').match(/\p{L}{2,}/gu)
      expect(bare?.filter((word) => !data.includes(word)) ?? [], template).toEqual([])
    }
  })

  test('List-Unsubscribe stands on what can be stopped, and nowhere else', () => {
    const made = letter('en')
    const headers = (mail: { headers?: readonly { name: string }[] | undefined }) => (mail.headers ?? []).map(({ name }) => name)
    for (const occasion of customer.filter((one) => one !== 'reminder')) expect(headers(customerMail(made, { occasion, now: theMorning })), occasion).toEqual([])
    expect(headers(customerMail(made, { occasion: 'reminder', now: theMorning, stopLink: 'https://guildhall.test/stop' }))).toEqual(['List-Unsubscribe'])
    for (const occasion of member) expect(headers(memberMail(made, { occasion, language: 'en', hasAccount: true })), occasion).toEqual(['List-Unsubscribe'])
  })
})
