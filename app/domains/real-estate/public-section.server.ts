import { onceBooked } from '~/core/payments/index'
import { termsInForce } from '~/core/payments/index.server'
import type { PublicSection } from '~/core/search/index.server'
import { isLet } from './availability.server'
import { propertiesOf, type Property } from './queries.server'
import type { BusinessCtx } from '~/kernel/ctx'
import type { Db } from '~/platform/database.server'

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
