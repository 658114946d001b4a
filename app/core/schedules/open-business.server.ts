import { createBusiness, type Business, type CreateBusinessRefusal, type NewBusiness, type Store } from '~/core/businesses/index.server'
import type { Ctx } from '~/kernel/ctx'
import { ok, type Result } from '~/kernel/result'
import { record } from '~/platform/audit.server'
import { transact } from '~/platform/database.server'
import { weekValues } from './model/week-form'
import type { WeeklyHours } from './model/week-hours'
import { insertWeek } from './replace-weekly-hours.server'

/** Signs a business up: it opens with its first store and that store's hours. */
export function openBusiness(
  ctx: Ctx,
  input: NewBusiness & { readonly hours: readonly WeeklyHours[] },
): Result<{ business: Business; store: Store }, CreateBusinessRefusal> {
  return transact((db) => {
    const made = createBusiness(ctx, input)
    if (!made.ok) return made
    const { business, store } = made.value
    insertWeek(db, ctx.newId, business.id, store.id, input.hours)
    record(db, ctx, { businessId: business.id, action: 'schedules.hours.replace', subject: store.id, changes: weekValues(input.hours) })
    return ok(made.value)
  })
}
