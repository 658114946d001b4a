import { priceTag } from '~/core/listings/index'
import { formatDay } from '~/kernel/format'
import { useI18n } from '~/platform/words/use-i18n'
import { Tag } from '~/ui/badge'
import { FindList } from '~/ui/find-list'
import { RatingMark } from '~/ui/stars'
import type { Offer } from '../find.server'

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
      rows={offers.map(({ id, title, about, href, domain, priceMinor, currency, business, cities, picture, rating, freeOn }) => ({
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
        note: freeOn.length === 0 ? null : i18n.t('Free on {dates}', { dates: new Intl.ListFormat(i18n.locale, { type: 'unit' }).format(freeOn.map((date) => formatDay(i18n.locale, date))) }),
        cost: priceMinor === null ? null : priceTag(i18n, priceMinor, currency),
      }))}
    />
  )
}
