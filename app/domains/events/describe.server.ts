import type { I18n } from '@lingui/core'
import * as z from 'zod'
import type { Described, DescribedItem, Whereabouts } from '~/core/bookings/index.server'
import { listingById } from '~/core/listings/index.server'
import type { Db } from '~/platform/database.server'
import type { PriceStep } from './model/price-now'
import { eventOf } from './queries.server'
import type { TicketType } from './tickets.server'

const trace = z.object({ ticket: z.string(), step: z.string().nullable() })

/** What is kept with a ticket: what its kind was called, and which of its prices held. */
export function ticketTrace({ title }: Pick<TicketType, 'title'>, step: PriceStep | null): z.output<typeof trace> {
  return { ticket: title, step: step?.title ?? null }
}

/** How a ticket reads: the event and the kind of ticket, where it is, and for whom it is not. */
export function describeTicket(db: Db, i18n: I18n, item: DescribedItem): Described {
  const listing = listingById(db, item.businessId, item.listingId)
  const event = listing && eventOf(db, listing)
  const kept = trace.safeParse(item.trace)
  const title = kept.success ? i18n.t('{event} – {ticket}', { event: item.title, ticket: kept.data.ticket }) : item.title
  const facts = event ? [
    ...(event.ageLimit === null ? [] : [{ term: i18n.t('Age'), text: i18n.t('From {age, plural, one {# year} other {# years}} on', { age: event.ageLimit }) }]),
    ...(event.notes === null ? [] : [{ term: i18n.t('Good to know'), text: event.notes }]),
  ] : []
  return { title, withWhom: item.staffName, where: event && whereOf(i18n, event), facts, span: 'hours' }
}

/** Where an event takes place, in words, and its address online for those whose ticket is confirmed. */
export function whereOf(i18n: I18n, { form, venueName, venueAddress, virtualLink }: NonNullable<ReturnType<typeof eventOf>>): Whereabouts {
  const place = [venueName, venueAddress].filter(Boolean).join(', ')
  const text = form === 'virtual' ? i18n.t('Online') : form === 'hybrid' ? i18n.t('{place}, or online', { place }) : place
  return virtualLink === null ? { text } : { text, onlineHref: virtualLink }
}
