import { prepared, type Db } from '~/platform/database.server'
import { freePolicy, type BackRule, type Policy, type Tier } from './model/policy'

export interface NamedPolicy extends Policy {
  readonly id: string
  readonly name: string
  readonly isDefault: boolean
}

/** The cancellation policies of a business that are in use, in the order in which they were made. */
export function policiesOf(db: Db, businessId: string): NamedPolicy[] {
  return policyRows(db).all({ businessId }).map(policyIn)
}

/** A policy of this business that is in use; null for anybody else's. */
export function policyById(db: Db, businessId: string, id: string): NamedPolicy | null {
  return policiesOf(db, businessId).find((policy) => policy.id === id) ?? null
}

/** What holds for whoever books now: the policy named, where it is in use, else the business's default, else free until it begins. */
export function policyFor(db: Db, businessId: string, id: string | null): Policy {
  const policies = policiesOf(db, businessId)
  const chosen = policies.find((policy) => policy.id === id) ?? policies.find((policy) => policy.isDefault)
  if (!chosen) return freePolicy
  const { tiers, fees, taxes, noShowPercent } = chosen
  return { tiers, fees, taxes, noShowPercent }
}

interface PolicyRow {
  readonly id: string
  readonly name: string
  readonly tiers: string
  readonly fees: BackRule
  readonly taxes: BackRule
  readonly noShowPercent: number
  readonly isDefault: number
}

function policyIn({ tiers, isDefault, ...row }: PolicyRow): NamedPolicy {
  return { ...row, tiers: JSON.parse(tiers) as Tier[], isDefault: isDefault === 1 }
}

/** Exported for the test of its plan. */
export const policiesSql = `SELECT id, name, tiers, fees, taxes, no_show_percent AS noShowPercent, is_default AS isDefault
   FROM cancellation_policies WHERE business_id = @businessId AND retired_at IS NULL ORDER BY created_at, id`

const policyRows = prepared((db) => db.$client.prepare<{ businessId: string }, PolicyRow>(policiesSql))
