import type { Ctx } from '~/kernel/ctx'
import { formatMoney } from '~/kernel/format'
import { localDateOf } from '~/kernel/time'
import type { Db } from '~/platform/database.server'
import type { Property } from './queries.server'
import { seasonsOf } from './rates.server'

interface Price {
  /** What the listing shows: a usual night, a month, or all of it. */
  readonly priceMinor: number
  readonly currency: string
}

/** What a property costs by the night, from the cheapest on, by the month, or altogether. */
export function priceWords(db: Db, { i18n, now }: Ctx, { tenure, stay, listing }: Property, { priceMinor, currency }: Price): string {
  const price = (minor: number) => formatMoney(i18n.locale, minor, currency)
  if (tenure === 'long-term') return i18n.t('{price} a month', { price: price(priceMinor) })
  if (tenure === 'sale') return price(priceMinor)
  const seasons = stay ? seasonsOf(db, listing.id, { from: localDateOf(now, 'UTC'), to: '9999-12-31' }) : []
  const prices = [priceMinor, stay?.weekendMinor, ...seasons.flatMap(({ nightlyMinor, weekendMinor }) => [nightlyMinor, weekendMinor])].filter((minor) => minor != null)
  const lowest = Math.min(...prices)
  return prices.every((minor) => minor === lowest) ? i18n.t('{price} a night', { price: price(lowest) }) : i18n.t('from {price} a night', { price: price(lowest) })
}
