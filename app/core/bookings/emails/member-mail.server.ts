import { createElement } from 'react'
import { formatDateTime } from '~/kernel/format'
import { env } from '~/platform/env.server'
import { renderMail } from '~/platform/mail-templates/index.server'
import type { OutgoingMail } from '~/platform/outbox/enqueue-mail.server'
import { i18nFor } from '~/platform/words/i18n'
import { BookingMail } from './booking-mail'
import { factsOf } from './customer-mail.server'
import { together } from '../together'
import type { Letter } from './letter.server'
import { memberWords, type MemberOccasion } from './member-words'

export interface MemberMail {
  readonly occasion: MemberOccasion
  readonly language: string
  readonly otherStartsAt?: number
  readonly reason?: string | null
  /** The item that was called off alone. */
  readonly item?: string
  /** False for somebody without an account: they have no page of preferences, and no dashboard. */
  readonly hasAccount: boolean
}

/** Where a member sees a booking. */
export function deskPath({ business, booking }: Letter): string {
  return `/dashboard/${business.slug}/bookings/${booking.reference}`
}

/** A mail to somebody who works for the business, in their language, without its key and address. */
export function memberMail(letter: Letter, { occasion, language, otherStartsAt, reason = null, item = '', hasAccount }: MemberMail): Omit<OutgoingMail, 'key' | 'to'> {
  const { booking, business, zone } = letter
  const i18n = i18nFor(language)
  const written = (at: number | null | undefined) => (at == null ? '' : formatDateTime(i18n.locale, zone, at))
  const words = memberWords(i18n, occasion, {
    what: together(i18n, letter.titles),
    item,
    customer: booking.contactName,
    start: written(booking.startsAt),
    answerBy: written(booking.answerBy),
    otherStart: written(otherStartsAt),
  })
  const preferences = `${env().APP_URL}/account/notification-preferences`
  const facts = factsOf(i18n, letter)
  const customer = { label: i18n.t('Customer'), value: [booking.contactName, booking.contactPhone].filter(Boolean).join(', ') }
  const content = renderMail(
    i18n,
    createElement(BookingMail, {
      words,
      business: business.name,
      facts: [customer, ...facts, ...(booking.note ? [{ label: i18n.t('Note'), value: booking.note }] : [])],
      reason,
      action: hasAccount ? { label: i18n.t('See the booking'), href: `${env().APP_URL}${deskPath(letter)}` } : null,
      prices: [],
      policy: null,
      hasCalendarFile: false,
      why: i18n.t('Sent by Guildhall, because you work for {business}.', { business: business.name }),
      ...(hasAccount ? { stop: { label: i18n.t('Choose what we tell you'), href: preferences } } : {}),
    }),
  )
  const headers = hasAccount ? [{ name: 'List-Unsubscribe', value: `<${preferences}>` }] : []
  return { businessId: business.id, template: `member-${occasion}`, subject: words.subject, ...content, fromName: business.name, replyTo: booking.contactEmail, headers }
}
