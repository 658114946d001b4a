import type { I18n } from '@lingui/core'
import { createElement } from 'react'
import { formatDate, formatDateTime, formatMoney, formatRange, formatTime, formatTimeRange, zonePlace } from '~/kernel/format'
import { localDateOf } from '~/kernel/time'
import { env } from '~/platform/env.server'
import { renderMail } from '~/platform/mail-templates/index.server'
import type { Fact } from '~/platform/mail-templates/emails/layout'
import type { OutgoingMail } from '~/platform/outbox/enqueue-mail.server'
import { i18nFor } from '~/platform/words/i18n'
import { BookingMail } from './booking-mail'
import { customerHref } from '../customer-hrefs'
import { manageToken } from '../manage-link.server'
import { calendarEntry } from './calendar-entry.server'
import { customerWords, type LetterValues, type Occasion } from './customer-words'
import { together } from '../together'
import type { Letter, LetterPart } from './letter.server'
import { priceRows } from './price-rows'

export interface CustomerMail {
  readonly occasion: Occasion
  readonly now: number
  /** The start before a move, or the one that was asked for. */
  readonly otherStartsAt?: number
  /** Where one item of several was moved: its new start. */
  readonly newStartsAt?: number | undefined
  readonly reason?: string | null
  /** The item that was called off alone. */
  readonly item?: string
  /** Where this customer stops reminders. */
  readonly stopLink?: string
}

const withPrices: readonly Occasion[] = ['held', 'received', 'confirmed', 'moved', 'date-moved', 'reminder', 'item-cancelled', 'balance-soon', 'balance-due']
const withPolicy: readonly Occasion[] = ['held', 'received', 'confirmed', 'moved', 'date-moved', 'item-cancelled']
const withoutCalendar: readonly Occasion[] = ['reminder', 'held', 'lapsed', 'paid-late', 'balance-soon', 'balance-due']
const withEnclosure: readonly Occasion[] = ['confirmed', 'moved', 'reminder', 'item-cancelled']
const toChooseAgain: readonly Occasion[] = ['declined', 'expired', 'cancelled', 'lapsed', 'paid-late']

/** A mail to the customer in the language of the booking, without its key and address. */
export function customerMail(letter: Letter, mail: CustomerMail): Omit<OutgoingMail, 'key' | 'to'> {
  const { booking, business, sale } = letter
  const i18n = i18nFor(booking.language)
  const { occasion, stopLink } = mail
  const words = customerWords(i18n, occasion, valuesOf(i18n, letter, mail))
  // A reminder changes nothing, and what is not paid yet is no appointment: there is nothing to take over.
  const calendar = withoutCalendar.includes(occasion) ? [] : [calendarEntry(letter, mail.now)]
  const enclosure = withEnclosure.includes(occasion) ? letter.enclosed(mail.now) : null
  // A reminder says the codes again, and leaves the file to the mail before it.
  const enclosed = enclosure && occasion !== 'reminder' ? enclosure.attachments() : []
  const content = renderMail(
    i18n,
    createElement(BookingMail, {
      words,
      business: business.name,
      facts: [...factsOf(i18n, letter), ...onlineFacts(i18n, letter), ...(enclosure?.facts ?? [])],
      reason: mail.reason ?? null,
      action: actionOf(i18n, letter, occasion),
      prices: sale && (withPrices.includes(occasion) || sale.paidMinor > 0) ? priceRows(i18n, sale, restDayOf(i18n, letter)) : [],
      policy: withPolicy.includes(occasion) ? letter.policy.join(' ') || null : null,
      hasCalendarFile: calendar.length > 0,
      enclosure: enclosure && { label: enclosure.label, href: `${env().APP_URL}${customerHref({ reference: booking.reference, token: manageToken(booking) }, enclosure.page)}` },
      why: whyOf(i18n, letter, occasion),
      ...(stopLink ? { stop: { label: i18n.t('Stop reminders'), href: stopLink } } : {}),
    }),
  )
  return {
    businessId: business.id,
    template: `booking-${occasion}`,
    subject: words.subject,
    ...content,
    fromName: business.name,
    replyTo: business.email,
    headers: stopLink ? [{ name: 'List-Unsubscribe', value: `<${stopLink}>` }] : [],
    attachments: [...calendar, ...enclosed],
  }
}

