import type { I18n } from '@lingui/core'
import type { RuleBroken } from '~/core/bookings/index.server'
import { formatDateTime, formatMoney } from '~/kernel/format'

/** Why an order was refused that breaks a rule of its event, in a sentence. */
export function ruleWords(i18n: I18n, { rule, figures }: RuleBroken): string {
  const { ticket = '', least = 0, most = 0 } = figures
  switch (rule) {
    case 'one-date':
      return i18n.t('One order is for one date. Order the others apart.')
    case 'too-few':
      return i18n.t('{ticket}: at least {least, plural, one {# ticket} other {# tickets}} in one order.', { ticket, least })
    case 'too-many-of':
      return i18n.t('{ticket}: at most {most, plural, one {# ticket} other {# tickets}} in one order.', { ticket, most })
    case 'too-many':
      return i18n.t('At most {most, plural, one {# ticket} other {# tickets}} in one order.', { most })
    case 'sale-over':
      return i18n.t('{ticket} is no longer on sale.', { ticket })
    case 'sale-not-yet':
      return i18n.t('{ticket} is on sale from {when}.', { ticket, when: formatDateTime(i18n.locale, String(figures.zone ?? 'UTC'), Number(figures.from ?? 0)) })
    case 'price-changed':
      return i18n.t('{ticket} costs {now} now, not {was}: somebody else got the last at the old price. Look at the total again.', {
        ticket,
        now: formatMoney(i18n.locale, Number(figures.now ?? 0), String(figures.currency ?? '')),
        was: formatMoney(i18n.locale, Number(figures.was ?? 0), String(figures.currency ?? '')),
      })
    default:
      throw new Error(`No rule of events: ${rule}`)
  }
}
