import type { I18n } from '@lingui/core'
import { formatNumber } from '~/kernel/format'
import type { Policy } from './model/policy'

/** A cancellation policy in sentences, each tier one, the longest notice first. */
export function policyWords(i18n: I18n, { tiers, fees, taxes, noShowPercent }: Policy): string[] {
  const last = tiers.at(-1)
  const free = tiers.length === 1 && last?.hoursBefore === 0 && last.percent === 100
  const fee = tiers.some(({ percent }) => percent < 100) || noShowPercent < 100 || last?.hoursBefore !== 0
  return [
    ...(free ? [i18n.t('You can cancel free of charge until it begins.')] : tiers.map((tier) => tierWords(i18n, tier.hoursBefore, tier.percent))),
    ...(last && last.hoursBefore > 0 && last.percent > 0 ? [i18n.t('If you cancel later than that, nothing you have paid comes back.')] : []),
    ...(last ? [] : [i18n.t('If you cancel, nothing you have paid comes back.')]),
    noShowPercent === 0
      ? i18n.t('If you do not come, nothing you have paid comes back.')
      : i18n.t('If you do not come, {percent} % comes back.', { percent: formatNumber(i18n.locale, noShowPercent) }),
    ...(fee && fees === 'always' ? [i18n.t('Fees on top of the price always come back.')] : []),
    ...(fees === 'never' ? [i18n.t('Fees on top of the price never come back.')] : []),
    ...(fee && taxes === 'always' ? [i18n.t('Taxes always come back.')] : []),
    ...(taxes === 'never' ? [i18n.t('Taxes never come back.')] : []),
    ...(free ? [] : [i18n.t('You are never charged more than you have paid.')]),
  ]
}

/** "2 days", "36 hours". */
export function noticeWords(i18n: I18n, hours: number): string {
  return hours % 24 === 0 && hours > 0
    ? i18n.t('{days, plural, one {# day} other {# days}}', { days: hours / 24 })
    : i18n.t('{hours, plural, one {# hour} other {# hours}}', { hours })
}

function tierWords(i18n: I18n, hoursBefore: number, percent: number): string {
  const share = formatNumber(i18n.locale, percent)
  if (hoursBefore === 0) {
    return percent === 100 ? i18n.t('Until it begins, all you have paid comes back.') : i18n.t('Until it begins, {share} % of the price comes back.', { share })
  }
  const notice = noticeWords(i18n, hoursBefore)
  if (percent === 100) return i18n.t('If you cancel at least {notice} before, all you have paid comes back.', { notice })
  if (percent === 0) return i18n.t('If you cancel at least {notice} before, nothing you have paid comes back.', { notice })
  return i18n.t('If you cancel at least {notice} before, {share} % of the price comes back.', { notice, share })
}
