import { onceBooked } from '~/core/payments/index'
import { termsInForce } from '~/core/payments/index.server'
import type { PublicSection } from '~/core/search/index.server'
import type { BusinessCtx, Ctx } from '~/kernel/ctx'
import { formatMoney } from '~/kernel/format'
import { localDateOf } from '~/kernel/time'
import type { Db } from '~/platform/database.server'
import { stayQuery } from './asked-stay'
import { departureOf, isLet } from './availability.server'
import { propertiesOf, propertyById, type Property } from './queries.server'
import { seasonsOf } from './rates.server'

/** What the page of a business shows of its properties. */
export const propertiesSection: PublicSection = {
  domain: 'real-estate',
  title: (i18n) => i18n.t('Real estate'),
  verb: (i18n) => i18n.t('See'),
  rows: (db, ctx) =>
    propertiesOf(db, ctx.businessId, ['active'])
      .filter((property) => property.tenure !== 'nightly' || isLet(property))
      .map((property) => ({
        id: property.listing.id,
        group: property.listing.section,
        title: property.listing.title,
        priceMinor: property.listing.priceMinor,
        about: aboutOf(db, ctx, property),
        href: `/b/${ctx.business.slug}/real-estate/${property.listing.slug}`,
      })),
  priceWords: (db, ctx, { id, businessId, priceMinor, currency }) => {
    const property = propertyById(db, businessId, id)
    return property ? priceWords(db, ctx, property, { priceMinor, currency }) : formatMoney(ctx.i18n.locale, priceMinor, currency)
  },
  // Without a number of people the page says for how many it opens.
  queryFor: (_db, _found, { from, to, people }) => Object.fromEntries(new URLSearchParams(stayQuery({ arrive: from, depart: departureOf(from, to), guests: { adults: people ?? 2, children: 0 } }))),
}

function priceWords(db: Db, { i18n, now }: Ctx, { tenure, stay, listing }: Property, { priceMinor, currency }: { readonly priceMinor: number; readonly currency: string }): string {
  const price = (minor: number) => formatMoney(i18n.locale, minor, currency)
  if (tenure === 'long-term') return i18n.t('{price} a month', { price: price(priceMinor) })
  if (tenure === 'sale') return i18n.t('{price}, for sale', { price: price(priceMinor) })
  const prices = [priceMinor, stay?.weekendMinor, ...(stay ? seasonsOf(db, listing.id, { from: localDateOf(now, 'UTC'), to: '9999-12-31' }) : []).flatMap(({ nightlyMinor, weekendMinor }) => [nightlyMinor, weekendMinor])].filter((minor) => minor != null)
  const lowest = Math.min(...prices)
  return prices.every((minor) => minor === lowest) ? i18n.t('{price} a night', { price: price(lowest) }) : i18n.t('from {price} a night', { price: price(lowest) })
}

function aboutOf(db: Db, { i18n, businessId }: BusinessCtx, { tenure, stay, bedrooms, city, listing, payment }: Property): string {
  const what = { nightly: i18n.t('Price of a night'), 'long-term': i18n.t('Rent of a month'), sale: i18n.t('For sale') }[tenure]
  return [
    `${[what, city].filter(Boolean).join(', ')}.`,
    stay === null ? null : i18n.t('Up to {guests, plural, one {# guest} other {# guests}}.', { guests: stay.guestsMost }),
    bedrooms === null ? null : i18n.t('{bedrooms, plural, =0 {One room.} one {# bedroom.} other {# bedrooms.}}', { bedrooms }),
    listing.description,
    stay === null ? null : onceBooked(i18n, termsInForce(db, businessId, payment)),
  ]
    .filter(Boolean)
    .join(' ')
}
