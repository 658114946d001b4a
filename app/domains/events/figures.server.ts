import { poolsOf, type Pool } from '~/core/allocation/index.server'
import type { Session } from '~/core/sessions/index.server'
import type { BusinessCtx } from '~/kernel/ctx'
import type { Db } from '~/platform/database.server'
import { datesAhead } from './date-pools.server'
import { leftInAll } from './model/left'
import { datePoolsOf, quotasOf, ticketsOf, type Quota, type TicketType } from './tickets.server'

export type Figures = Pick<Pool, 'capacity' | 'taken' | 'held'>

/** A kind of ticket on a date: what was sold of it, and how many more there are; null: as many as are wanted. */
export interface TicketOnDate {
  readonly ticket: TicketType
  readonly sold: Figures
  readonly left: number | null
}

export interface QuotaOnDate {
  readonly quota: Quota
  readonly figures: Figures
}

/** The live numbers of a date. */
export interface DateFigures {
  readonly places: Figures
  readonly tickets: readonly TicketOnDate[]
  readonly quotas: readonly QuotaOnDate[]
}

/** What is taken, held and left on a date, in three statements whatever was sold. A ticket or quota without a pool yet has none left. */
export function dateFigures(db: Db, { businessId, now }: BusinessCtx, session: Session): DateFigures {
  const pools = datePoolsOf(db, session.id)
  const figures = poolsOf(db, businessId, [session.poolId, ...pools.map(({ resourceId }) => resourceId)], now)
  const places = figures.get(session.poolId) ?? nothing
  const ofQuota = new Map(pools.flatMap(({ quotaId, resourceId }) => (quotaId === null ? [] : [[quotaId, figures.get(resourceId) ?? nothing] as const])))
  const ofTicket = new Map(pools.flatMap(({ ticketTypeId, resourceId }) => (ticketTypeId === null ? [] : [[ticketTypeId, figures.get(resourceId) ?? nothing] as const])))
  return {
    places,
    quotas: quotasOf(db, session.listingId).map((quota) => ({ quota, figures: ofQuota.get(quota.id) ?? nothing })),
    tickets: ticketsOf(db, session.listingId).map((ticket) => ({
      ticket,
      sold: ofTicket.get(ticket.id) ?? nothing,
      left: ofTicket.has(ticket.id) ? leftInAll([places, ...ticket.quotaIds.map((id) => ofQuota.get(id) ?? nothing)]) : 0,
    })),
  }
}

/** How many of a kind of ticket are held and sold for the dates to come. */
export function soldAhead(db: Db, ctx: BusinessCtx, { id, listingId }: TicketType): number {
  const pools = datesAhead(db, ctx, listingId).flatMap((session) => datePoolsOf(db, session.id).flatMap(({ ticketTypeId, resourceId }) => (ticketTypeId === id ? [resourceId] : [])))
  return [...poolsOf(db, ctx.businessId, pools, ctx.now).values()].reduce((sum, { taken }) => sum + taken, 0)
}

const nothing: Figures = { capacity: 0, taken: 0, held: 0 }
