import { eq } from 'drizzle-orm'
import { enabledDomains } from '~/core/businesses/index.server'
import type { BusinessCtx } from '~/kernel/ctx'
import { ok, refuse, type Result } from '~/kernel/result'
import { record } from '~/platform/audit.server'
import { prepared, transact, type Db } from '~/platform/database.server'
import { businessCategories } from '#db/schema/listings'
import { offeredCategories, type Category } from './categories.server'
import { mostFurther } from './model/further-categories'

export interface BusinessCategories {
  /** The id of the category that says best what the business is; null while it has not chosen. */
  readonly main: string | null
  /** Ids of the categories that it is found under beside that. */
  readonly further: readonly string[]
}

export type BusinessCategoriesRefusal = 'unknown-category' | 'main-missing' | 'too-many'

/** Says what a business is found under, in place of what it said before. Only categories of its trades; retired ones it may keep. */
export function setBusinessCategories(ctx: BusinessCtx, { main, further }: BusinessCategories): Result<null, BusinessCategoriesRefusal> {
  return transact((db) => {
    const others = [...new Set(further)].filter((id) => id !== main)
    if (main === null && others.length > 0) return refuse('main-missing' as const)
    if (others.length > mostFurther) return refuse('too-many' as const)
    const before = categoryIdsOf(db, ctx.businessId)
    const fit = new Set(categoryChoices(db, ctx).map(({ id }) => id))
    if ([...(main === null ? [] : [main]), ...others].some((id) => !fit.has(id))) return refuse('unknown-category' as const)
    if (before.main === main && before.further.join() === [...others].sort().join()) return ok(null)
    db.delete(businessCategories).where(eq(businessCategories.businessId, ctx.businessId)).run()
    if (main !== null) db.insert(businessCategories).values({ businessId: ctx.businessId, categoryId: main, main: true }).run()
    for (const categoryId of others) db.insert(businessCategories).values({ businessId: ctx.businessId, categoryId, main: false }).run()
    record(db, ctx, { businessId: ctx.businessId, action: 'listings.business.set-categories', subject: ctx.businessId, changes: { main, further: others } })
    return ok(null)
  })
}

/** What a business may choose from: the categories of its trades, and those that it has. */
export function categoryChoices(db: Db, { businessId }: BusinessCtx) {
  const { main, further } = categoryIdsOf(db, businessId)
  return offeredCategories(db, enabledDomains(db, businessId), main === null ? further : [main, ...further])
}

/** The ids of what a business chose; the further ones in order of their ids. */
export function categoryIdsOf(db: Db, businessId: string): BusinessCategories {
  const rows = ofBusiness(db).all({ businessId })
  return { main: rows.find((row) => row.main === 1)?.id ?? null, further: rows.filter((row) => row.main === 0).map(({ id }) => id).sort() }
}

/** The categories of a business, the main one first, then by title. */
export function categoriesOfBusiness(db: Db, businessId: string): Pick<Category, 'slug' | 'title'>[] {
  return ofBusiness(db).all({ businessId }).map(({ slug, title }) => ({ slug, title }))
}

const ofBusiness = prepared((db) =>
  db.$client.prepare<{ businessId: string }, { id: string; slug: string; title: string; main: number }>(
    `SELECT c.id, c.slug, c.title, b.main FROM business_categories b JOIN categories c ON c.id = b.category_id
     WHERE b.business_id = @businessId ORDER BY b.main DESC, c.title, c.id`,
  ),
)
