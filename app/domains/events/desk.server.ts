import { placesIn, sessionById, sessionsOf, type Session, type SessionCursor } from '~/core/sessions/index.server'
import { formatDateTime } from '~/kernel/format'
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

/** The date of a desk's page: one of this event. Throws 404 where there is none. */
export function deskDate(db: Db, ctx: MemberCtx, { listing }: Event, id: string | undefined): Session {
  const session = sessionById(db, ctx.businessId, id ?? '')
  return session?.listingId === listing.id ? session : notFound(ctx.i18n.t('There is no such date here.'))
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
    const [next] = sessionsOf(db, ctx.businessId, event.listing.id, { from: ctx.now, statuses: ['scheduled', 'confirmed'], size: 1 }).sessions
    return {
      id: event.listing.id,
      title: event.listing.title,
      section: event.listing.section,
      archived: event.listing.status === 'archived',
      state: stateOf(db, ctx, event),
      priceMinor: event.listing.priceMinor,
      next: next ? { at: formatDateTime(ctx.i18n.locale, next.timeZone, next.startsAt), ...numbers(placesIn(db, ctx.businessId, [next], ctx.now).get(next.id)) } : null,
    }
  })
}

export interface ShownDate {
  readonly id: string
  readonly title: string | null
  readonly startsAt: number
  readonly endsAt: number
  readonly zone: string
  readonly status: Session['status']
  readonly capacity: number | null
  readonly taken: number
  readonly held: number
}

/** A page of the dates of an event: those ahead, or those that have begun, the latest first. */
export function shownDates(db: Db, ctx: MemberCtx, { listing }: Event, { past, after }: { readonly past: boolean; readonly after: SessionCursor | null }): { dates: ShownDate[]; next: SessionCursor | null } {
  const { sessions, next } = sessionsOf(db, ctx.businessId, listing.id, { from: ctx.now, after, order: past ? 'back' : 'ahead', size: 30 })
  const places = placesIn(db, ctx.businessId, sessions, ctx.now)
  return {
    next,
    dates: sessions.map((session) => ({
      id: session.id, title: session.title, startsAt: session.startsAt, endsAt: session.endsAt, zone: session.timeZone, status: session.status, ...numbers(places.get(session.id)),
    })),
  }
}

function numbers(places: { capacity: number | null; taken: number; held: number } | undefined) {
  return { capacity: places?.capacity ?? null, taken: places?.taken ?? 0, held: places?.held ?? 0 }
}
