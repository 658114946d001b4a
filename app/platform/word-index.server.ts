import type { Db } from './database.server'

/** A row's place in the answers to a search: which match it fits, and its number in the index. */
export interface WordPlace {
  readonly tier: number
  readonly number: number
}

export interface WordWalk {
  /** An FTS5 table. */
  readonly index: 'listings_fts' | 'businesses_fts'
  /** What is asked, best first; see `matchesFor`. */
  readonly matches: readonly string[]
  /** Which of these numbers are wanted, in the same order; all of them unless told. */
  readonly narrow?: (numbers: readonly number[]) => readonly number[]
}

export interface WordsFound {
  readonly places: readonly WordPlace[]
  /** Where the search goes on; null at its end. With fewer places than were asked for, nothing more was found as far as it looked. */
  readonly next: WordPlace | null
}

/** So many rows are looked at for one answer: the rest is behind its `next`. */
const mostWalked = 4000

/** Once what is shown is found, rows are only counted: after so many have been looked at, no further ones are. */
const mostCounted = 100

/**
 * At most so many rows of an index of words that match, the newest first in each tier, from after a place on. What comes after the first `shown` of
 * them is counted as far as that is quick.
 */
export function walkWords(db: Db, { index, matches, narrow = (numbers) => numbers }: WordWalk, after: WordPlace | null, most: number, shown = most): WordsFound {
  const places: WordPlace[] = []
  let walked = 0
  const tired = () => walked >= (places.length > shown ? mostCounted : mostWalked)
  for (let tier = after?.tier ?? 0; tier < matches.length; tier += 1) {
    let before = after?.tier === tier ? after.number : Number.MAX_SAFE_INTEGER
    if (tired()) return { places, next: { tier, number: before } }
    for (const numbers of chunksOf(matching(db, index).iterate({ match: matches[tier] ?? '', before }), most + 1)) {
      if (tired()) return { places, next: { tier, number: before } }
      for (const number of narrow(numbers)) {
        if (places.length === most) return { places, next: places.at(-1) ?? null }
        places.push({ tier, number })
      }
      walked += numbers.length
      before = numbers.at(-1) ?? before
    }
  }
  return { places, next: null }
}

/** Numbers by the handful: few at first, since a page is soon full where most are wanted; then twice as many each time. */
function* chunksOf(numbers: Iterable<number>, first: number): Generator<readonly number[]> {
  let [chunk, size]: [number[], number] = [[], first]
  for (const number of numbers) {
    chunk.push(number)
    if (chunk.length < size) continue
    yield chunk
    size = Math.min(2 * size, 512)
    chunk = []
  }
  if (chunk.length > 0) yield chunk
}

interface Asked {
  readonly match: string
  readonly before: number
}

/** What walks an index; exported for the test of its plan. */
export const wordsSql = (index: WordWalk['index']) => `SELECT rowid FROM ${index} WHERE ${index} MATCH @match AND rowid < @before ORDER BY rowid DESC`

const statements = new WeakMap<Db, Map<string, ReturnType<typeof build>>>()

function matching(db: Db, index: WordWalk['index']) {
  const known = statements.get(db) ?? new Map<string, ReturnType<typeof build>>()
  statements.set(db, known)
  const statement = known.get(index) ?? build(db, index)
  known.set(index, statement)
  return statement
}

function build(db: Db, index: WordWalk['index']) {
  return db.$client.prepare<Asked, number>(wordsSql(index)).pluck()
}
