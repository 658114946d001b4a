import type { I18n } from '@lingui/core'
import { createElement } from 'react'
import { formatDateTime, formatDay, formatRange, zonePlace } from '~/kernel/format'
import { env } from '~/platform/env.server'
import { renderMail } from '~/platform/mail-templates/index.server'
import type { Fact } from '~/platform/mail-templates/emails/layout'
import type { OutgoingMail } from '~/platform/outbox/enqueue-mail.server'
import { i18nFor } from '~/platform/words/i18n'
import type { Business } from '../../businesses/index.server'
import type { Session } from '../../sessions/index.server'
import { BookingMail } from './booking-mail'

/** What somebody who works for the business is told of a session. */
export type SessionNews =
  | { readonly kind: 'session-undecided'; readonly booked: number; readonly minPeople: number }
  | { readonly kind: 'session-moved'; readonly fromStartsAt: number }
  | { readonly kind: 'session-cancelled' }
  | { readonly kind: 'series-left-out'; readonly dates: readonly string[] }

export interface SessionMail {
  readonly business: Business
  /** What the session is called. */
  readonly what: string
  readonly session: Pick<Session, 'startsAt' | 'endsAt' | 'timeZone' | 'reason'>
  readonly news: SessionNews
  /** A path of the house. */
  readonly href: string
  readonly language: string
  /** False for somebody without an account: they have no page of preferences, and no dashboard. */
  readonly hasAccount: boolean
}

/** A mail about a session to somebody who works for the business, in their language, without its key and address. */
export function sessionMail({ business, what, session, news, href, language, hasAccount }: SessionMail): Omit<OutgoingMail, 'key' | 'to'> {
  const i18n = i18nFor(language)
  const { startsAt, endsAt, timeZone } = session
  const words = wordsOf(i18n, news, what, session)
  const preferences = `${env().APP_URL}/account/notification-preferences`
  const when = i18n.t('{when} ({place} time)', { when: formatRange(i18n.locale, timeZone, startsAt, endsAt), place: zonePlace(timeZone) })
  const facts: Fact[] = [{ label: i18n.t('What'), value: what }, ...(news.kind === 'series-left-out' ? [] : [{ label: i18n.t('When'), value: when }])]
  const label = news.kind === 'session-undecided' ? i18n.t('Decide') : i18n.t('See the date')
  const content = renderMail(
    i18n,
    createElement(BookingMail, {
      words,
      business: business.name,
      facts,
      reason: news.kind === 'session-cancelled' ? session.reason : null,
      action: hasAccount ? { label, href: `${env().APP_URL}${href}` } : null,
      prices: [],
      policy: null,
      hasCalendarFile: false,
      why: i18n.t('Sent by Guildhall, because you work for {business}.', { business: business.name }),
      ...(hasAccount ? { stop: { label: i18n.t('Choose what we tell you'), href: preferences } } : {}),
    }),
  )
  const headers = hasAccount ? [{ name: 'List-Unsubscribe', value: `<${preferences}>` }] : []
  return { businessId: business.id, template: news.kind, subject: words.subject, ...content, fromName: business.name, replyTo: business.email, headers }
}

function wordsOf(i18n: I18n, news: SessionNews, what: string, { startsAt, timeZone }: SessionMail['session']): { subject: string; title: string; lead: string } {
  const start = formatDateTime(i18n.locale, timeZone, startsAt)
  switch (news.kind) {
    case 'session-undecided': {
      const { booked, minPeople } = news
      return {
        subject: i18n.t('Please decide: {what}, {start}', { what, start }),
        title: i18n.t('Decide whether it takes place'),
        lead: i18n.t('{booked, plural, =0 {Nobody is booked} one {# place is booked} other {# places are booked}}; you wanted {minPeople}. If you decide nothing, it takes place.', { booked, minPeople }),
      }
    }
    case 'session-moved': {
      const otherStart = formatDateTime(i18n.locale, timeZone, news.fromStartsAt)
      return { subject: i18n.t('Moved: {what}, now {start}', { what, start }), title: i18n.t('Now on {start}', { start }), lead: i18n.t('You lead it. It was {otherStart}.', { otherStart }) }
    }
    case 'session-cancelled':
      return { subject: i18n.t('Cancelled: {what}, {start}', { what, start }), title: i18n.t('You need not come on {start}', { start }), lead: i18n.t('The date that you were to lead is cancelled. Your time is free again.') }
    case 'series-left-out': {
      const days = new Intl.ListFormat(i18n.locale, { type: 'conjunction' }).format(news.dates.map((date) => formatDay(i18n.locale, date)))
      return {
        subject: i18n.t('Dates left out: {what}', { what }),
        title: i18n.t('Some dates could not be made'),
        lead: i18n.t('The series goes on, but somebody or some room is taken on {days}. These dates were left out. Add them by hand where you can free what is taken.', { days }),
      }
    }
  }
}
