import type { I18n } from '@lingui/core'
import type { RuleBroken } from '~/core/bookings/index.server'
import { formatDateTime } from '~/kernel/format'

/** Which rule of an activity stands in the way. */
export function ruleWords(i18n: I18n, { rule, figures }: RuleBroken): string {
  switch (rule) {
    case 'cut-off':
      return i18n.t('It could be booked until {until}. Choose a later date.', { until: formatDateTime(i18n.locale, String(figures.zone), Number(figures.until)) })
    case 'nobody':
      return i18n.t('Say how many of you there are.')
    case 'no-places':
      return i18n.t('Somebody who takes a place comes along.')
    case 'group-too-small':
      return i18n.t('{least, plural, one {At least # person books together.} other {At least # people book together.}}', { least: Number(figures.least) })
    case 'group-too-large':
      return i18n.t('{most, plural, one {At most # person books together.} other {At most # people book together. Ask us if you are more.}}', { most: Number(figures.most) })
    case 'not-private':
      return i18n.t('This date is not to be had for one group alone.')
    default:
      throw new Error(`Unknown rule: ${rule}`)
  }
}
