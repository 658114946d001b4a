import type { I18n } from '@lingui/core'
import { formatDay } from '~/kernel/format'
import { never } from '~/kernel/result'
import type { FeedOutcome } from './feeds.server'
import type { AddressRefusal } from './addresses.server'
import type { FeedRefusal } from './save-feed.server'
import type { Nights } from './model/nights-of-entry'

/** How asking for a calendar ended, and what to do about it. */
export function outcomeWords(i18n: I18n, outcome: FeedOutcome | null, status: number | null): string {
  return outcome === null ? i18n.t('Not asked for yet.') : outcomes[outcome](i18n, status)
}

/** Whether an outcome is as it should be. */
export function wentWell(outcome: FeedOutcome | null): boolean {
  return outcome === 'read' || outcome === 'unchanged'
}

const outcomes: Readonly<Record<FeedOutcome, (i18n: I18n, status: number | null) => string>> = {
  read: (i18n) => i18n.t('Read.'),
  unchanged: (i18n) => i18n.t('Nothing has changed there.'),
  'no-listing': (i18n) => i18n.t('This listing has no calendar to exchange any more.'),
  'no-web-address': (i18n) => i18n.t('The address leads nowhere on the web. Copy it again from the other channel.'),
  'unknown-name': (i18n) => i18n.t('There is no such site. Copy the address again from the other channel.'),
  'private-address': (i18n) => i18n.t('The address leads into a private network, where we do not go.'),
  'no-connection': (i18n) => i18n.t('The other channel could not be reached.'),
  'too-slow': (i18n) => i18n.t('The other channel took longer than ten seconds to answer.'),
  'too-large': (i18n) => i18n.t('The calendar is larger than 5 MB.'),
  'too-many-redirects': (i18n) => i18n.t('The address sends us from page to page. Copy it again from the other channel.'),
  status: (i18n, status) =>
    status === 404 || status === 410 || status === 401 || status === 403
      ? i18n.t('The other channel no longer gives out this calendar (it answered {status}). Copy its address again.', { status })
      : i18n.t('The other channel answered {status} instead of a calendar.', { status }),
  'no-calendar': (i18n) => i18n.t('What lies there is no calendar, or a broken one.'),
  'too-many-entries': (i18n) => i18n.t('The calendar has more than 5,000 entries.'),
  'too-much-work': (i18n) => i18n.t('The calendar has entries that come again in ways that nobody can follow.'),
}

/** "Tue 10 Nov 2026 – Fri 13 Nov 2026": the days of arrival and departure. */
export function nightsWords(i18n: I18n, { from, to }: Nights): string {
  return `${formatDay(i18n.locale, from)} – ${formatDay(i18n.locale, to)}`
}

/** Why a calendar was not saved, with the field that it is about. */
export function feedRefusalWords(i18n: I18n, refusal: FeedRefusal): { readonly field: 'address' | ''; readonly sentence: string } {
  switch (refusal.kind) {
    case 'unknown-feed':
      return { field: '', sentence: i18n.t('There is no such calendar here any more.') }
    case 'not-exchanged':
      return { field: '', sentence: notExchanged(i18n) }
    case 'no-address':
      return { field: 'address', sentence: i18n.t('Paste the whole address of the calendar, which begins with https://') }
    case 'twice':
      return { field: 'address', sentence: i18n.t('This calendar is read already: {name}.', { name: refusal.name }) }
    case 'too-many':
      return { field: '', sentence: i18n.t('So many calendars are read for this listing already that no other can be added. Remove one first.') }
    case 'paused':
      return { field: '', sentence: i18n.t('This calendar is paused. Resume it, and it is read at once.') }
    case 'too-often':
      return { field: '', sentence: i18n.t('It was asked for several times within the hour. It is asked for by itself every quarter of an hour.') }
    default:
      return never(refusal)
  }
}

/** Why no address was made. */
export function addressRefusalWords(i18n: I18n, refusal: AddressRefusal): string {
  switch (refusal) {
    case 'not-exchanged':
      return notExchanged(i18n)
    case 'unknown-feed':
      return i18n.t('There is no such calendar here any more.')
    case 'too-many':
      return i18n.t('This listing has so many addresses that no other can be made. Revoke one first.')
    default:
      return never(refusal)
  }
}

/** Why there is nothing to exchange. */
export function notExchanged(i18n: I18n): string {
  return i18n.t('This listing has no nights to exchange with other channels.')
}
