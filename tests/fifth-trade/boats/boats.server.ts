import { enabledDomains } from '~/core/businesses/index.server'
import { listingBySlug, type Listing } from '~/core/listings/index.server'
import type { BusinessCtx } from '~/kernel/ctx'
import { notFound } from '~/platform/answers.server'
import type { Db } from '~/platform/database.server'

/** The boat of a public page; 404 where it is not to be had. */
export function offeredBoat(db: Db, ctx: BusinessCtx, slug: string): Listing {
  const found = enabledDomains(db, ctx.businessId).includes('boats') ? listingBySlug(db, ctx.businessId, 'boats', slug) : null
  return found && !('movedTo' in found) && found.status === 'active' ? found : notFound(ctx.i18n.t('There is no such boat.'))
}
