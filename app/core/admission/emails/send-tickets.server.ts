import { createElement } from 'react'
import { formatDateTime, formatRange } from '~/kernel/format'
import type { Ctx } from '~/kernel/ctx'
import type { Db } from '~/platform/database.server'
import { renderMail } from '~/platform/mail-templates/index.server'
import { enqueueMail } from '~/platform/outbox/enqueue-mail.server'
import { i18nFor } from '~/platform/words/i18n'
import { letterFor, type Booking } from '../../bookings/index.server'
import { encloseTickets } from '../enclose-tickets.server'
import { TicketMail } from './ticket-mail'

/** Writes the mail with a booking's tickets as they are now, in the booking's language; nothing where there is no address or no ticket. `key`: what is sent once. */
export function sendTickets(db: Db, ctx: Ctx, booking: Booking, key: string): void {
  const letter = letterFor(db, booking)
  const i18n = i18nFor(booking.language)
  const enclosure = encloseTickets(db, booking, i18n, ctx.now)
  if (!letter || !enclosure || booking.contactEmail === null) return
  const { business, zone, what, where, link } = letter
  const content = renderMail(
    i18n,
    createElement(TicketMail, {
      title: i18n.t('Your new tickets'),
      lead: i18n.t('Dear {name}, these tickets take the place of the earlier ones, whose codes no longer open the door.', { name: booking.contactName }),
      business: business.name,
      facts: [
        { label: i18n.t('What'), value: what },
        { label: i18n.t('When'), value: formatRange(i18n.locale, zone, booking.startsAt, booking.endsAt) },
        { label: i18n.t('Where'), value: where },
        ...enclosure.facts,
        { label: i18n.t('Reference'), value: booking.reference },
      ],
      link: { label: enclosure.label, href: link.replace('?', `${enclosure.page}?`) },
      why: i18n.t('Sent by {sender}, because you booked there.', { sender: [business.name, where].filter(Boolean).join(', ') }),
    }),
  )
  enqueueMail(db, ctx, {
    key,
    businessId: business.id,
    template: 'new-tickets',
    to: booking.contactEmail,
    subject: i18n.t('New tickets: {what} at {business}, {start}', { what, business: business.name, start: formatDateTime(i18n.locale, zone, booking.startsAt) }),
    ...content,
    fromName: business.name,
    replyTo: business.email,
    attachments: enclosure.attachments(),
  })
}
