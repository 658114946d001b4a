import type { I18n } from '@lingui/core'
import { formatDay } from '~/kernel/format'
import { useI18n } from '~/platform/words/use-i18n'
import { Tag } from '~/ui/badge'
import { FindList } from '~/ui/find-list'
import { RatingMark } from '~/ui/stars'
import type { Offer } from '../offers.server'

interface OfferListProps {
  readonly offers: readonly Offer[]
  /** The names of the trades. */
  readonly trades: Readonly<Record<string, string>>
}

/** What was found of all businesses. */
export function OfferList({ offers, trades }: OfferListProps) {
  const i18n = useI18n()
  return (
    <FindList
      rows={offers.map(({ id, title, about, href, domain, cost, business, cities, picture, rating, freeOn, freeFor }) => ({
        key: id,
        title,
        href,
        picture,
        kicker: (
          <>
            <Tag domain={domain}>{trades[domain] ?? domain}</Tag> {rating && <RatingMark {...rating} />}
          </>
        ),
        where: [business, cities].filter(Boolean).join(', '),
        about,
        note: freeWords(i18n, { freeOn, freeFor }),
        cost,
      }))}
    />
  )
}

function freeWords(i18n: I18n, { freeOn, freeFor }: Pick<Offer, 'freeOn' | 'freeFor'>): string | null {
  const day = (date: string) => formatDay(i18n.locale, date)
  if (freeFor && freeFor.from !== freeFor.to) return i18n.t('Free from {from} to {to}', { from: day(freeFor.from), to: day(freeFor.to) })
  const dates = freeFor ? [freeFor.from] : freeOn
  return dates.length === 0 ? null : i18n.t('Free on {dates}', { dates: new Intl.ListFormat(i18n.locale, { type: 'unit' }).format(dates.map(day)) })
}
