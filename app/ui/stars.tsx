import { formatNumber } from '~/kernel/format'
import { useI18n } from '~/platform/words/use-i18n'

const most = 5

/** So many of five stars, from a whole number. */
export function Stars({ stars }: { stars: number }) {
  const i18n = useI18n()
  return (
    <span className="stars" role="img" aria-label={i18n.t('{stars, plural, one {# star} other {# stars}} of five', { stars })}>
      {'★'.repeat(stars) + '☆'.repeat(most - stars)}
    </span>
  )
}

/** What many gave together: "★ 4.6 (12)". */
export function RatingMark({ average, count }: { average: number; count: number }) {
  const i18n = useI18n()
  const written = formatNumber(i18n.locale, average, 1)
  return (
    <span className="stars whole" role="img" aria-label={i18n.t('{average} of five stars, {count, plural, one {# review} other {# reviews}}', { average: written, count })}>
      {`★ ${written} (${formatNumber(i18n.locale, count)})`}
    </span>
  )
}
