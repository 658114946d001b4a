import type { BusinessCtx } from '~/kernel/ctx'
import { ok, refuse, type Result } from '~/kernel/result'
import { record } from '~/platform/audit.server'
import { prepared, transact } from '~/platform/database.server'
import { actById, type AdmissionAct } from './admissions.server'

/** Takes back what one post at the door did: they were let in by mistake, and may come in again. The rows stay, with who took them back. */
export function undoAdmission(ctx: BusinessCtx, actId: string): Result<AdmissionAct, { readonly kind: 'unknown-act' }> {
  return transact((db) => {
    const act = actById(db, ctx.businessId, actId)
    if (!act || ctx.actor.kind !== 'user') return refuse({ kind: 'unknown-act' } as const)
    undo(db).run({ actId, businessId: ctx.businessId, now: ctx.now, userId: ctx.actor.id })
    record(db, ctx, { businessId: ctx.businessId, action: 'admission.item.undo', subject: act.itemId, changes: { actId, count: act.people } })
    return ok(act)
  })
}

const undo = prepared((db) =>
  db.$client.prepare('UPDATE admissions SET undone_at = @now, undone_by_user_id = @userId WHERE act_id = @actId AND business_id = @businessId AND undone_at IS NULL'),
)
