import type { BusinessCtx } from '~/kernel/ctx'
import { record } from '~/platform/audit.server'
import { prepared, transact, type Db } from '~/platform/database.server'

export interface WaitingSettings {
  /** How long an offer stands at most. */
  readonly offerHours: number
  /** Whoever is first is waited for, even where fewer places are free than they want. */
  readonly strict: boolean
}

/** Where a business has said nothing. */
export const plainWaitingSettings: WaitingSettings = { offerHours: 24, strict: false }

/** How a business offers what becomes free. */
export function waitingSettings(db: Db, businessId: string): WaitingSettings {
  const row = settingsRow(db).get({ businessId })
  return row ? { offerHours: row.offerHours, strict: row.strict === 1 } : plainWaitingSettings
}

/** Says how what becomes free is offered from now on; offers that stand keep their time. */
export function changeWaitingSettings(ctx: BusinessCtx, { offerHours, strict }: WaitingSettings): void {
  transact((db) => {
    upsert(db).run({ businessId: ctx.businessId, offerHours, strict: strict ? 1 : 0, now: ctx.now })
    record(db, ctx, { businessId: ctx.businessId, action: 'waiting-list.settings.change', subject: ctx.businessId, changes: { offerHours, strict } })
  })
}

const settingsRow = prepared((db) =>
  db.$client.prepare<{ businessId: string }, { offerHours: number; strict: number }>('SELECT offer_hours AS offerHours, strict FROM waiting_settings WHERE business_id = @businessId'),
)

const upsert = prepared((db) =>
  db.$client.prepare(
    `INSERT INTO waiting_settings (business_id, offer_hours, strict, changed_at) VALUES (@businessId, @offerHours, @strict, @now)
     ON CONFLICT (business_id) DO UPDATE SET offer_hours = @offerHours, strict = @strict, changed_at = @now`,
  ),
)
