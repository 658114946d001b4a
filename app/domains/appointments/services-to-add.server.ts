import { listingsOf } from '~/core/listings/index.server'
import type { BusinessCtx } from '~/kernel/ctx'
import type { Db } from '~/platform/database.server'
import { mostServices, type AskedVisit } from './offered.server'
import { servicesOf, type Service } from './queries.server'
import { storesOfAll } from './who-and-where.server'

/** Whether a page offers to add something: cheaper to ask than what. */
export function mayAdd(db: Db, ctx: BusinessCtx, { parts }: Pick<AskedVisit, 'parts'>): boolean {
  return parts.length < mostServices && listingsOf(db, ctx.businessId, { domain: 'appointments', statuses: ['active'] }).length > parts.length
}

/** What may come after these services in the same visit: what is on offer at a place where they all are. None where the visit is full. */
export function servicesToAdd(db: Db, ctx: BusinessCtx, { parts }: Pick<AskedVisit, 'parts'>): Service[] {
  if (parts.length >= mostServices) return []
  const chosen = parts.map(({ service }) => service)
  return servicesOf(db, ctx.businessId, ['active']).filter(
    (service) => !chosen.some(({ listing }) => listing.id === service.listing.id) && storesOfAll([...chosen, service]).length > 0,
  )
}
