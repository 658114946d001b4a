import type { BusinessCtx } from '~/kernel/ctx'
import { ok, refuse, type Result } from '~/kernel/result'
import { record } from '~/platform/audit.server'
import { prepared, transact, type Db } from '~/platform/database.server'
import type { Policy } from './model/policy'
import { policiesOf, policyById } from './policies.server'

export interface PolicyDraft extends Policy {
  readonly name: string
  readonly isDefault: boolean
}

export type PolicyRefusal =
  | { readonly kind: 'unknown-policy' }
  /** Two tiers begin at the same notice. */
  | { readonly kind: 'same-notice'; readonly hoursBefore: number }
  /** Less notice must not give back more. */
  | { readonly kind: 'less-for-more'; readonly hoursBefore: number }
  | { readonly kind: 'is-default' }

/**
 * Adds a cancellation policy (`id` null) or changes one; the first is the default, and one that becomes the default takes its place.
 * What is booked keeps the policy it was booked with. Answers its id.
 */
export function savePolicy(ctx: BusinessCtx, id: string | null, draft: PolicyDraft): Result<string, PolicyRefusal> {
  return transact((db): Result<string, PolicyRefusal> => {
    const before = id === null ? null : policyById(db, ctx.businessId, id)
    if (id !== null && !before) return refuse({ kind: 'unknown-policy' })
    const tiers = [...draft.tiers].sort((a, b) => b.hoursBefore - a.hoursBefore)
    const refusal = wrongTiers(tiers)
    if (refusal) return refuse(refusal)

    const isDefault = draft.isDefault || before?.isDefault === true || !policiesOf(db, ctx.businessId).some((policy) => policy.isDefault)
    if (isDefault) clearDefault(db).run({ businessId: ctx.businessId })
    const { name, fees, taxes, noShowPercent } = draft
    const row = { id: before?.id ?? ctx.newId(), businessId: ctx.businessId, name, tiers: JSON.stringify(tiers), fees, taxes, noShowPercent, isDefault: isDefault ? 1 : 0, now: ctx.now }
    upsert(db).run(row)
    record(db, ctx, { businessId: ctx.businessId, action: 'pricing.policy.save', subject: row.id, changes: { name, tiers, fees, taxes, noShowPercent, isDefault } })
    return ok(row.id)
  })
}

/** Takes a policy out of use: services that name it follow the default. What is booked keeps it. */
export function retirePolicy(ctx: BusinessCtx, id: string): Result<null, PolicyRefusal> {
  return transact((db): Result<null, PolicyRefusal> => {
    const policy = policyById(db, ctx.businessId, id)
    if (!policy) return refuse({ kind: 'unknown-policy' })
    if (policy.isDefault) return refuse({ kind: 'is-default' })
    retire(db).run({ id, businessId: ctx.businessId, now: ctx.now })
    record(db, ctx, { businessId: ctx.businessId, action: 'pricing.policy.retire', subject: id, changes: {} })
    return ok(null)
  })
}

function wrongTiers(tiers: Policy['tiers']): PolicyRefusal | null {
  for (const [at, { hoursBefore, percent }] of tiers.entries()) {
    const above = tiers[at - 1]
    if (above?.hoursBefore === hoursBefore) return { kind: 'same-notice', hoursBefore }
    if (above && above.percent < percent) return { kind: 'less-for-more', hoursBefore }
  }
  return null
}

const clearDefault = prepared((db: Db) =>
  db.$client.prepare<{ businessId: string }>('UPDATE cancellation_policies SET is_default = 0 WHERE business_id = @businessId AND is_default = 1'),
)

const upsert = prepared((db) =>
  db.$client.prepare<Record<string, string | number>>(
    `INSERT INTO cancellation_policies (id, business_id, name, tiers, fees, taxes, no_show_percent, is_default, created_at)
     VALUES (@id, @businessId, @name, @tiers, @fees, @taxes, @noShowPercent, @isDefault, @now)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, tiers = excluded.tiers, fees = excluded.fees, taxes = excluded.taxes,
       no_show_percent = excluded.no_show_percent, is_default = excluded.is_default`,
  ),
)

const retire = prepared((db) =>
  db.$client.prepare<{ id: string; businessId: string; now: number }>(
    'UPDATE cancellation_policies SET retired_at = @now WHERE id = @id AND business_id = @businessId',
  ),
)
