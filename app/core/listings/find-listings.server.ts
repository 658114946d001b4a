import { prepared, type Db } from '~/platform/database.server'

/** A listing as strangers find it. */
export interface FoundListing {
  readonly id: string
  readonly businessId: string
  readonly domain: string
  readonly slug: string
  readonly title: string
  readonly priceMinor: number | null
}

/** A field of a category that has to say something: a text, a number from and to, or yes or no. */
export type WantedValue =
  | { readonly key: string; readonly text: string }
  | { readonly key: string; readonly from: number | null; readonly to: number | null }
  | { readonly key: string; readonly flag: boolean }

export interface ListingSearch {
  /** Each must stand somewhere in its title or description. */
  readonly words: readonly string[]
  /** Any of these categories; null: whether it is in one or not. */
  readonly categoryIds: readonly string[] | null
  readonly values: readonly WantedValue[]
  readonly most: number
}

/** Active listings that match, by title; whether their business is open is the caller's to know. */
export function findListings(db: Db, { words, categoryIds, values, most }: ListingSearch): FoundListing[] {
  const patterns = JSON.stringify(words.map((word) => `%${word.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`))
  if (categoryIds === null) return found(db).all({ words: patterns, most })
  const wanted = values.map(wantedSql)
  return db.$client
    .prepare<Record<string, unknown>, FoundListing>(inCategorySql(wanted.map(({ sql }) => sql)))
    .all({ words: patterns, most, categories: JSON.stringify(categoryIds), ...Object.assign({}, ...wanted.map(({ params }) => params)) })
}

/** The search within categories, with a condition for each wanted value; exported for the test of its plan. */
export function inCategorySql(conditions: readonly string[]): string {
  return `SELECT ${columns} FROM listing_categories c JOIN listings ON listings.id = c.listing_id
     WHERE c.category_id IN (SELECT value FROM json_each(@categories)) AND status = 'active' AND ${hasWords}
       ${conditions.map((condition) => `AND c.listing_id IN (SELECT listing_id FROM listing_values WHERE ${condition})`).join('\n       ')}
     ORDER BY title, id LIMIT @most`
}

/** The condition of one wanted value, its parameters named by its place. */
export function wantedSql(value: WantedValue, at: number): { readonly sql: string; readonly params: Readonly<Record<string, unknown>> } {
  const key = { [`key${at}`]: value.key }
  if ('text' in value) return { sql: `key = @key${at} AND text = @text${at}`, params: { ...key, [`text${at}`]: value.text } }
  if ('flag' in value) return { sql: `key = @key${at} AND flag = @flag${at}`, params: { ...key, [`flag${at}`]: value.flag ? 1 : 0 } }
  const { from, to } = value
  return {
    sql: `key = @key${at} AND number BETWEEN @from${at} AND @to${at}`,
    params: { ...key, [`from${at}`]: from ?? -Number.MAX_VALUE, [`to${at}`]: to ?? Number.MAX_VALUE },
  }
}

const columns = 'id, business_id AS businessId, domain, slug, title, price_minor AS priceMinor'

const hasWords = `NOT EXISTS (
       SELECT 1 FROM json_each(@words) AS word WHERE (title || ' ' || coalesce(description, '')) NOT LIKE word.value ESCAPE '\\'
     )`

const found = prepared((db) =>
  db.$client.prepare<{ words: string; most: number }, FoundListing>(
    `SELECT ${columns} FROM listings WHERE status = 'active' AND ${hasWords} ORDER BY title, id LIMIT @most`,
  ),
)
