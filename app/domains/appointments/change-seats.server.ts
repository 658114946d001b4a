import { capacityChangesOf, changeCapacity, removeCapacityChange, type CapacityChangeRow, type CapacityRefusal } from '~/core/allocation/index.server'
import { openHours } from '~/core/schedules/index.server'
import type { BusinessCtx } from '~/kernel/ctx'
import { ok, refuse, type Result } from '~/kernel/result'
import { addDays, daysBetween, localDateOf, startOfDay, type Interval, type LocalDate } from '~/kernel/time'
import { transact, type Db } from '~/platform/database.server'
import { serviceById, type Service } from './queries.server'

export interface SeatsChange {
  readonly from: LocalDate
  /** The last date, included. */
  readonly to: LocalDate
  /** 0 closes them. */
  readonly seats: number
  readonly reason: string | null
}

export type SeatsRefusal =
  | { readonly kind: 'unknown-service' }
  | { readonly kind: 'unknown-change' }
  | { readonly kind: 'over' }
  | { readonly kind: 'too-long'; readonly most: number }
  /** It opens on none of these dates. */
  | { readonly kind: 'closed-then' }
  | { readonly kind: 'changed-already'; readonly date: LocalDate }
  | { readonly kind: 'taken'; readonly date: LocalDate; readonly subjects: readonly string[] }

/** The most dates that are changed at once. */
export const mostDates = 62

/**
 * Gives a service that needs only places another number of them on some dates, all or none. A date means the openings that begin on it,
 * so a night that ends at three belongs to the evening before. Refused below what is booked.
 */
export function changeSeats(ctx: BusinessCtx, listingId: string, { from, to, seats, reason }: SeatsChange): Result<number, SeatsRefusal> {
  return transact((db): Result<number, SeatsRefusal> => {
    const service = withSeats(db, ctx, listingId)
    if (!service) return refuse({ kind: 'unknown-service' })
    if (to < localDateOf(ctx.now, service.zone)) return refuse({ kind: 'over' })
    if (daysBetween(from, to) >= mostDates) return refuse({ kind: 'too-long', most: mostDates })
    const openings = openingsByDate(db, ctx, service, from, to)
    if (openings.length === 0) return refuse({ kind: 'closed-then' })
    for (const { date, start, end } of openings) {
      const changed = changeCapacity(ctx, { resourceId: service.seatsResourceId, startsAt: start, endsAt: end, capacity: seats, reason })
      if (!changed.ok) return refuse(seatsRefusal(changed.refusal, date))
    }
    return ok(openings.length)
  })
}

/** Takes one date's number back: the usual one holds again. */
export function restoreSeats(ctx: BusinessCtx, listingId: string, changeId: string): Result<null, SeatsRefusal> {
  return transact((db): Result<null, SeatsRefusal> => {
    const service = withSeats(db, ctx, listingId)
    if (!service) return refuse({ kind: 'unknown-service' })
    const change = seatsChangesOf(db, ctx, service).find(({ id }) => id === changeId)
    if (!change) return refuse({ kind: 'unknown-change' })
    const restored = removeCapacityChange(ctx, changeId)
    return restored.ok ? ok(null) : refuse(seatsRefusal(restored.refusal, change.date))
  })
}

/** The dates that have a number of their own from now on, by date. */
export function seatsChangesOf(db: Db, ctx: BusinessCtx, { seatsResourceId, zone }: ServiceWithSeats): (CapacityChangeRow & { readonly date: LocalDate })[] {
  const changes = capacityChangesOf(db, ctx.businessId, seatsResourceId, ctx.now, Number.MAX_SAFE_INTEGER)
  return changes.map((change) => ({ ...change, date: localDateOf(change.startsAt, zone) }))
}

export type ServiceWithSeats = Service & { readonly seatsResourceId: string; readonly zone: string }

/** A service that needs only places; null for any other. */
export function withSeats(db: Db, ctx: BusinessCtx, listingId: string): ServiceWithSeats | null {
  const service = serviceById(db, ctx.businessId, listingId)
  if (!service || service.seatsResourceId === null) return null
  return { ...service, seatsResourceId: service.seatsResourceId, zone: service.stores[0]?.timeZone ?? ctx.business.timeZone }
}

function openingsByDate(db: Db, ctx: BusinessCtx, { stores, zone }: ServiceWithSeats, from: LocalDate, to: LocalDate): (Interval & { date: LocalDate })[] {
  const hours = openHours(db, ctx.businessId, stores.map(({ id }) => id), from, to, zone)
  const all = [...hours.values()].flat()
  return Array.from({ length: daysBetween(from, to) + 1 }, (_, at) => addDays(from, at)).flatMap((date) => {
    const [start, end] = [startOfDay(date, zone), startOfDay(addDays(date, 1), zone)]
    const ofDate = all.filter((opening) => opening.start >= start && opening.start < end)
    if (ofDate.length === 0) return []
    return { date, start: Math.min(...ofDate.map((opening) => opening.start)), end: Math.max(...ofDate.map((opening) => opening.end)) }
  })
}

function seatsRefusal(refusal: CapacityRefusal, date: LocalDate): SeatsRefusal {
  if (refusal.kind === 'unknown-resource') return { kind: 'unknown-service' }
  return { ...refusal, date }
}
