import type { I18n } from '@lingui/core'
import { formatDateTime } from '~/kernel/format'
import { never } from '~/kernel/result'
import type { BookingStatus } from '../bookings/index.server'
import type { AdmissionRefusal } from './admit.server'

/** What the door says when it stays shut: why in large letters, and what now. */
export interface DoorRefusal {
  readonly title: string
  readonly text: string
  /** Where the same person may be found by name instead. */
  readonly search: string | null
  /** The session that the ticket is for, where it is another one. */
  readonly otherSession: string | null
}

/** Says why somebody is not let in. `by`: the name of the member who let the first one in; `zone` of the session. */
export function doorRefusal(i18n: I18n, refusal: AdmissionRefusal, zone: string, by: string | null): DoorRefusal {
  const none = { search: null, otherSession: null }
  switch (refusal.kind) {
    case 'unknown-code':
      return { ...none, title: i18n.t('We know no such ticket'), text: i18n.t('Check the code: fifteen letters and digits. Or look for the name below.') }
    case 'other-business':
      return { ...none, title: i18n.t('A ticket of another business'), text: i18n.t('It is real, but not for anything here.') }
    case 'not-valid':
      return {
        ...none,
        search: refusal.place.name,
        title: i18n.t('This code is not valid'),
        text: i18n.t('It was typed wrongly, or a newer ticket has taken its place. The booking {reference} is in the name of {name}: look for the name.', { reference: refusal.place.reference, name: refusal.place.name }),
      }
    case 'other-session':
      return {
        search: null,
        otherSession: refusal.place.sessionId,
        title: i18n.t('For another date'),
        text: i18n.t('{title} for {name}, {when}.', { title: refusal.place.title, name: refusal.place.name, when: formatDateTime(i18n.locale, refusal.place.timeZone, refusal.place.startsAt) }),
      }
    case 'not-standing':
      return { ...none, title: standingTitle(i18n, refusal.status), text: i18n.t('{title} for {name}, booking {reference}.', { title: refusal.place.title, name: refusal.place.name, reference: refusal.place.reference }) }
    case 'already-in':
      return { ...none, title: i18n.t('Already let in'), text: alreadyIn(i18n, refusal, zone, by) }
    case 'too-many':
      return {
        ...none,
        title: i18n.t('Not so many'),
        text: i18n.t('{left, plural, one {Of the party of {name} # person is} other {Of the party of {name} # people are}} still to come in.', { left: refusal.left, name: refusal.place.name }),
      }
    default:
      return never(refusal)
  }
}

function alreadyIn(i18n: I18n, { place, first }: Extract<AdmissionRefusal, { kind: 'already-in' }>, zone: string, by: string | null): string {
  const what = { title: place.title, name: place.name, when: formatDateTime(i18n.locale, zone, first.at), by: by ?? i18n.t('somebody who has left'), door: first.door ?? '' }
  return first.door === null
    ? i18n.t('{title} for {name} came in on {when}, let in by {by}.', what)
    : i18n.t('{title} for {name} came in on {when} at the door “{door}”, let in by {by}.', what)
}

function standingTitle(i18n: I18n, status: BookingStatus): string {
  switch (status) {
    case 'held':
      return i18n.t('Not paid yet')
    case 'pending':
      return i18n.t('Not confirmed yet')
    case 'no_show':
      return i18n.t('Marked as a no-show')
    case 'declined':
      return i18n.t('Declined')
    case 'cancelled':
      return i18n.t('Cancelled')
    case 'expired':
      return i18n.t('Not paid or answered in time')
    default:
      return i18n.t('Not to be let in')
  }
}
