import { priceTag } from '~/core/listings/index.server'
import { onceBooked } from '~/core/payments/index'
import { termsInForce } from '~/core/payments/index.server'
import type { PublicSection } from '~/core/search/index.server'
import { dateQuery, sessionsOf } from '~/core/sessions/index.server'
import type { BusinessCtx } from '~/kernel/ctx'
import { formatDateTime, formatMoney } from '~/kernel/format'
import type { Db } from '~/platform/database.server'
import { whereOf } from './describe.server'
import { eventsOf, type Event } from './queries.server'
import { ticketsOf } from './tickets.server'

/** What the page of a business shows of its events: those with a date ahead, the next first. */
export const eventsSection: PublicSection = {
  domain: 'events',
  title: (i18n) => i18n.t('Events'),
  verb: (i18n) => i18n.t('Tickets'),
  rows: (db, ctx) =>
    eventsOf(db, ctx.businessId, ['active'])
      .flatMap((event) => {
        const next = nextDate(db, ctx, event)
        return next && event.cancelledAt === null ? [{ event, next }] : []
      })
      .sort((a, b) => a.next.startsAt - b.next.startsAt)
      .map(({ event, next }) => ({
        id: event.listing.id,
        group: event.listing.section,
        title: event.listing.title,
        priceMinor: event.listing.priceMinor,
        about: [
          `${formatDateTime(ctx.i18n.locale, next.timeZone, next.startsAt)}.`,
          `${whereOf(ctx.i18n, event).text}.`,
          event.listing.description,
          event.listing.priceMinor ? onceBooked(ctx.i18n, termsInForce(db, ctx.businessId, event.payment)) : null,
        ].filter(Boolean).join(' '),
        href: `/b/${ctx.business.slug}/events/${event.listing.slug}`,
      })),
  priceWords: (db, { i18n }, { id, priceMinor, currency }) => {
    const prices = ticketsOf(db, id).filter(({ active, code }) => active && code === null).flatMap((ticket) => [ticket.priceMinor, ...ticket.steps.map((step) => step.priceMinor)])
    return prices.some((minor) => minor > priceMinor) ? i18n.t('from {price}', { price: formatMoney(i18n.locale, priceMinor, currency) }) : priceTag(i18n, priceMinor, currency)
  },
  queryFor: (db, { id, businessId }, { freeOn }) => (freeOn === null ? {} : dateQuery(db, businessId, id, freeOn)),
}

function nextDate(db: Db, ctx: BusinessCtx, { listing }: Event) {
  return sessionsOf(db, ctx.businessId, listing.id, { from: ctx.now, statuses: ['scheduled', 'confirmed'], size: 1 }).sessions[0]
}
