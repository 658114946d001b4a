import { priceTag } from '~/core/listings/index.server'
import { onceBooked } from '~/core/payments/index'
import { termsInForce } from '~/core/payments/index.server'
import type { PublicSection } from '~/core/search/index.server'
import { dateQuery, sessionsOf } from '~/core/sessions/index.server'
import { formatDateTime, formatMoney } from '~/kernel/format'
import { formatDuration } from '~/ui/when'
import { activitiesOf, activityById } from './queries.server'
import { countName } from './ui/hrefs'

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
  priceWords: (db, { i18n }, { id, businessId, priceMinor, currency }) => {
    // Whoever comes free of charge, on a lap, is not where the prices begin.
    const prices = (activityById(db, businessId, id)?.kinds ?? []).map((kind) => kind.priceMinor).filter((minor) => minor > 0)
    if (prices.length === 0) return priceTag(i18n, priceMinor, currency)
    const lowest = Math.min(...prices)
    const price = formatMoney(i18n.locale, lowest, currency)
    return prices.every((minor) => minor === lowest) ? i18n.t('{price} a person', { price }) : i18n.t('from {price} a person', { price })
  },
  queryFor: (db, { id, businessId }, { freeOn, people }) => {
    const [kind] = activityById(db, businessId, id)?.kinds ?? []
    return { ...(freeOn === null ? {} : dateQuery(db, businessId, id, freeOn)), ...(kind && people !== null ? { [countName(kind.id)]: String(people) } : {}) }
  },
}
