import { redirect } from '@remix-run/node'
import { enabledDomains } from '~/core/businesses/index.server'
import { sessionsOf, type Session, type SessionCursor } from '~/core/sessions/index.server'
import type { BusinessCtx } from '~/kernel/ctx'
import { notFound } from '~/platform/answers.server'
import type { Db } from '~/platform/database.server'
import { sameWord } from '~/platform/signing.server'
import { dateFigures, type DateFigures } from './figures.server'
import { priceNow } from './model/price-now'
import { saleState, type SaleState } from './model/sale-state'
import { eventBySlug, type Event } from './queries.server'
import type { TicketType } from './tickets.server'

/** The event of a public page: one that is published, or was and is cancelled. Throws 404 with a way out, 301 where it has another slug now. */
export function offeredEvent(db: Db, ctx: BusinessCtx, slug: string, url: URL): Event {
  const found = enabledDomains(db, ctx.businessId).includes('events') ? eventBySlug(db, ctx.businessId, slug) : null
  if (found && 'movedTo' in found) throw redirect(url.pathname.replace(`/events/${slug}`, `/events/${found.movedTo}`) + url.search, 301)
  const shown = found && (found.listing.status === 'active' || found.cancelledAt !== null)
  return shown ? found : notFound(ctx.i18n.t('{business} does not offer this at the moment.', { business: ctx.business.name }), seeBusiness(ctx))
}

function seeBusiness(ctx: BusinessCtx) {
  return { href: `/b/${ctx.business.slug}`, label: ctx.i18n.t('See what {business} offers', { business: ctx.business.name }) }
}

/** A kind of ticket as it is offered for a date now. */
export interface OfferedTicket {
  readonly id: string
  readonly title: string
  readonly description: string | null
  readonly priceMinor: number
  /** Which of its other prices holds, and what it costs when that is over. */
  readonly step: { readonly title: string; readonly thenMinor: number; readonly until: number | null } | null
  readonly sale: SaleState
  /** Null: as many as are wanted. */
  readonly left: number | null
  readonly least: number
  /** How many one order may hold now; 0: none. */
  readonly most: number
}

/** The kinds of ticket that are offered for a date to whoever knows `code`; those that were taken out of the sale are left out. */
export function offeredTickets(ctx: BusinessCtx, event: Event, session: Session, { tickets }: DateFigures, code: string | null): OfferedTicket[] {
  return tickets
    .filter(({ ticket }) => ticket.active && (ticket.code === null || sameWord(ticket.code.toLowerCase(), (code ?? '').trim().toLowerCase())))
    .map(({ ticket, sold, left }) => {
      const { priceMinor, step } = priceNow(ticket, { sold: sold.taken, now: ctx.now })
      const sale = event.cancelledAt !== null || session.status === 'cancelled' ? ({ kind: 'not-sold' } as const) : saleState(ticket, session.startsAt, ctx.now)
      return {
        id: ticket.id, title: ticket.title, description: ticket.description, priceMinor, sale, left, least: ticket.leastPerOrder,
        step: step && { title: step.title, until: step.untilAt, thenMinor: priceAfter(ticket, step.title, priceMinor, ctx.now) },
        most: sale.kind === 'on-sale' ? mostNow(ticket, event, left) : 0,
      }
    })
}

function mostNow({ leastPerOrder, mostPerOrder }: TicketType, event: Event, left: number | null): number {
  const most = Math.min(mostPerOrder, event.mostPerOrder, left ?? Infinity)
  return most < leastPerOrder ? 0 : most
}

/** What it costs once this step is over: the next that may hold, else the usual price. */
function priceAfter({ steps, priceMinor }: TicketType, title: string, nowMinor: number, now: number): number {
  const at = steps.findIndex((step) => step.title === title && step.priceMinor === nowMinor)
  return steps.slice(at + 1).find(({ untilAt }) => untilAt === null || untilAt > now)?.priceMinor ?? priceMinor
}

export interface OfferedDate {
  readonly id: string
  readonly title: string | null
  readonly startsAt: number
  readonly endsAt: number
  readonly zone: string
  readonly sale: 'on-sale' | 'sold-out' | 'over' | 'not-yet'
  /** When the first ticket goes on sale, where none is yet. */
  readonly from: number | null
  /** How many are left where they are few; else null. */
  readonly few: number | null
}

/** A page of the dates ahead, each with what is left for everybody. */
export function offeredDates(db: Db, ctx: BusinessCtx, event: Event, after: SessionCursor | null): { dates: OfferedDate[]; next: SessionCursor | null } {
  const { sessions, next } = sessionsOf(db, ctx.businessId, event.listing.id, { from: ctx.now, after, statuses: ['scheduled', 'confirmed'], size: 12 })
  return { next, dates: sessions.map((session) => offeredDateRow(ctx, event, session, dateFigures(db, ctx, session))) }
}

function offeredDateRow(ctx: BusinessCtx, event: Event, session: Session, figures: DateFigures): OfferedDate {
  const tickets = offeredTickets(ctx, event, session, figures, null)
  const open = tickets.filter(({ sale, most }) => sale.kind === 'on-sale' && most > 0)
  const starts = tickets.flatMap(({ sale }) => (sale.kind === 'not-yet' ? sale.from : []))
  const left = open.map((ticket) => ticket.left ?? Infinity)
  const most = Math.max(0, ...left)
  return {
    id: session.id, title: session.title, startsAt: session.startsAt, endsAt: session.endsAt, zone: session.timeZone,
    sale: open.length > 0 ? 'on-sale' : starts.length > 0 ? 'not-yet' : tickets.some(({ sale }) => sale.kind === 'on-sale') ? 'sold-out' : 'over',
    from: open.length === 0 && starts.length > 0 ? Math.min(...starts) : null,
    few: open.length > 0 && most <= fewLeft ? most : null,
  }
}

/** From so few on it is said how many are left. */
const fewLeft = 10
