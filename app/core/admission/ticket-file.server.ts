import type { I18n } from '@lingui/core'
import { formatRange, zonePlace } from '~/kernel/format'
import { pdfFile, type PdfBlock } from '~/platform/pdf.server'
import type { ShownTicket, ShownTickets } from './shown-tickets.server'
import { howItWorks } from './ticket-words'

/** The tickets of a booking as a file, a sheet for each. `at`: what it says it was made at. */
export function ticketFile(i18n: I18n, { reference, business, tickets }: ShownTickets, at: number): Buffer {
  return pdfFile({
    title: i18n.t('Tickets {reference}, {business}', { reference, business: business.name }),
    author: business.name,
    language: i18n.locale,
    at,
    pages: tickets.map((ticket, index) => sheet(i18n, ticket, { business: business.name, reference, number: index + 1, of: tickets.length })),
  })
}

/** "EV-7K3M9Q.pdf" */
export function ticketFileName({ reference }: ShownTickets): string {
  return `${reference}.pdf`
}

interface Sheet {
  readonly business: string
  readonly reference: string
  readonly number: number
  readonly of: number
}

function sheet(i18n: I18n, ticket: ShownTicket, { business, reference, number, of }: Sheet): PdfBlock[] {
  const when = formatRange(i18n.locale, ticket.zone, ticket.startsAt, ticket.endsAt)
  return [
    { kind: 'kicker', text: of > 1 ? i18n.t('{business}, ticket {number} of {of}', { business, number, of }) : i18n.t('{business}, ticket', { business }) },
    { kind: 'title', text: ticket.what },
    {
      kind: 'facts',
      rows: [
        [i18n.t('When'), i18n.t('{when} ({place} time)', { when, place: zonePlace(ticket.zone) })],
        [i18n.t('Where'), ticket.where.text],
        ...(ticket.where.onlineHref === undefined ? [] : [[i18n.t('Join online'), ticket.where.onlineHref] as const]),
        ...(ticket.withWhom === null ? [] : [[i18n.t('With'), ticket.withWhom] as const]),
        [i18n.t('For'), ticket.name],
        ...(ticket.quantity > 1 ? [[i18n.t('People'), String(ticket.quantity)] as const] : []),
        ...ticket.facts.map(({ term, text }) => [term, text] as const),
        [i18n.t('Reference'), reference],
      ],
    },
    { kind: 'code', code: ticket.qr, text: ticket.code },
    { kind: 'fine', text: howItWorks(i18n, ticket.quantity) },
  ]
}
