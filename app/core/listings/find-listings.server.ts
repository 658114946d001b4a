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

/** Active listings in whose title or description every word stands, by title; whether their business is open is the caller's to know. */
export function findListings(db: Db, words: readonly string[], most: number): FoundListing[] {
  const patterns = words.map((word) => `%${word.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`)
  return found(db).all({ words: JSON.stringify(patterns), most })
}

const found = prepared((db) =>
  db.$client.prepare<{ words: string; most: number }, FoundListing>(
    `SELECT id, business_id AS businessId, domain, slug, title, price_minor AS priceMinor FROM listings
     WHERE status = 'active' AND NOT EXISTS (
       SELECT 1 FROM json_each(@words) AS word WHERE (title || ' ' || coalesce(description, '')) NOT LIKE word.value ESCAPE '\\'
     )
     ORDER BY title, id LIMIT @most`,
  ),
)
