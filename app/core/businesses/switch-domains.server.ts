import { and, eq, isNull } from 'drizzle-orm'
import type { BusinessCtx } from '~/kernel/ctx'
import type { TradeDomain } from '~/kernel/define-module'
import { ok, refuse, type Result } from '~/kernel/result'
import { record } from '~/platform/audit.server'
import { transact, type Db } from '~/platform/database.server'
import { businessDomains, businesses } from '#db/schema/businesses'
import { presentBusiness } from './change-business.server'
import { knownTrades } from './installed.server'
import { enabledDomains } from './queries.server'

export interface DomainChoice {
  /** The trades that are to be on; all others go off. */
  readonly enabled: readonly string[]
  /** Where the dashboard and the public page begin; one of `enabled`. */
  readonly defaultDomain: string
}

export type SwitchDomainsRefusal = 'unknown-domain' | 'none' | 'default-off'

/** Switches trades on and off. What was listed in one that goes off stays, unseen, until it is on again. */
export function switchDomains(ctx: BusinessCtx, choice: DomainChoice): Result<TradeDomain[], SwitchDomainsRefusal> {
  return transact((db) => {
    if (choice.enabled.some((domain) => !knownTrades().some((trade) => trade.domain === domain))) return refuse('unknown-domain' as const)
    if (choice.enabled.length === 0) return refuse('none' as const)
    if (!choice.enabled.includes(choice.defaultDomain)) return refuse('default-off' as const)

    const before: readonly string[] = enabledDomains(db, ctx.businessId)
    const on = choice.enabled.filter((domain) => !before.includes(domain))
    const off = before.filter((domain) => !choice.enabled.includes(domain))
    for (const domain of on) switchOn(db, ctx, domain)
    for (const domain of off) switchOff(db, ctx, domain)
    const business = presentBusiness(db, ctx.businessId)
    if (on.length > 0 || off.length > 0 || business.defaultDomain !== choice.defaultDomain) {
      db.update(businesses).set({ defaultDomain: choice.defaultDomain }).where(eq(businesses.id, business.id)).run()
      record(db, ctx, { businessId: business.id, action: 'businesses.domains.switch', subject: business.id, changes: { on, off, defaultDomain: choice.defaultDomain } })
    }
    return ok(enabledDomains(db, ctx.businessId))
  })
}

function switchOn(db: Db, ctx: BusinessCtx, domain: string): void {
  const enabledBy = ctx.actor.kind === 'user' ? ctx.actor.id : null
  db.insert(businessDomains)
    .values({ businessId: ctx.businessId, domain, enabledAt: ctx.now, enabledBy })
    .onConflictDoUpdate({ target: [businessDomains.businessId, businessDomains.domain], set: { enabledAt: ctx.now, enabledBy, disabledAt: null } })
    .run()
}

function switchOff(db: Db, ctx: BusinessCtx, domain: string): void {
  db.update(businessDomains)
    .set({ disabledAt: ctx.now })
    .where(and(eq(businessDomains.businessId, ctx.businessId), eq(businessDomains.domain, domain), isNull(businessDomains.disabledAt)))
    .run()
}
