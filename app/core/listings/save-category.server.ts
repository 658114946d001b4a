import { eq } from 'drizzle-orm'
import { freeSlug, knownTrades } from '~/core/businesses/index.server'
import type { Ctx } from '~/kernel/ctx'
import { ok, refuse, type Result } from '~/kernel/result'
import { record } from '~/platform/audit.server'
import { transact, type Db } from '~/platform/database.server'
import { categories, categoryVersions } from '#db/schema/listings'
import { categoryById, categoryBySlug, categoryUse, fieldsOf, type Category } from './categories.server'
import { readFieldSchema, schemaOf, type Field, type SchemaRefusal } from './model/field-schema'

export interface CategoryDetails {
  readonly title: string
  readonly domain: string
  /** A category at the top of the same trade; null: it stands there itself. */
  readonly parentId: string | null
  /** JSON Schema, as anybody may have written it. */
  readonly schema: unknown
}

export type CategoryRefusal =
  | { readonly kind: 'unknown-category' }
  | { readonly kind: 'unknown-domain' }
  /** There is no such category, it belongs to another trade, is retired, or is itself below another. */
  | { readonly kind: 'unfit-parent' }
  /** Others stand below it: a third level would come of it. */
  | { readonly kind: 'has-below' }
  /** Its trade stays as it is. */
  | { readonly kind: 'domain-fixed' }
  | { readonly kind: 'schema'; readonly schema: SchemaRefusal }

/**
 * Adds a category (`categoryId` null) or changes one. Fields that differ make a new version; listings keep the one they were saved with until
 * they are saved again. Who may do this is the route's to ask.
 */
export function saveCategory(ctx: Ctx, categoryId: string | null, details: CategoryDetails): Result<Category, CategoryRefusal> {
  return transact((db): Result<Category, CategoryRefusal> => {
    const before = categoryId === null ? null : categoryById(db, categoryId)
    if (categoryId !== null && !before) return refuse({ kind: 'unknown-category' })
    const refusal = refusalFor(db, before, details)
    if (refusal) return refuse(refusal)
    const read = readFieldSchema(details.schema)
    if (!read.ok) return refuse({ kind: 'schema', schema: read.refusal })
    return ok(before ? change(db, ctx, before, details, read.value) : create(db, ctx, details, read.value))
  })
}

/** Takes a category away: it is deleted where nothing is in it and never was, else retired: what is in it stays, and nothing new comes in. */
export function removeCategory(ctx: Ctx, categoryId: string): Result<'deleted' | 'retired', 'unknown-category'> {
  return transact((db) => {
    const category = categoryById(db, categoryId)
    if (!category) return refuse('unknown-category' as const)
    if (isUsed(db, categoryId)) {
      if (category.retiredAt === null) setRetired(db, ctx, category, ctx.now)
      return ok('retired' as const)
    }
    db.delete(categoryVersions).where(eq(categoryVersions.categoryId, categoryId)).run()
    db.delete(categories).where(eq(categories.id, categoryId)).run()
    record(db, ctx, { action: 'listings.category.delete', subject: categoryId, changes: { domain: category.domain, slug: category.slug } })
    return ok('deleted' as const)
  })
}

/** Offers a retired category again. */
export function restoreCategory(ctx: Ctx, categoryId: string): Result<Category, 'unknown-category'> {
  return transact((db) => {
    const category = categoryById(db, categoryId)
    if (!category) return refuse('unknown-category' as const)
    if (category.retiredAt !== null) setRetired(db, ctx, category, null)
    return ok({ ...category, retiredAt: null })
  })
}

/** Whether a listing, a business or a category below holds on to it. */
export function isUsed(db: Db, categoryId: string): boolean {
  const use = categoryUse(db).get(categoryId)
  return use !== undefined && use.listings + use.businesses + use.below > 0
}

function refusalFor(db: Db, before: Category | null, { domain, parentId }: CategoryDetails): CategoryRefusal | null {
  if (!knownTrades().some((trade) => trade.domain === domain)) return { kind: 'unknown-domain' }
  if (before && before.domain !== domain) return { kind: 'domain-fixed' }
  if (parentId === null || parentId === before?.parentId) return null
  const parent = categoryById(db, parentId)
  if (!parent || parent.id === before?.id || parent.domain !== domain || parent.parentId !== null || parent.retiredAt !== null) return { kind: 'unfit-parent' }
  return before && (categoryUse(db).get(before.id)?.below ?? 0) > 0 ? { kind: 'has-below' } : null
}

function create(db: Db, ctx: Ctx, { title, domain, parentId }: CategoryDetails, fields: readonly Field[]): Category {
  const id = ctx.newId()
  const slug = freeSlug(title, id, (wanted) => categoryBySlug(db, wanted) !== null)
  const category = { id, domain, parentId, slug, title, version: 1, retiredAt: null }
  db.insert(categories).values({ ...category, createdAt: ctx.now }).run()
  addVersion(db, ctx, id, 1, fields)
  record(db, ctx, { action: 'listings.category.create', subject: id, changes: { domain, parentId, slug, title, fields: fields.map(({ key }) => key) } })
  return category
}

function change(db: Db, ctx: Ctx, before: Category, { title, parentId }: CategoryDetails, fields: readonly Field[]): Category {
  const fresh = JSON.stringify(schemaOf(fields)) !== JSON.stringify(schemaOf(fieldsOf(db, before.id, before.version)))
  const version = fresh ? before.version + 1 : before.version
  if (!fresh && title === before.title && parentId === before.parentId) return before
  if (fresh) addVersion(db, ctx, before.id, version, fields)
  db.update(categories).set({ title, parentId, version }).where(eq(categories.id, before.id)).run()
  record(db, ctx, {
    action: 'listings.category.change',
    subject: before.id,
    changes: { title, parentId, ...(fresh ? { version, fields: fields.map(({ key }) => key) } : {}) },
  })
  return { ...before, title, parentId, version }
}

function addVersion(db: Db, ctx: Ctx, categoryId: string, version: number, fields: readonly Field[]): void {
  db.insert(categoryVersions).values({ categoryId, version, schema: JSON.stringify(schemaOf(fields)), createdAt: ctx.now }).run()
}

function setRetired(db: Db, ctx: Ctx, { id }: Category, retiredAt: number | null): void {
  db.update(categories).set({ retiredAt }).where(eq(categories.id, id)).run()
  record(db, ctx, { action: retiredAt === null ? 'listings.category.restore' : 'listings.category.retire', subject: id })
}
