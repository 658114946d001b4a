import { onceBooked } from '~/core/payments/index'
import { termsInForce } from '~/core/payments/index.server'
import type { PublicSection } from '~/core/search/index.server'
import { sessionsOf } from '~/core/sessions/index.server'
import { formatDateTime } from '~/kernel/format'
import { formatDuration } from '~/ui/when'
import { activitiesOf } from './queries.server'

/** What the page of a business shows of its activities, each with its next date. */
export const activitiesSection: PublicSection = {
  domain: 'activities',
  title: (i18n) => i18n.t('Activities'),
  verb: (i18n) => i18n.t('See dates'),
  rows: (db, { i18n, businessId, business, now }) =>
    activitiesOf(db, businessId, ['active']).map(({ listing, durationMinutes, payment }) => {
      const [next] = sessionsOf(db, businessId, listing.id, { from: now, statuses: ['scheduled', 'confirmed'], size: 1 }).sessions
      return {
        id: listing.id,
        group: listing.section,
        title: listing.title,
        priceMinor: listing.priceMinor,
        about: [
          `${formatDuration(i18n, durationMinutes)}.`,
          listing.description,
          next ? i18n.t('Next: {when}.', { when: formatDateTime(i18n.locale, next.timeZone, next.startsAt) }) : i18n.t('No date ahead at the moment.'),
          listing.priceMinor ? onceBooked(i18n, termsInForce(db, businessId, payment)) : null,
        ].filter(Boolean).join(' '),
        href: `/b/${business.slug}/activities/${listing.slug}`,
      }
    }),
}
