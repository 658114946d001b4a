import { sessionCursorIn } from '~/core/sessions/index'
import { namedDate } from '~/core/sessions/index.server'
import type { BusinessCtx } from '~/kernel/ctx'
import type { Db } from '~/platform/database.server'
import { whereOf } from './describe.server'
import { dateFigures } from './figures.server'
import { offeredDates, offeredEvent, offeredTickets } from './offered.server'

interface Asking {
  readonly slug: string
  readonly query: URLSearchParams
  readonly url: URL
}

/** What customers see of an event: its dates ahead, and the tickets of the one they chose, or of the only one. */
export function eventPage(db: Db, ctx: BusinessCtx, { slug, query, url }: Asking) {
  const event = offeredEvent(db, ctx, slug, url)
  const { listing } = event
  const after = sessionCursorIn(query)
  const { dates, next } = offeredDates(db, ctx, event, after)
  const only = dates.length === 1 && after === null && next === null ? (dates[0]?.id ?? null) : null
  const session = namedDate(db, ctx, listing, query.get('date') ?? only)
  const code = query.get('code')
  const tickets = session ? offeredTickets(ctx, event, session, dateFigures(db, ctx, session), code) : []
  return {
    id: listing.id,
    slug: listing.slug,
    title: listing.title,
    description: listing.description,
    business: { slug: ctx.business.slug, name: ctx.business.name },
    currency: ctx.business.currency,
    readerZone: ctx.zone,
    where: whereOf(ctx.i18n, event).text,
    ageLimit: event.ageLimit,
    cancelled: event.cancelledAt === null ? null : (event.cancelReason ?? ''),
    dates,
    next,
    date: session && {
      id: session.id, title: session.title, startsAt: session.startsAt, endsAt: session.endsAt, zone: session.timeZone,
      cancelled: session.status === 'cancelled', isOver: session.endsAt <= ctx.now,
    },
    tickets,
    code,
    /** A code was entered, and no ticket is behind it. */
    codeUnknown: code !== null && code !== '' && session !== null && tickets.length === offeredTickets(ctx, event, session, dateFigures(db, ctx, session), null).length,
  }
}

export type EventPage = ReturnType<typeof eventPage>
