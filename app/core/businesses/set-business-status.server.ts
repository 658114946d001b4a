import { eq } from 'drizzle-orm'
import type { Ctx } from '~/kernel/ctx'
import { ok, refuse, type Result } from '~/kernel/result'
import { record } from '~/platform/audit.server'
import { transact } from '~/platform/database.server'
import { announce } from '~/platform/outbox/announce.server'
import { businesses } from '#db/schema/businesses'
import { businessStatusChanged } from './events'
import { mayMove, type BusinessStatus } from './model/status-moves'
import { businessById, type Business } from './queries.server'

export type SetBusinessStatusRefusal = 'unknown-business' | 'not-allowed'

/**
 * Switches a business off (`suspended`: its public pages are gone, its dashboard stays) or on again, for its owner or an admin.
 * Only an admin cancels one, and only an admin brings it back. The reason, in the words of who did it, is kept in the audit.
 */
export function setBusinessStatus(ctx: Ctx, businessId: string, status: BusinessStatus, reason: string | null): Result<Business, SetBusinessStatusRefusal> {
  return transact((db) => {
    const business = businessById(db, businessId)
    if (!business) return refuse('unknown-business' as const)
    if (!mayMove(roleOf(ctx), business.status, status)) return refuse('not-allowed' as const)
    const changed = db.update(businesses).set({ status }).where(eq(businesses.id, businessId)).returning().get()
    record(db, ctx, { businessId, action: 'businesses.business.set-status', subject: businessId, changes: { was: business.status, status, reason } })
    announce(db, ctx, businessStatusChanged, { businessId, subject: businessId, payload: { businessId, was: business.status, status } })
    return ok(changed)
  })
}

function roleOf({ actor }: Ctx): 'owner' | 'admin' {
  return actor.kind === 'system' || (actor.kind === 'user' && actor.roles.includes('admin')) ? 'admin' : 'owner'
}
