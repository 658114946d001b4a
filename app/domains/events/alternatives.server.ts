import type { Listing } from '~/core/listings/index.server'
import type { BusinessCtx } from '~/kernel/ctx'
import type { Db } from '~/platform/database.server'
import { datesAhead } from './date-pools.server'
import type { Choice } from './choice'
import { dateFigures, type TicketOnDate } from './figures.server'
import { saleState } from './model/sale-state'
import type { Session } from '~/core/sessions/index.server'

/** Three tickets at most that are to be had in place of one that is not: the same on other dates, then others of its date. */
export function otherTickets(db: Db, ctx: BusinessCtx, listing: Listing, chosen: Choice): Choice[] {
  const ahead = datesAhead(db, ctx, listing.id).slice(0, mostDates)
  const here = ahead.find(({ id }) => id === chosen.session)
  const nearest = ahead
    .filter(({ id }) => id !== chosen.session)
    .sort((a, b) => Math.abs(a.startsAt - (here?.startsAt ?? ctx.now)) - Math.abs(b.startsAt - (here?.startsAt ?? ctx.now)))
  const same = nearest.filter((session) => open(db, ctx, session).some(({ ticket }) => ticket.id === chosen.ticket)).map((session) => ({ ...chosen, session: session.id, shownMinor: null }))
  const others = here ? open(db, ctx, here).filter(({ ticket }) => ticket.id !== chosen.ticket && ticket.code === null) : []
  return [...same, ...others.map(({ ticket }) => ({ session: chosen.session, ticket: ticket.id, code: null, shownMinor: null }))].slice(0, 3)
}

// Who lost a race waits for this answer: a few dates around it are enough.
const mostDates = 12

function open(db: Db, ctx: BusinessCtx, session: Session): TicketOnDate[] {
  return dateFigures(db, ctx, session).tickets.filter(({ ticket, left }) => left !== 0 && saleState(ticket, session.startsAt, ctx.now).kind === 'on-sale')
}
