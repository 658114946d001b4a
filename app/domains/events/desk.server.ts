import { dateHead, nextDate, sessionById, type Session } from '~/core/sessions/index.server'
import { notFound } from '~/platform/answers.server'
import type { Db } from '~/platform/database.server'
import type { MemberCtx } from '~/platform/guarded.server'
import { stateOf } from './event-status.server'
import { eventById, eventsOf, type Event } from './queries.server'
import { quotaById, ticketById, type Quota, type TicketType } from './tickets.server'

/** The event of a desk's page. Throws 404 where there is none. */
export function deskEvent(db: Db, ctx: MemberCtx, id: string | undefined): Event {
  return eventById(db, ctx.businessId, id ?? '') ?? notFound(ctx.i18n.t('There is no such event here.'))
}

/** The date of a desk's page with its event. Throws 404 where it is none of ours. */
export function deskDate(db: Db, ctx: MemberCtx, id: string | undefined): { readonly event: Event; readonly session: Session } {
  const session = sessionById(db, ctx.businessId, id ?? '')
  const event = session && eventById(db, ctx.businessId, session.listingId)
  return session && event ? { event, session } : notFound(ctx.i18n.t('There is no such date here.'))
}

/** What the pages of one date have above them. */
export function headOfDate(ctx: MemberCtx, { event, session }: ReturnType<typeof deskDate>) {
  return dateHead(ctx, session, { name: event.listing.title, back: dateHref(ctx, session.id) })
}

/** Where the page of a date is. */
export function dateHref(ctx: MemberCtx, sessionId: string): string {
  return `/dashboard/${ctx.business.slug}/events/dates/${sessionId}`
}

/** The ticket of a desk's page: one of this event. Throws 404 where there is none. */
export function deskTicket(db: Db, ctx: MemberCtx, { listing }: Event, id: string | undefined): TicketType {
  const ticket = ticketById(db, ctx.businessId, id ?? '')
  return ticket?.listingId === listing.id ? ticket : notFound(ctx.i18n.t('There is no such ticket here.'))
}

/** The quota of a desk's page: one of this event. Throws 404 where there is none. */
export function deskQuota(db: Db, ctx: MemberCtx, { listing }: Event, id: string | undefined): Quota {
  const quota = quotaById(db, ctx.businessId, id ?? '')
  return quota?.listingId === listing.id ? quota : notFound(ctx.i18n.t('There is no such quota here.'))
}

/** Where the desk's pages of an event are. */
export function eventHref(ctx: MemberCtx, { listing }: Pick<Event, 'listing'>): string {
  return `/dashboard/${ctx.business.slug}/events/${listing.id}`
}

/** What an event's pages have above them. */
export function eventHead(db: Db, ctx: MemberCtx, event: Event) {
  return { name: event.listing.title, here: eventHref(ctx, event), state: stateOf(db, ctx, event), mayManage: ctx.member.may('events.manage') }
}

/** Every event of a business as the list shows it. */
export function listedEvents(db: Db, ctx: MemberCtx) {
  return eventsOf(db, ctx.businessId, ['active', 'draft', 'paused', 'archived']).map((event) => {
    return {
      id: event.listing.id,
      title: event.listing.title,
      section: event.listing.section,
      archived: event.listing.status === 'archived',
      state: stateOf(db, ctx, event),
      priceMinor: event.listing.priceMinor,
      next: nextDate(db, ctx, event.listing.id),
    }
  })
}
