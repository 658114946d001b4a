import type { I18n } from '@lingui/core'
import { formatDateTime, formatDay } from '~/kernel/format'
import { never } from '~/kernel/result'
import { formatTime } from '~/kernel/time'
import type { SessionStatus } from './model/states'
import type { DraftRefusal, SessionRefusal } from './refusals'

/** Why an act on sessions is refused, in a sentence. Times are on the wall of `zone`. */
export function sessionRefusalWords(i18n: I18n, refusal: SessionRefusal, zone: string): string {
  switch (refusal.kind) {
    case 'taken':
      return takenWords(i18n, refusal)
    case 'off-hours':
      return offHoursWords(i18n, refusal)
    case 'crowded':
      return i18n.t('{taken, plural, one {# place is taken on {start}: there cannot be fewer.} other {# places are taken on {start}: there cannot be fewer.}}', {
        taken: refusal.taken, start: formatDateTime(i18n.locale, zone, refusal.startsAt),
      })
    case 'past':
      return i18n.t('That time has passed. Choose a later one.')
    case 'stays-there':
      return i18n.t('It is at this time already. Choose another one.')
    case 'cannot-shift':
      return i18n.t('These dates repeat by the month or the year, so they keep their days. Change the time alone, or move them one by one.')
    case 'confirmed-already':
      return i18n.t('People were told that it takes place, so it cannot wait for a number of people any more.')
    case 'already-started':
      return i18n.t('It has begun, so it cannot be changed any more.')
    case 'not-from-here':
      return i18n.t('It is {status}, so it cannot be changed any more.', { status: sessionStatusWord(i18n, refusal.status) })
    case 'not-a-rule':
      return i18n.t('Choose at least one weekday.')
    case 'no-dates':
      return i18n.t('None of these dates lies ahead. Choose a later end.')
    case 'too-many-dates':
      return i18n.t('These are more than {most} dates in twelve months. Choose fewer.', { most: refusal.most })
    case 'unknown-session':
      return i18n.t('This date is not there any more.')
    case 'unknown-listing':
    case 'unknown-store':
    case 'unknown-person':
    case 'unknown-place':
    case 'out-of-range':
      return draftWords(i18n, refusal)
    default:
      return never(refusal)
  }
}

/** The status of a session, as pages show it. */
export function sessionStatusWord(i18n: I18n, status: SessionStatus): string {
  switch (status) {
    case 'scheduled':
      return i18n.t('waiting for enough people')
    case 'confirmed':
      return i18n.t('takes place')
    case 'completed':
      return i18n.t('over')
    case 'cancelled':
      return i18n.t('cancelled')
  }
}

function takenWords(i18n: I18n, { dates }: Extract<SessionRefusal, { kind: 'taken' }>): string {
  const [first] = dates
  if (!first) return i18n.t('It is taken then.')
  const [name, date, count] = [first.name, formatDay(i18n.locale, first.date), dates.length - 1]
  return count === 0
    ? i18n.t('{name} is taken on {date}.', { name, date })
    : i18n.t('{name} is taken on {date}, and {count, plural, one {# other date} other {# other dates}} cannot be had either.', { name, date, count })
}

function offHoursWords(i18n: I18n, { dates }: Extract<SessionRefusal, { kind: 'off-hours' }>): string {
  const [first] = dates
  if (!first) return i18n.t('Nobody works then.')
  const { name, hours } = first
  const [date, count] = [formatDay(i18n.locale, first.date), dates.length - 1]
  const written = new Intl.ListFormat(i18n.locale, { type: 'conjunction' }).format(hours.map(({ from, to }) => `${formatTime(from)}–${formatTime(to % 1440)}`))
  const why = hours.length === 0 ? i18n.t('{name} does not work on {date}.', { name, date }) : i18n.t('{name} works {hours} on {date}, not at this time.', { name, date, hours: written })
  return count === 0 ? why : i18n.t('{why} {count, plural, one {# other date lies} other {# other dates lie}} outside of these hours too.', { why, count })
}

function draftWords(i18n: I18n, refusal: DraftRefusal): string {
  switch (refusal.kind) {
    case 'unknown-person':
      return i18n.t('Choose somebody of your staff.')
    case 'unknown-place':
      return i18n.t('Choose rooms of your own list.')
    case 'unknown-store':
      return i18n.t('Choose one of your stores.')
    case 'past':
      return i18n.t('That time has passed. Choose a later one.')
    case 'out-of-range':
      return refusal.field === 'minimum' ? i18n.t('The minimum lies between 1 and the number of places.') : i18n.t('A number is out of range.')
    case 'unknown-listing':
      return i18n.t('This date is not there any more.')
  }
}