/** What, when, with whom, where, reference; of several, each with its time and person. */
export function factsOf(i18n: I18n, { booking, titles, people, parts, where, facts, zone }: Letter): Fact[] {
  const when = formatRange(i18n.locale, zone, booking.startsAt, booking.endsAt)
  const withWhom = parts.length === 0 && people.length > 0 ? together(i18n, people) : null
  return [
    { label: i18n.t('What'), value: createElement('strong', null, together(i18n, titles)) },
    { label: i18n.t('When'), value: createElement('strong', null, i18n.t('{when} ({place} time)', { when, place: zonePlace(zone) })) },
    ...parts.map((part) => ({ label: part.title, value: partWords(i18n, zone, part) })),
    ...(withWhom ? [{ label: i18n.t('With'), value: withWhom }] : []),
    ...facts.map(({ term, text }) => ({ label: term, value: text })),
    { label: i18n.t('Where'), value: where },
    { label: i18n.t('Reference'), value: booking.reference },
  ]
}

function onlineFacts(i18n: I18n, { onlineHref }: Letter): Fact[] {
  return onlineHref === null ? [] : [{ label: i18n.t('Join online'), value: createElement('a', { href: onlineHref }, onlineHref) }]
}

function partWords(i18n: I18n, zone: string, { startsAt, endsAt, withWhom, facts }: LetterPart): string {
  const time = formatTimeRange(i18n.locale, zone, startsAt, endsAt)
  return [withWhom === null ? time : i18n.t('{time} with {person}', { time, person: withWhom }), ...facts.map(({ text }) => text)].join(', ')
}

function valuesOf(i18n: I18n, { booking, business, sale, what, zone }: Letter, { now, otherStartsAt, newStartsAt, item = '' }: CustomerMail): LetterValues {
  const written = (at: number | null | undefined) => (at == null ? '' : formatDateTime(i18n.locale, zone, at))
  return {
    name: booking.contactName,
    business: business.name,
    what,
    item,
    start: written(booking.startsAt),
    answerBy: written(booking.answerBy),
    otherStart: written(otherStartsAt),
    newStart: written(newStartsAt),
    payBy: booking.holdUntil === null ? '' : formatTime(i18n.locale, zone, booking.holdUntil),
    amount: sale ? formatMoney(i18n.locale, booking.status === 'held' ? sale.dueAtOnceMinor : sale.paidMinor, sale.currency) : '',
    restDay: restDayOf(i18n, { sale, zone }) ?? '',
    rest: sale ? formatMoney(i18n.locale, sale.dueMinor, sale.currency) : '',
    isToday: localDateOf(now, zone) === localDateOf(booking.startsAt, zone),
    time: formatTime(i18n.locale, zone, booking.startsAt),
  }
}

function restDayOf(i18n: I18n, { sale, zone }: Pick<Letter, 'sale' | 'zone'>): string | null {
  return sale?.restDueAt == null ? null : formatDate(i18n.locale, zone, sale.restDueAt)
}

function actionOf(i18n: I18n, { business, link }: Letter, occasion: Occasion): { label: string; href: string } {
  if (toChooseAgain.includes(occasion)) return { label: i18n.t('Choose another time'), href: `${env().APP_URL}/b/${business.slug}` }
  if (occasion === 'balance-soon' || occasion === 'balance-due') return { label: i18n.t('Pay the rest'), href: link }
  if (occasion === 'held') return { label: i18n.t('Pay and keep your time'), href: link }
  return { label: i18n.t('See, move or cancel your booking'), href: link }
}

function whyOf(i18n: I18n, { business, store, where }: Letter, occasion: Occasion): string {
  const sender = [business.name, where, store.phone ?? business.phone].filter(Boolean).join(', ')
  if (occasion === 'reminder') return i18n.t('Sent by {sender}, because you booked there. We remind you once a day before and once an hour before.', { sender })
  return i18n.t('Sent by {sender}, because you booked there.', { sender })
}
