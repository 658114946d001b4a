import type { I18n } from '@lingui/core'
import { formatMoney } from '~/kernel/format'
import { worded } from '~/platform/words/i18n'

/** What a line of the timeline is about. */
export const activityKinds = ['bookings', 'money', 'check-in', 'waiting-list', 'sessions', 'listings', 'reviews'] as const
export type ActivityKind = (typeof activityKinds)[number]

/** The kinds as filters name them. */
export const activityKindNames = worded(
  (i18n: I18n): Readonly<Record<ActivityKind, string>> => ({
    bookings: i18n.t('Bookings'),
    money: i18n.t('Money'),
    'check-in': i18n.t('Check-in'),
    'waiting-list': i18n.t('Waiting list'),
    sessions: i18n.t('Dates'),
    listings: i18n.t('Listings'),
    reviews: i18n.t('Reviews'),
  }),
)

/** Where what an act is about is found: under its subject, or under one of its values. */
export interface About {
  readonly kind: ActivityKind
  readonly of: 'booking' | 'item' | 'sale' | 'session' | 'listing'
  /** The value of the act that names it; its subject unless told. */
  readonly under?: string
}

const booking: About = { kind: 'bookings', of: 'booking' }
const sale: About = { kind: 'money', of: 'sale' }
const session: About = { kind: 'sessions', of: 'session' }
const listing: About = { kind: 'listings', of: 'listing' }
const checkIn: About = { kind: 'check-in', of: 'item' }
const review: About = { kind: 'reviews', of: 'listing', under: 'listingId' }

/** The acts of the audit that a timeline tells; of all others it is silent. */
export const toldActs: Readonly<Record<string, About>> = {
  'bookings.booking.place': booking, 'bookings.booking.secure': booking, 'bookings.booking.confirmed': booking, 'bookings.booking.declined': booking,
  'bookings.booking.cancelled': booking, 'bookings.booking.expired': booking, 'bookings.booking.completed': booking, 'bookings.booking.no_show': booking,
  'bookings.booking.move': booking, 'bookings.item.cancel': booking, 'bookings.item.reassign': booking, 'bookings.move.ask': booking, 'bookings.move.declined': booking, 'bookings.move.expired': booking,
  'sales.payment.take': sale, 'sales.payment.undo': sale, 'sales.refund.make': sale, 'sales.refund.give': sale, 'sales.refund.fail': sale, 'sales.refund.withdraw': sale,
  'admission.item.admit': checkIn, 'admission.item.undo': checkIn,
  'waiting-list.entry.join': { kind: 'waiting-list', of: 'session', under: 'sessionId' }, 'waiting-list.entry.accept': { kind: 'waiting-list', of: 'booking', under: 'bookingId' },
  'sessions.session.create': session, 'sessions.session.change': session, 'sessions.session.move': session, 'sessions.session.confirm': session, 'sessions.session.cancel': session,
  'listings.listing.create': listing, 'listings.listing.change': listing, 'listings.listing.set-status': listing,
  'reviews.review.give': review, 'reviews.review.answer': review, 'reviews.review.hide': review, 'reviews.review.show': review,
}

interface Act {
  readonly action: string
  readonly changes: Readonly<Record<string, unknown>>
  readonly currency: string
}

/** What was done, in a few words. */
export function activityWords(i18n: I18n, { action, changes, currency }: Act): string {
  const { status, amountMinor, stars } = changes
  const amount = typeof amountMinor === 'number' ? formatMoney(i18n.locale, amountMinor, currency) : ''
  if (action === 'listings.listing.set-status' && typeof status === 'string') return statusWords(i18n)[status] ?? status
  if (action.startsWith('sales.')) return moneyWords(i18n, action, amount)
  if (action === 'reviews.review.give' && typeof stars === 'number') return i18n.t('{stars, plural, one {# star given} other {# stars given}}', { stars })
  return plainWords(i18n)[action] ?? action
}

const statusWords = worded(
  (i18n: I18n): Readonly<Record<string, string>> => ({
    active: i18n.t('Listing published'),
    paused: i18n.t('Listing paused'),
    archived: i18n.t('Listing archived'),
  }),
)

function moneyWords(i18n: I18n, action: string, amount: string): string {
  switch (action) {
    case 'sales.payment.take':
      return i18n.t('{amount} paid', { amount })
    case 'sales.refund.make':
      return i18n.t('{amount} due back', { amount })
    case 'sales.refund.give':
      return i18n.t('{amount} given back', { amount })
    case 'sales.refund.fail':
      return i18n.t('A refund of {amount} did not arrive', { amount })
    case 'sales.refund.withdraw':
      return i18n.t('A refund of {amount} withdrawn', { amount })
    default:
      return i18n.t('A payment undone')
  }
}

const plainWords = worded(
  (i18n: I18n): Readonly<Record<string, string>> => ({
    'bookings.booking.place': i18n.t('Booked'),
    'bookings.booking.secure': i18n.t('Paid what was due at once'),
    'bookings.booking.confirmed': i18n.t('Confirmed'),
    'bookings.booking.declined': i18n.t('Declined'),
    'bookings.booking.cancelled': i18n.t('Cancelled'),
    'bookings.booking.expired': i18n.t('Lapsed'),
    'bookings.booking.completed': i18n.t('Completed'),
    'bookings.booking.no_show': i18n.t('No-show'),
    'bookings.booking.move': i18n.t('Moved to another time'),
    'bookings.item.cancel': i18n.t('A part cancelled'),
    'bookings.item.reassign': i18n.t('Given to somebody else'),
    'bookings.move.ask': i18n.t('Another time asked for'),
    'bookings.move.declined': i18n.t('Another time declined'),
    'bookings.move.expired': i18n.t('Another time not answered'),
    'admission.item.admit': i18n.t('Checked in'),
    'admission.item.undo': i18n.t('Check-in undone'),
    'waiting-list.entry.join': i18n.t('Joined the waiting list'),
    'waiting-list.entry.accept': i18n.t('Took a place from the waiting list'),
    'sessions.session.create': i18n.t('Date added'),
    'sessions.session.change': i18n.t('Date changed'),
    'sessions.session.move': i18n.t('Date moved'),
    'sessions.session.confirm': i18n.t('Date takes place'),
    'sessions.session.cancel': i18n.t('Date cancelled'),
    'listings.listing.create': i18n.t('Listing added'),
    'listings.listing.change': i18n.t('Listing changed'),
    'reviews.review.answer': i18n.t('Review answered'),
    'reviews.review.hide': i18n.t('Review hidden'),
    'reviews.review.show': i18n.t('Review shown again'),
  }),
)
