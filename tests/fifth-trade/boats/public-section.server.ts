import { listingsOf } from '~/core/listings/index.server'
import type { PublicSection } from '~/core/search/index.server'

export const boatsSection: PublicSection = {
  domain: 'boats',
  title: (i18n) => i18n.t('Boats'),
  verb: (i18n) => i18n.t('Hire'),
  rows: (db, { businessId, business }) =>
    listingsOf(db, businessId, { domain: 'boats', statuses: ['active'] }).map(({ id, title, slug, priceMinor }) => ({
      id, group: null, title, priceMinor, about: '', href: `/b/${business.slug}/boats/${slug}`,
    })),
}
