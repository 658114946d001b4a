import { and, eq } from 'drizzle-orm'
import type { BusinessCtx } from '~/kernel/ctx'
import { ok, refuse, type Result } from '~/kernel/result'
import { record } from '~/platform/audit.server'
import { transact, type Db } from '~/platform/database.server'
import { announce } from '~/platform/outbox/index.server'
import { weeklyHours } from '#db/schema/schedules'
import { hoursChanged } from './events'
import { weekValues } from './model/week-form'
import type { WeeklyHours } from './model/week-hours'
import { hoursOwner } from './owners.server'
import { weeklyHoursOf } from './queries.server'

/** Puts these weekly hours in place of all that a store, a person or a place had. */
export function replaceWeeklyHours(ctx: BusinessCtx, ownerId: string, rows: readonly WeeklyHours[]): Result<WeeklyHours[], 'unknown-owner'> {
  return transact((db) => {
    if (!hoursOwner(db, ctx.businessId, ownerId)) return refuse('unknown-owner' as const)
    db.delete(weeklyHours)
      .where(and(eq(weeklyHours.businessId, ctx.businessId), eq(weeklyHours.ownerId, ownerId)))
      .run()
    insertWeek(db, ctx.newId, ctx.businessId, ownerId, rows)
    record(db, ctx, { businessId: ctx.businessId, action: 'schedules.hours.replace', subject: ownerId, changes: weekValues(rows) })
    announce(db, ctx, hoursChanged, { businessId: ctx.businessId, subject: ownerId, payload: { ownerId, from: null, to: null } })
    return ok(weeklyHoursOf(db, ctx.businessId, ownerId))
  })
}

/** Writes the rows of a week, in the caller's transaction. */
export function insertWeek(db: Db, newId: () => string, businessId: string, ownerId: string, rows: readonly WeeklyHours[]): void {
  for (const { weekday, from, to } of rows) {
    db.insert(weeklyHours).values({ id: newId(), businessId, ownerId, weekday, fromMinute: from, toMinute: to }).run()
  }
}
