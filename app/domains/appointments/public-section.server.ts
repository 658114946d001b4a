import { onceBooked } from '~/core/payments/index'
import { termsInForce } from '~/core/payments/index.server'
import type { PublicSection } from '~/core/search/index.server'
import { formatDuration } from '~/ui/when'
import { servicesOf } from './queries.server'

/** What the page of a business shows of its appointments. */
export const appointmentsSection: PublicSection = {
  domain: 'appointments',
  title: (i18n) => i18n.t('Appointments'),
  verb: (i18n) => i18n.t('Book'),
  ofSeveral: (i18n) => i18n.t('Several in one visit? Begin with the first, and add the others on its page.'),
  rows: (db, { i18n, businessId, business }) =>
    servicesOf(db, businessId, ['active'])
      .filter(({ stores }) => stores.length > 0)
      .map(({ listing, durationMinutes, approval, payment }) => ({
        id: listing.id,
        group: listing.section,
        title: listing.title,
        priceMinor: listing.priceMinor,
        about: [
          `${formatDuration(i18n, durationMinutes)}.`,
          listing.description,
          approval ? i18n.t('We answer within a day.') : i18n.t('Booked at once.'),
          listing.priceMinor === null ? null : onceBooked(i18n, termsInForce(db, businessId, payment)),
        ].filter(Boolean).join(' '),
        href: `/b/${business.slug}/appointments/${listing.slug}`,
      })),
  queryFor: (_db, _found, { freeOn }): Readonly<Record<string, string>> => (freeOn === null ? {} : { from: freeOn }),
}
