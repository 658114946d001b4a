import type { BusinessCtx } from '~/kernel/ctx'
import { csvFile } from '~/kernel/csv'
import type { Db } from '~/platform/database.server'
import type { Attendee } from './attendees.server'
import { detailsOf } from './attendee-details.server'
import { ticketOf, hasTicket } from './tickets.server'
import { registrationName } from './words'

/** The list of a session's attendees as a file for spreadsheets: a row for each place, a column for each question that was asked. */
export function attendeeFile(db: Db, ctx: BusinessCtx, attendees: readonly Attendee[]): string {
  const { i18n } = ctx
  const details = attendees.map((attendee) => detailsOf(db, ctx, attendee))
  const questions = [...new Set(details.flatMap(({ answers }) => answers.map(({ label }) => label)))]
  const headings = [
    i18n.t('Name'), i18n.t('What'), i18n.t('People'), i18n.t('In'), i18n.t('State'), i18n.t('Reference'), i18n.t('Ticket code'), i18n.t('Booked by'), i18n.t('E-mail address'),
    i18n.t('Telephone'), i18n.t('Note'), ...questions,
  ]
  const rows = attendees.map((attendee, index) => [
    attendee.name,
    details[index]?.what ?? attendee.title,
    String(attendee.quantity),
    String(attendee.admitted),
    registrationName(i18n, attendee.registration).label,
    attendee.reference,
    hasTicket(attendee) ? ticketOf(db, attendee).code : '',
    attendee.contactName,
    attendee.email ?? '',
    attendee.phone ?? '',
    attendee.note ?? '',
    ...questions.map((question) => details[index]?.answers.find(({ label }) => label === question)?.answer ?? ''),
  ])
  return csvFile([headings, ...rows])
}
