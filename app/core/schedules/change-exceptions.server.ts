import { and, eq, inArray } from 'drizzle-orm'
import type { BusinessCtx } from '~/kernel/ctx'
import { ok, refuse, type Result } from '~/kernel/result'
import { addDays, daysBetween, formatTime, type LocalDate } from '~/kernel/time'
import { record } from '~/platform/audit.server'
import { transact, type Db } from '~/platform/database.server'
import { announce } from '~/platform/outbox/index.server'
import { hourExceptions } from '#db/schema/schedules'
import { hoursChanged } from './events'
import { longestDaysOff } from './model/days-off'
import { hoursOwner } from './owners.server'
import type { StoredException } from './queries.server'

/** Other hours on one date: minutes from its local midnight; several of a date are its stretches. */
export interface OtherHours {
  readonly date: LocalDate
  readonly from: number
  readonly to: number
  readonly reason: string | null
}

export interface DaysOff {
  readonly from: LocalDate
  /** The last day that is off. */
  readonly to: LocalDate
  readonly reason: string | null
}

/** Gives one date hours of its own, in place of its weekday's. */
export function addException(ctx: BusinessCtx, ownerId: string, hours: OtherHours): Result<StoredException, 'unknown-owner'> {
  return transact((db) => {
    if (!hoursOwner(db, ctx.businessId, ownerId)) return refuse('unknown-owner' as const)
    const { date, from, to, reason } = hours
    const exception = insert(db, ctx, { ownerId, date, closed: false, fromMinute: from, toMinute: to, reason })
    record(db, ctx, { businessId: ctx.businessId, action: 'schedules.exception.add', subject: exception.id, changes: { ownerId, date, from: formatTime(from), to: formatTime(to) } })
    tell(db, ctx, ownerId, date, date)
    return ok(exception)
  })
}

/** Closes every date of a range. What is booked on them stays booked. */
export function addDaysOff(ctx: BusinessCtx, ownerId: string, { from, to, reason }: DaysOff): Result<StoredException[], 'unknown-owner' | 'too-long'> {
  return transact((db) => {
    if (!hoursOwner(db, ctx.businessId, ownerId)) return refuse('unknown-owner' as const)
    const days = daysBetween(from, to) + 1
    if (days < 1 || days > longestDaysOff) return refuse('too-long' as const)
    const off = Array.from({ length: days }, (_, day) =>
      insert(db, ctx, { ownerId, date: addDays(from, day), closed: true, fromMinute: null, toMinute: null, reason }),
    )
    record(db, ctx, { businessId: ctx.businessId, action: 'schedules.days-off.add', subject: ownerId, changes: { from, to } })
    tell(db, ctx, ownerId, from, to)
    return ok(off)
  })
}

/** Takes an exception back: its date has its weekday's hours again, unless another exception stands. */
export function removeException(ctx: BusinessCtx, ownerId: string, exceptionId: string): Result<StoredException[], 'unknown-exception'> {
  return removeExceptions(ctx, ownerId, [exceptionId])
}

/** Takes several exceptions of one owner back, all or none. */
export function removeExceptions(ctx: BusinessCtx, ownerId: string, exceptionIds: readonly string[]): Result<StoredException[], 'unknown-exception'> {
  return transact((db) => {
    const ids = [...new Set(exceptionIds)]
    const removed = db
      .delete(hourExceptions)
      .where(and(eq(hourExceptions.businessId, ctx.businessId), eq(hourExceptions.ownerId, ownerId), inArray(hourExceptions.id, ids)))
      .returning()
      .all()
    if (removed.length === 0 || removed.length < ids.length) return refuse('unknown-exception' as const)
    for (const { id, date } of removed) {
      record(db, ctx, { businessId: ctx.businessId, action: 'schedules.exception.remove', subject: id, changes: { ownerId, date } })
      tell(db, ctx, ownerId, date, date)
    }
    return ok(removed)
  })
}

function tell(db: Db, ctx: BusinessCtx, ownerId: string, from: LocalDate, to: LocalDate): void {
  announce(db, ctx, hoursChanged, { businessId: ctx.businessId, subject: ownerId, payload: { ownerId, from, to } })
}

function insert(db: Db, ctx: BusinessCtx, row: Omit<StoredException, 'id' | 'businessId' | 'createdAt'>): StoredException {
  return db
    .insert(hourExceptions)
    .values({ ...row, id: ctx.newId(), businessId: ctx.businessId, createdAt: ctx.now })
    .returning()
    .get()
}
