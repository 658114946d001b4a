import type { I18n } from '@lingui/core'
import { formatDateTime, zonePlace } from '~/kernel/format'
import type { NotificationKind } from './model/kinds'

/** What the sentence of a notification is made of; instants as digits, since a row keeps text. */
export type NotificationParams = Readonly<Record<string, string>>

type Sentence = (i18n: I18n, values: Values) => string

interface Values {
  readonly what: string
  readonly when: string
  readonly reference: string
  readonly business: string
  /** The other channel whose calendar is read. */
  readonly channel: string
}

/** What a kind is called on the page of preferences. */
export function kindLabel(i18n: I18n, kind: NotificationKind): string {
  return labels[kind](i18n)
}

/** The sentence of a notification in the reader's language. */
export function notificationSentence(i18n: I18n, kind: NotificationKind, { what = '', startsAt, zone, reference = '', business = '', channel = '' }: NotificationParams): string {
  const when = startsAt && zone ? `${formatDateTime(i18n.locale, zone, Number(startsAt))} (${zonePlace(zone)})` : ''
  return sentences[kind](i18n, { what, when, reference, business, channel })
}

const labels: Readonly<Record<NotificationKind, (i18n: I18n) => string>> = {
  'booking-placed': (i18n) => i18n.t('New bookings'),
  'booking-cancelled': (i18n) => i18n.t('Bookings that a customer cancels'),
  'booking-moved': (i18n) => i18n.t('Bookings that a customer moves'),
  'booking-unanswered': (i18n) => i18n.t('Requests that ran out without an answer'),
  'move-asked': (i18n) => i18n.t('Requests for another time'),
  'session-undecided': (i18n) => i18n.t('Dates with too few people'),
  'session-moved': (i18n) => i18n.t('Dates you lead that move'),
  'session-cancelled': (i18n) => i18n.t('Dates you lead that are cancelled'),
  'series-left-out': (i18n) => i18n.t('Dates that a series leaves out'),
  'channel-clash': (i18n) => i18n.t('Bookings that another channel has too'),
  'channel-failing': (i18n) => i18n.t('Calendars of other channels that cannot be read'),
  'enquiry-received': (i18n) => i18n.t('Questions about what you offer'),
  'member-joined': (i18n) => i18n.t('New members of the business'),
  'visit-held': (i18n) => i18n.t('Times that are kept until you pay'),
  'visit-lapsed': (i18n) => i18n.t('Times that were not paid'),
  'visit-paid-late': (i18n) => i18n.t('Payments that came too late'),
  'visit-received': (i18n) => i18n.t('Requests that you sent'),
  'visit-confirmed': (i18n) => i18n.t('Confirmed bookings'),
  'visit-declined': (i18n) => i18n.t('Declined bookings'),
  'visit-moved': (i18n) => i18n.t('Moved bookings'),
  'visit-not-moved': (i18n) => i18n.t('Moves that were not possible'),
  'visit-cancelled': (i18n) => i18n.t('Cancelled bookings'),
  'visit-item-cancelled': (i18n) => i18n.t('Bookings that lose a part'),
  'visit-expired': (i18n) => i18n.t('Requests that nobody answered in time'),
  'visit-reminder': (i18n) => i18n.t('Reminders, the day and the hour before'),
  'log-in-added': (i18n) => i18n.t('New ways to log in'),
  'password-changed': (i18n) => i18n.t('Changes of your password'),
}

const sentences: Readonly<Record<NotificationKind, Sentence>> = {
  'booking-placed': (i18n, { what, when, reference }) => i18n.t('New booking: {what}, {when}. Reference {reference}.', { what, when, reference }),
  'booking-cancelled': (i18n, { what, when, reference }) => i18n.t('The customer cancelled: {what}, {when}. Reference {reference}.', { what, when, reference }),
  'booking-moved': (i18n, { what, when, reference }) => i18n.t('The customer moved {what} to {when}. Reference {reference}.', { what, when, reference }),
  'booking-unanswered': (i18n, { what, when, reference }) => i18n.t('Nobody answered in time: {what}, {when}. Reference {reference}.', { what, when, reference }),
  'move-asked': (i18n, { what, when, reference }) => i18n.t('A customer asks to move {what} to {when}. Reference {reference}.', { what, when, reference }),
  'session-undecided': (i18n, { what, when }) => i18n.t('Too few people are booked: {what}, {when}. Decide whether it takes place.', { what, when }),
  'session-moved': (i18n, { what, when }) => i18n.t('A date that you lead has moved: {what}, now {when}.', { what, when }),
  'session-cancelled': (i18n, { what, when }) => i18n.t('A date that you lead is cancelled: {what}, {when}.', { what, when }),
  'series-left-out': (i18n, { what, when }) => i18n.t('A series goes on without dates on which somebody or some room is taken: {what}, first {when}.', { what, when }),
  'channel-clash': (i18n, { what, channel, when, reference }) => i18n.t('Booked twice: {what}, {when}. {channel} has an entry where {reference} is booked.', { what, when, channel, reference }),
  'channel-failing': (i18n, { what, channel }) => i18n.t('The calendar of {channel} for {what} could not be read for a day.', { channel, what }),
  'enquiry-received': (i18n, { what }) => i18n.t('Somebody asks about {what} and waits for an answer.', { what }),
  'member-joined': (i18n, { business }) => i18n.t('Somebody you invited has joined {business}.', { business }),
  'visit-held': (i18n, { what, when, business }) => i18n.t('{business} keeps the time until you have paid: {what}, {when}.', { what, when, business }),
  'visit-lapsed': (i18n, { what, when, business }) => i18n.t('Not paid in time, so it is no longer kept: {what} at {business}, {when}.', { what, when, business }),
  'visit-paid-late': (i18n, { what, when, business }) => i18n.t('Your payment came too late and goes back to your card: {what} at {business}, {when}.', { what, when, business }),
  'visit-received': (i18n, { what, when, business }) => i18n.t('{business} has your request: {what}, {when}.', { what, when, business }),
  'visit-confirmed': (i18n, { what, when, business }) => i18n.t('{business} expects you: {what}, {when}.', { what, when, business }),
  'visit-declined': (i18n, { what, when, business }) => i18n.t('{business} declined your booking: {what}, {when}.', { what, when, business }),
  'visit-moved': (i18n, { what, when, business }) => i18n.t('Your booking at {business} has moved: {what}, now {when}.', { what, when, business }),
  'visit-not-moved': (i18n, { what, when, business }) => i18n.t('{business} could not move your booking. It stays: {what}, {when}.', { what, when, business }),
  'visit-cancelled': (i18n, { what, when, business }) => i18n.t('Your booking at {business} is cancelled: {what}, {when}.', { what, when, business }),
  'visit-item-cancelled': (i18n, { what, when, business }) => i18n.t('A part of your booking at {business} is cancelled. What stays: {what}, {when}.', { what, when, business }),
  'visit-expired': (i18n, { what, when, business }) => i18n.t('{business} did not answer in time: {what}, {when}.', { what, when, business }),
  'visit-reminder': (i18n, { what, when, business }) => i18n.t('Soon at {business}: {what}, {when}.', { what, when, business }),
  'log-in-added': (i18n, { what }) => i18n.t('You can now log in with {provider}.', { provider: what }),
  'password-changed': (i18n) => i18n.t('Your password was changed.'),
}
