import { sql } from 'drizzle-orm'
import { check, integer, text, type AnySQLiteColumn } from 'drizzle-orm/sqlite-core'

/** A UUIDv7 in lower-case text. */
export const id = () => text().primaryKey()

/** UTC milliseconds. */
export const instant = () => integer()

export const flag = () => integer({ mode: 'boolean' })

/** The column holds one of the listed words; the list in code and the check in the file are the same. */
export function oneOf(name: string, column: AnySQLiteColumn, words: readonly string[]) {
  return check(name, sql`${column} in ${sql.raw(`(${words.map((word) => `'${word}'`).join(', ')})`)}`)
}


/** An amount is a whole number of minor units that JavaScript holds exactly. */
export function minorUnits(name: string, column: AnySQLiteColumn) {
  return check(name, sql`typeof(${column}) = 'integer' and abs(${column}) <= 9007199254740991`)
}
