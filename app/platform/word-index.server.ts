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

/** At most so many rows of an index of words that match, the newest first in each tier, from after a place on. */
export function walkWords(db: Db, { index, matches, narrow = (numbers) => numbers }: WordWalk, after: WordPlace | null, most: number): WordsFound {
  const places: WordPlace[] = []
  let walked = 0
  for (let tier = after?.tier ?? 0; tier < matches.length; tier += 1) {
    let before = after?.tier === tier ? after.number : Number.MAX_SAFE_INTEGER
    // Few at first: where most are wanted, a page is soon full.
    for (let chunk = most + 1; ; chunk = Math.min(2 * chunk, 512)) {
      const numbers = numbersBefore(db, index, { match: matches[tier] ?? '', before, chunk })
      for (const number of narrow(numbers)) {
        if (places.length === most) return { places, next: places.at(-1) ?? null }
        places.push({ tier, number })
      }
      const last = numbers.at(-1)
      if (last === undefined || numbers.length < chunk) break
      walked += numbers.length
      before = last
      if (walked >= mostWalked) return { places, next: { tier, number: last } }
    }
  }
  return { places, next: null }
}

interface Chunk {
  readonly match: string
  readonly before: number
  readonly chunk: number
}

/** The statement of one chunk; exported for the test of its plan. */
export const wordsSql = (index: WordWalk['index']) => `SELECT rowid FROM ${index} WHERE ${index} MATCH @match AND rowid < @before ORDER BY rowid DESC LIMIT @chunk`

const statements = new WeakMap<Db, Map<string, ReturnType<typeof build>>>()

function numbersBefore(db: Db, index: WordWalk['index'], chunk: Chunk): number[] {
  let known = statements.get(db)
  if (!known) statements.set(db, (known = new Map()))
  let statement = known.get(index)
  if (!statement) known.set(index, (statement = build(db, index)))
  return statement.all(chunk)
}

function build(db: Db, index: WordWalk['index']) {
  return db.$client.prepare<Chunk, number>(wordsSql(index)).pluck()
}
