import { redirect } from '@remix-run/node'
import { enabledDomains } from '~/core/businesses/index.server'
import type { BusinessCtx } from '~/kernel/ctx'
import { notFound } from '~/platform/answers.server'
import type { Db } from '~/platform/database.server'
import { isLet, type LetProperty } from './availability.server'
import { propertyBySlug, type Property } from './queries.server'

/** The property of a public page. Throws 404 with a way out where it is not offered, 301 where it has another slug now. */
export function offeredProperty(db: Db, ctx: BusinessCtx, slug: string, url: URL): Property {
  const found = enabledDomains(db, ctx.businessId).includes('real-estate') ? propertyBySlug(db, ctx.businessId, slug) : null
  if (found && 'movedTo' in found) throw redirect(url.pathname.replace(`/real-estate/${slug}`, `/real-estate/${found.movedTo}`) + url.search, 301)
  return found && found.listing.status === 'active' ? found : notOffered(ctx)
}

/** The same where nights of it can be booked. */
export function offeredStay(db: Db, ctx: BusinessCtx, slug: string, url: URL): LetProperty {
  const property = offeredProperty(db, ctx, slug, url)
  return isLet(property) ? property : notOffered(ctx)
}

/** The same where people ask about it, since it is for rent or for sale. */
export function offeredToAsk(db: Db, ctx: BusinessCtx, slug: string, url: URL): Property {
  const property = offeredProperty(db, ctx, slug, url)
  return property.tenure === 'nightly' ? notOffered(ctx) : property
}

/** Throws 404 with a way out. */
export function notOffered(ctx: BusinessCtx): never {
  notFound(ctx.i18n.t('{business} does not offer this at the moment.', { business: ctx.business.name }), {
    href: `/b/${ctx.business.slug}`,
    label: ctx.i18n.t('See what {business} offers', { business: ctx.business.name }),
  })
}
