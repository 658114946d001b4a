import type { I18n } from '@lingui/core'
import { eq } from 'drizzle-orm'
import type { BusinessCtx } from '~/kernel/ctx'
import { formatDay } from '~/kernel/format'
import { ok, refuse, type Result } from '~/kernel/result'
import { record } from '~/platform/audit.server'
import { prepared, type Db } from '~/platform/database.server'
import { listingCategories, listingValues } from '#db/schema/listings'
import { categoryById, fieldsOf, type Category } from './categories.server'
import { extraForm } from './extra-form'
import type { Field, FieldValue } from './model/field-schema'
import { listingById } from './queries.server'

export type ExtraValues = Readonly<Record<string, FieldValue | undefined>>

/** The category of a listing and what it says in its fields, by that version of them. */
export interface Extra {
  readonly categoryId: string
  readonly version: number
  readonly values: ExtraValues
}

export type ExtraRefusal =
  | { readonly kind: 'unknown-category' }
  /** What stands in a field is not what its category asks for. */
  | { readonly kind: 'bad-value'; readonly key: string; readonly sentence: string }

/**
 * Puts a listing into a category with what it says in the fields of that version, or out of every one (null). A retired category takes nobody in,
 * but keeps whom it has; another trade's is unknown. Runs in the caller's transaction.
 */
export function setListingCategory(db: Db, ctx: BusinessCtx, listingId: string, extra: Extra | null): Result<null, ExtraRefusal> {
  const listing = listingById(db, ctx.businessId, listingId)
  if (!listing) throw new Error(`No listing ${listingId} of business ${ctx.businessId}`)
  const before = extraOf(db, ctx.businessId, listingId)
  if (extra === null) {
    if (before) write(db, ctx, listingId, null, [])
    return ok(null)
  }
  const category = categoryById(db, extra.categoryId)
  if (!category || category.domain !== listing.domain) return refuse({ kind: 'unknown-category' })
  if (category.retiredAt !== null && before?.categoryId !== category.id) return refuse({ kind: 'unknown-category' })
  const fields = fieldsOf(db, category.id, extra.version)
  const read = extraForm(ctx.i18n, fields).safeParse(extra.values)
  if (!read.success) {
    const [issue] = read.error.issues
    return refuse({ kind: 'bad-value', key: String(issue?.path[0] ?? ''), sentence: issue?.message ?? '' })
  }
  const rows = fields.flatMap((field) => valueRow(field, read.data[field.key]) ?? [])
  if (!before || before.version !== extra.version || before.categoryId !== extra.categoryId || !sameValues(fields, before.values, read.data)) {
    write(db, ctx, listingId, extra, rows)
  }
  return ok(null)
}

/** The category of a listing of this business with its values; null where it has none. */
export function extraOf(db: Db, businessId: string, listingId: string): Extra | null {
  if (!listingById(db, businessId, listingId)) return null
  const at = categoryRow(db).get({ listingId })
  if (!at) return null
  return { ...at, values: Object.fromEntries(valueRows(db).all({ listingId }).map((row) => [row.key, valueOf(row)])) }
}

/** A category with one field as a page shows it. */
export interface ShownExtra {
  readonly category: Pick<Category, 'slug' | 'title'>
  readonly facts: readonly { readonly key: string; readonly title: string; readonly text: string }[]
}

/** What a page shows of a listing's category, by the version it was saved with; null where it is in none. */
export function shownExtra(db: Db, { i18n, businessId }: BusinessCtx, listingId: string): ShownExtra | null {
  const extra = extraOf(db, businessId, listingId)
  const category = extra && categoryById(db, extra.categoryId)
  if (!extra || !category) return null
  const facts = fieldsOf(db, extra.categoryId, extra.version).flatMap((field) => {
    const value = extra.values[field.key]
    return value === undefined ? [] : [{ key: field.key, title: field.title, text: valueText(i18n, field, value) }]
  })
  return { category: { slug: category.slug, title: category.title }, facts }
}

function valueText(i18n: I18n, { kind }: Field, value: FieldValue): string {
  if (typeof value === 'boolean') return value ? i18n.t('Yes') : i18n.t('No')
  if (typeof value === 'number') return new Intl.NumberFormat(i18n.locale, { maximumFractionDigits: 12 }).format(value)
  return kind === 'date' ? formatDay(i18n.locale, value) : value
}

type ValueRow = Omit<typeof listingValues.$inferSelect, 'listingId'>

function valueRow({ key, kind }: Field, value: FieldValue | undefined): ValueRow | null {
  if (value === undefined) return null
  const empty = { key, text: null, number: null, flag: null, date: null }
  if (typeof value === 'number') return { ...empty, number: value }
  if (typeof value === 'boolean') return { ...empty, flag: value }
  return kind === 'date' ? { ...empty, date: value } : { ...empty, text: value }
}

function valueOf({ text, number, flag, date }: Omit<ValueRow, 'flag'> & { readonly flag: number | null }): FieldValue | undefined {
  return flag === null ? (text ?? number ?? date ?? undefined) : flag === 1
}

function sameValues(fields: readonly Field[], before: ExtraValues, after: ExtraValues): boolean {
  return fields.every(({ key }) => before[key] === after[key])
}

function write(db: Db, ctx: BusinessCtx, listingId: string, extra: Extra | null, rows: readonly ValueRow[]): void {
  db.delete(listingValues).where(eq(listingValues.listingId, listingId)).run()
  db.delete(listingCategories).where(eq(listingCategories.listingId, listingId)).run()
  if (extra) db.insert(listingCategories).values({ listingId, categoryId: extra.categoryId, version: extra.version }).run()
  for (const row of rows) db.insert(listingValues).values({ ...row, listingId }).run()
  record(db, ctx, {
    businessId: ctx.businessId,
    action: 'listings.listing.set-category',
    subject: listingId,
    changes: { category: extra?.categoryId ?? null, version: extra?.version ?? null, fields: rows.map(({ key }) => key) },
  })
}

const categoryRow = prepared((db) =>
  db.$client.prepare<{ listingId: string }, { categoryId: string; version: number }>(
    'SELECT category_id AS categoryId, version FROM listing_categories WHERE listing_id = @listingId',
  ),
)

const valueRows = prepared((db) =>
  db.$client.prepare<{ listingId: string }, Omit<ValueRow, 'flag'> & { flag: number | null }>(
    'SELECT key, text, number, flag, date FROM listing_values WHERE listing_id = @listingId',
  ),
)
