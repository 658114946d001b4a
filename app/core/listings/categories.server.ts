import { prepared, type Db } from '~/platform/database.server'
import { readFieldSchema, type Field } from './model/field-schema'

/** What listings of a trade are sorted by. */
export interface Category {
  readonly id: string
  readonly domain: string
  /** The category above; null at the top. */
  readonly parentId: string | null
  readonly slug: string
  readonly title: string
  readonly version: number
  /** UTC milliseconds; null while it is offered. */
  readonly retiredAt: number | null
}

/** A category as a list shows it: with those above it in its name ("Hairdressers → Cut"). */
export interface PlacedCategory extends Category {
  readonly path: string
}

/** Every category, by trade and title, each right after the one it stands under; retired ones too. */
export function categoryTree(db: Db): PlacedCategory[] {
  const all = everyRow(db).all()
  return all
    .filter(({ parentId }) => parentId === null)
    .flatMap((top) => [{ ...top, path: top.title }, ...all.filter(({ parentId }) => parentId === top.id).map((below) => ({ ...below, path: `${top.title} → ${below.title}` }))])
}

/** The categories of these trades that can be chosen now, and those in `kept`, which were chosen before they were retired. */
export function offeredCategories(db: Db, domains: readonly string[], kept: readonly string[]): PlacedCategory[] {
  return categoryTree(db).filter(({ id, domain, retiredAt }) => domains.includes(domain) && (retiredAt === null || kept.includes(id)))
}

/** A category by its id, retired or not; null where there is none. */
export function categoryById(db: Db, categoryId: string): Category | null {
  return idRow(db).get({ categoryId }) ?? null
}

/** A category by its slug, retired or not; null where there is none. */
export function categoryBySlug(db: Db, slug: string): Category | null {
  return slugRow(db).get({ slug }) ?? null
}

/** A category and those right below it. */
export function withBelow(db: Db, { id }: Category): string[] {
  return [id, ...belowRows(db).all({ categoryId: id }).map((row) => row.id)]
}

/** The fields of a category as they were at a version; none where there is no such version. */
export function fieldsOf(db: Db, categoryId: string, version: number): Field[] {
  const row = versionRow(db).get({ categoryId, version })
  if (!row) return []
  const read = readFieldSchema(JSON.parse(row.schema))
  if (!read.ok) throw new Error(`Version ${version} of category ${categoryId} is kept in words that nobody reads: ${read.refusal.at}`)
  return read.value
}

/** How many listings and businesses are in each category that is used, and how many categories stand below it. */
export function categoryUse(db: Db): Map<string, { readonly listings: number; readonly businesses: number; readonly below: number }> {
  return new Map(useRows(db).all().map(({ id, ...counts }) => [id, counts]))
}

const columns = 'id, domain, parent_id AS parentId, slug, title, version, retired_at AS retiredAt'

const everyRow = prepared((db) => db.$client.prepare<[], Category>(`SELECT ${columns} FROM categories ORDER BY domain, title, id`))
const idRow = prepared((db) => db.$client.prepare<{ categoryId: string }, Category>(`SELECT ${columns} FROM categories WHERE id = @categoryId`))
const slugRow = prepared((db) => db.$client.prepare<{ slug: string }, Category>(`SELECT ${columns} FROM categories WHERE slug = @slug`))
const belowRows = prepared((db) => db.$client.prepare<{ categoryId: string }, { id: string }>('SELECT id FROM categories WHERE parent_id = @categoryId'))

const versionRow = prepared((db) =>
  db.$client.prepare<{ categoryId: string; version: number }, { schema: string }>(
    'SELECT schema FROM category_versions WHERE category_id = @categoryId AND version = @version',
  ),
)

const useRows = prepared((db) =>
  db.$client.prepare<[], { id: string; listings: number; businesses: number; below: number }>(
    `SELECT c.id,
       (SELECT count(*) FROM listing_categories WHERE category_id = c.id) AS listings,
       (SELECT count(*) FROM business_categories WHERE category_id = c.id) AS businesses,
       (SELECT count(*) FROM categories b WHERE b.parent_id = c.id) AS below
     FROM categories c`,
  ),
)
