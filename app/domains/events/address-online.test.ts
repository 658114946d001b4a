import { inflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { shownTickets } from '~/core/admission/shown-tickets.server'
import { ticketFile } from '~/core/admission/ticket-file.server'
import { bookingById, cancelBooking, confirmBooking, letterFor } from '~/core/bookings/index.server'
import { customerPage } from '~/core/bookings/customer-page.server'
import { customerMail } from '~/core/bookings/emails/customer-mail.server'
import { calendarEntry } from '~/core/bookings/emails/calendar-entry.server'
import { minute } from '~/kernel/time'
import { read } from '~/platform/database.server'
import { ConcertHall } from '../../../tests/world/concert-hall'
import { theMorning, withDatabase } from '../../../tests/world/world'

withDatabase()

const address = 'https://meet.example.test/the-talk'

/** A talk in the net that the business confirms one by one, and an order of a ticket for it. */
function talk() {
  const hall = new ConcertHall()
  const event = hall.event({ title: 'Talk', form: 'virtual', venueName: null, venueAddress: null, virtualLink: address, approval: true })
  const ticket = hall.ticket(event)
  const evening = hall.date(event, '2026-12-05T19:30')
  hall.publish(event)
  return { hall, evening, bookingId: hall.buyId(evening, [ticket]) }
}

/** Everything that a customer has of a booking in writing at `now`, each as text. */
function inWriting(hall: ConcertHall, bookingId: string, now = theMorning) {
  return read((db) => {
    const booking = bookingById(db, hall.owner.businessId, bookingId)
    const letter = booking && letterFor(db, booking)
    if (!letter) throw new Error(`No booking ${bookingId}`)
    const ctx = { ...hall.customer(now), booking: { id: bookingId, reference: booking.reference, by: 'link' as const, token: null } }
    const tickets = shownTickets(db, ctx.i18n, hall.owner.businessId, bookingId, now)
    return {
      page: customerPage(db, ctx)?.onlineHref ?? '',
      mail: customerMail(letter, { occasion: booking.status === 'pending' ? 'received' : booking.status === 'cancelled' ? 'cancelled' : 'confirmed', now }).text,
      calendar: unfolded(calendarEntry(letter, now).content),
      file: tickets ? textOfPdf(ticketFile(ctx.i18n, tickets, now)) : '',
    }
  })
}

const whoSays = (writing: ReturnType<typeof inWriting>) => Object.entries(writing).flatMap(([where, text]) => (text.includes(address) ? [where] : []))

test('the address online is told to nobody whose ticket waits for the business', () => {
  const { hall, bookingId } = talk()
  expect(whoSays(inWriting(hall, bookingId))).toStrictEqual([])
})

test('once the ticket is confirmed it stands on the page, in the mail, in the calendar and on the ticket', () => {
  const { hall, bookingId } = talk()
  confirmBooking(hall.owner, bookingId)
  expect(whoSays(inWriting(hall, bookingId))).toStrictEqual(['page', 'mail', 'calendar', 'file'])
})

test('who comes late still finds it on the page; who comes after the end, or has cancelled, does not', () => {
  const { hall, evening, bookingId } = talk()
  confirmBooking(hall.owner, bookingId)
  expect(inWriting(hall, bookingId, evening.startsAt + 10 * minute).page).toBe(address)
  expect(inWriting(hall, bookingId, evening.endsAt).page).toBe('')
  cancelBooking(hall.customer(), bookingId, null)
  expect(whoSays(inWriting(hall, bookingId))).toStrictEqual([])
})

// RFC 5545, 3.1: a line that begins with a space goes on with the one before it.
function unfolded(calendar: string): string {
  return calendar.replaceAll(/\r\n[ \t]/g, '')
}

/** The letters that a file draws, in their order: its streams are deflated, its texts written in hexadecimal pairs. */
function textOfPdf(file: Buffer): string {
  const streams = [...file.toString('latin1').matchAll(/stream\n([\s\S]*?)\nendstream/g)].map(([, stream = '']) => inflateSync(Buffer.from(stream, 'latin1')).toString('latin1'))
  return [...streams.join('\n').matchAll(/<([0-9a-f]+)>/g)].map(([, hex = '']) => Buffer.from(hex, 'hex').toString('latin1')).join('')
}
