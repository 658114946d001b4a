import type { BusinessCtx } from '~/kernel/ctx'
import { whereOf } from './describe.server'
import { ticketLabel, type OrderStep } from './order-asked'

/** What every step of an order shows of it. */
export function shownOrder(ctx: BusinessCtx, { event, session, code, wanted }: OrderStep) {
  return {
    business: { slug: ctx.business.slug, name: ctx.business.name },
    slug: event.listing.slug,
    title: event.listing.title,
    code,
    where: whereOf(ctx.i18n, event).text,
    approval: event.approval,
    readerZone: ctx.zone,
    date: { id: session.id, title: session.title, startsAt: session.startsAt, endsAt: session.endsAt, zone: session.timeZone },
    wanted: wanted.map(({ id, title }) => ({ id, title })),
    /** What stands above the name of who comes with each ticket. */
    labels: wanted.map((_, at) => ticketLabel(ctx, wanted, at)),
  }
}

export type ShownOrder = ReturnType<typeof shownOrder>
