import { onceBooked } from '~/core/payments/index'
import { termsInForce } from '~/core/payments/index.server'
import type { PublicSection } from '~/core/search/index.server'
import type { BusinessCtx } from '~/kernel/ctx'
import { formatMoney } from '~/kernel/format'
import type { Db } from '~/platform/database.server'
import { stayQuery } from './asked-stay'
import { departureOf, isLet } from './availability.server'
import { priceWords } from './price-words.server'
import { propertiesOf, propertyById, type Property } from './queries.server'

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
    if (!property) return formatMoney(ctx.i18n.locale, priceMinor, currency)
    const price = priceWords(db, ctx, property, { priceMinor, currency })
    return property.tenure === 'sale' ? ctx.i18n.t('{price}, for sale', { price }) : price
  },
  // Without a number of people the page says for how many it opens.
  queryFor: (_db, _found, { from, to, people }) => Object.fromEntries(new URLSearchParams(stayQuery({ arrive: from, depart: departureOf(from, to), guests: { adults: people ?? 2, children: 0 } }))),
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
