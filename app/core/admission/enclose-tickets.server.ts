import type { I18n } from '@lingui/core'
import type { Db } from '~/platform/database.server'
import type { Booking, Enclosure } from '../bookings/index.server'
import { placeTitle } from './place-words.server'
import { ticketFile, ticketFileName } from './ticket-file.server'
import { shownTickets } from './shown-tickets.server'
import { ticketsOf } from './tickets.server'

/** So many codes stand in a mail itself; the file and the page have them all. */
const mostInLetters = 12

/** What goes with a booking that has tickets: their page, their codes in letters, and the file for paper. */
export function encloseTickets(db: Db, booking: Booking, i18n: I18n, now: number): Enclosure | null {
  const tickets = ticketsOf(db, booking.businessId, booking.id, now)
  if (tickets.length === 0) return null
  const several = tickets.length > 1
  return {
    label: i18n.t('{count, plural, one {Your ticket} other {Your # tickets}}', { count: tickets.length }),
    page: '/tickets',
    facts: tickets.slice(0, mostInLetters).map(({ place, code }) => ({
      label: several ? i18n.t('Ticket for {name}', { name: place.name }) : i18n.t('Ticket code'),
      value: several ? `${code} (${placeTitle(db, i18n, place)})` : code,
    })),
    attachments: () => {
      const shown = shownTickets(db, i18n, booking.businessId, booking.id, now)
      if (!shown) return []
      return [{ name: ticketFileName(shown), type: 'application/pdf', content: ticketFile(i18n, shown, now).toString('base64'), encoding: 'base64' }]
    },
  }
}
