import { and, eq } from 'drizzle-orm'
import type { BusinessCtx } from '~/kernel/ctx'
import { ok, refuse, type Result } from '~/kernel/result'
import { record } from '~/platform/audit.server'
import { transact, type Db } from '~/platform/database.server'
import { businesses, businessSlugs } from '#db/schema/businesses'
import { isSlugTaken } from './create-business.server'
import { changesBetween } from './model/changes'
import { isFitSlug } from './model/slugs'
import { businessById, type Business } from './queries.server'

export interface BusinessDetails {
  readonly name: string
  readonly slug: string
  readonly legalName: string | null
  readonly taxNumber: string | null
  readonly email: string | null
  readonly phone: string | null
  readonly website: string | null
  readonly kicker: string | null
  readonly about: string | null
  readonly timeZone: string
  readonly language: string
  /** A drawing or picture for the head of the public page. */
  readonly cover?: string | null
}

export type ChangeBusinessRefusal = 'slug-taken' | 'slug-unfit'

/** Changes what a business says of itself. A slug that it leaves leads to the new one from then on. */
export function changeBusiness(ctx: BusinessCtx, details: BusinessDetails): Result<Business, ChangeBusinessRefusal> {
  return transact((db) => {
    const business = presentBusiness(db, ctx.businessId)
    if (details.slug !== business.slug) {
      if (!isFitSlug(details.slug)) return refuse('slug-unfit' as const)
      if (!takeSlug(db, ctx, business, details.slug)) return refuse('slug-taken' as const)
    }
    const changes = changesBetween(business, details, ['name', 'slug', 'legalName', 'kicker', 'timeZone', 'language', 'cover'])
    if (!changes) return ok(business)
    record(db, ctx, { businessId: business.id, action: 'businesses.business.change', subject: business.id, changes })
    return ok(db.update(businesses).set(details).where(eq(businesses.id, business.id)).returning().get())
  })
}

/** The row of the business that a context names; that it is missing would be a bug. */
export function presentBusiness(db: Db, businessId: string): Business {
  const business = businessById(db, businessId)
  if (!business) throw new Error(`No business ${businessId}`)
  return business
}

// A slug which the business itself has left is its own to take back.
function takeSlug(db: Db, ctx: BusinessCtx, business: Business, slug: string): boolean {
  db.delete(businessSlugs).where(and(eq(businessSlugs.slug, slug), eq(businessSlugs.businessId, business.id))).run()
  if (isSlugTaken(db, slug)) return false
  db.insert(businessSlugs).values({ slug: business.slug, businessId: business.id, leftAt: ctx.now }).run()
  return true
}
