import { beforeEach, expect, test } from 'vitest'
import { savePreferences } from '~/core/notifications/preferences.server'
import { hour, minute } from '~/kernel/time'
import { read } from '~/platform/database.server'
import { installWorld } from '../../../tests/world/businesses'
import { person } from '../../../tests/world/identity'
import { letters, tellEverybody, toldInCentre } from '../../../tests/world/notifications'
import { at, Salon } from '../../../tests/world/salon'
import { change, contextAt, rows, theMorning, withDatabase } from '../../../tests/world/world'
import { cancelBooking, confirmBooking } from './change-status.server'
import { reminderTimes } from './model/reminder-times'
import { moveBooking } from './move-booking.server'
import { bookingById } from './queries.server'
import { sendReminders, stopReminders } from './reminders.server'

withDatabase()

const marta = 'marta@example.test'
const waiting = () => rows<{ due_at: number }>('SELECT due_at FROM reminders WHERE sent_at IS NULL AND dropped_at IS NULL ORDER BY due_at').map(({ due_at }) => new Date(due_at).toISOString())
const reminded = () => letters(marta).filter(({ template }) => template === 'booking-reminder')
const send = (now: number) => sendReminders({ now, atMost: 100 })

let salon: Salon
beforeEach(() => {
  salon = new Salon()
  installWorld({ 'bookings.read-all': ['owner', 'manager'] })
})

test('a visit is reminded of at the same wall time the day before, and an hour before; each once', () => {
  const { reference } = salon.book(salon.service(), '2026-11-10T10:00Z')
  tellEverybody()
  expect(waiting()).toEqual(['2026-11-09T10:00:00.000Z', '2026-11-10T09:00:00.000Z'])

  expect(send(at('2026-11-09T09:59Z'))).toBe(0)
  expect(send(at('2026-11-09T10:00Z'))).toBe(1)
  expect(send(at('2026-11-09T10:01Z'))).toBe(0)
  expect(reminded()).toMatchObject([{ subject: 'Reminder: Cut at Harbour Salon, Tue 10 Nov 2026, 10:00', text: expect.stringContaining('Come tomorrow at 10:00') }])
  expect(send(at('2026-11-10T09:00Z'))).toBe(1)
  expect(reminded().at(-1)?.text).toContain('Come today at 10:00')
  // A guest stops them on a page behind the booking's own link.
  expect(reminded()[0]?.headers).toEqual([{ name: 'List-Unsubscribe', value: expect.stringMatching(new RegExp(`/bookings/${reference}/reminders\\?token=`)) }])
  expect(reminded()[0]?.attachments).toEqual([])
})

test('across the night the clocks go back in Lisbon the day before keeps its wall time and is 25 hours away', () => {
  const early = new Salon({ name: 'October Salon', now: at('2026-10-20T09:00Z') })
  early.book(early.service(), '2026-10-25T10:00Z')
  tellEverybody(at('2026-10-20T09:00Z'))
  // 10:00 in Lisbon on Sunday is 10:00Z; 10:00 on Saturday was 09:00Z.
  expect(waiting()).toEqual(['2026-10-24T09:00:00.000Z', '2026-10-25T09:00:00.000Z'])
  expect(reminderTimes(at('2026-03-29T09:00Z'), 'Europe/Lisbon', 0)[0]?.dueAt).toBe(at('2026-03-28T10:00Z'))
})

test('what was booked later than a reminder would be due gets none', () => {
  const start = theMorning + 2 * hour
  salon.book(salon.service(), start)
  tellEverybody()
  expect(waiting()).toEqual([new Date(start - hour).toISOString()])
  salon.book(salon.service({ title: 'Beard', staffIds: [salon.people.Rui!], placeIds: [] }), theMorning + 30 * minute, { who: 'Rita' })
  tellEverybody()
  expect(waiting()).toHaveLength(1)
})

test('a booking that waits for its answer gets reminders when it is confirmed, and only those still to come', () => {
  const { id } = salon.book(salon.service({ approval: true }), '2026-11-04T10:00Z')
  tellEverybody()
  expect(waiting()).toEqual([])
  const later = at('2026-11-03T11:00Z')
  confirmBooking(salon.at(later), id)
  tellEverybody(later)
  expect(waiting()).toEqual(['2026-11-04T09:00:00.000Z'])
})

test('a move takes its reminders along; moved back and forth, each is sent once; a cancellation drops them', () => {
  const { id } = salon.book(salon.service(), '2026-11-10T10:00Z')
  tellEverybody()
  const move = (to: string) => {
    const item = read((db) => bookingById(db, salon.owner.businessId, id))!.items[0]!
    expect(moveBooking(salon.customer(), { bookingId: id, items: [{ itemId: item.id, choice: { start: to, staff: null, store: null } }] })).toMatchObject({ ok: true })
    tellEverybody()
  }
  move('2026-11-12T11:00Z')
  expect(waiting()).toEqual(['2026-11-11T11:00:00.000Z', '2026-11-12T10:00:00.000Z'])
  move('2026-11-10T10:00Z')
  expect(waiting()).toEqual(['2026-11-09T10:00:00.000Z', '2026-11-10T09:00:00.000Z'])
  send(at('2026-11-09T10:00Z'))
  cancelBooking(salon.customer(), id, null)
  tellEverybody()
  expect(waiting()).toEqual([])
  send(at('2026-11-10T09:00Z'))
  expect(reminded()).toHaveLength(1)
})

test('after a standstill nobody is reminded of a visit that has begun', () => {
  salon.book(salon.service(), '2026-11-10T10:00Z')
  tellEverybody()
  expect(send(at('2026-11-10T10:05Z'))).toBe(2)
  expect([reminded(), waiting()]).toEqual([[], []])
})

test('somebody with an account is told in the centre too, and turns the mail off in their preferences', () => {
  const { id } = person({ email: marta })
  const service = salon.service()
  salon.book(service, '2026-11-10T10:00Z')
  salon.book(service, '2026-11-12T10:00Z')
  change('UPDATE contacts SET user_id = ? WHERE email_key = ?', id, marta)
  tellEverybody()
  send(at('2026-11-09T10:00Z'))
  expect(reminded()[0]?.headers).toEqual([{ name: 'List-Unsubscribe', value: expect.stringMatching(/\/account\/notification-preferences>$/) }])
  savePreferences(contextAt(), { userId: id, wanted: ['visit-reminder app'] })
  send(at('2026-11-11T10:00Z'))
  expect(reminded()).toHaveLength(1)
  expect(toldInCentre(id).filter((kind) => kind === 'visit-reminder')).toHaveLength(2)
})

test('a guest who stops the reminders of a booking gets none of it', () => {
  const { id } = salon.book(salon.service(), '2026-11-10T10:00Z')
  tellEverybody()
  expect(stopReminders(salon.customer(), id)).toMatchObject({ ok: true })
  expect(waiting()).toEqual([])
  expect(stopReminders(new Salon({ name: 'Another' }).customer(), id)).toEqual({ ok: false, refusal: 'unknown-booking' })
})
