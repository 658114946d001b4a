import { prepared, type Db } from '~/platform/database.server'

/** A business as strangers find it. */
export interface FoundBusiness {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly kicker: string | null
  readonly currency: string
  readonly cities: string
}

export interface BusinessSearch {
  /** Each must stand somewhere in its name, what it says of itself, or its city. */
  readonly words: readonly string[]
  /** A part of a city's name or a postal code; '' for anywhere. */
  readonly place: string
  readonly most: number
}

/** Businesses that are open to the public and match, by name. */
export function findBusinesses(db: Db, { words, place, most }: BusinessSearch): FoundBusiness[] {
  return found(db).all({ words: JSON.stringify(words.map(pattern)), place: pattern(place), most })
}

/** `%` and `_` are letters to those who search. */
function pattern(text: string): string {
  return `%${text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`
}

const found = prepared((db) =>
  db.$client.prepare<{ words: string; place: string; most: number }, FoundBusiness>(
    `SELECT id, slug, name, kicker, currency, cities FROM (
       SELECT b.id, b.slug, b.name, b.kicker, b.about, b.currency,
         (SELECT coalesce(group_concat(DISTINCT city), '') FROM stores WHERE business_id = b.id AND status = 'open') AS cities
       FROM businesses b WHERE b.status IN ('active', 'trial')
     ) AS open_business
     WHERE NOT EXISTS (
         SELECT 1 FROM json_each(@words) AS word
         WHERE (name || ' ' || coalesce(kicker, '') || ' ' || coalesce(about, '') || ' ' || cities) NOT LIKE word.value ESCAPE '\\'
       )
       AND (@place = '%%' OR EXISTS (
         SELECT 1 FROM stores WHERE business_id = open_business.id AND status = 'open' AND (city || ' ' || postal_code) LIKE @place ESCAPE '\\'
       ))
     ORDER BY name, id LIMIT @most`,
  ),
)
