/** The words of a search, as an index of words knows them: runs of letters and figures, eight at most; what is longer than anybody types is cut. */
export function wordsIn(text: string): string[] {
  return (text.slice(0, 200).normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, 8)
}

export interface WordsSought {
  /** Each must stand in one of `columns`. */
  readonly words: readonly string[]
  /** The column in which words weigh the most comes first. */
  readonly columns: readonly [string, ...string[]]
  /** Facets: one of each list must be there. */
  readonly facets: readonly (readonly string[])[]
  /** Each must begin a word of the column `place`. */
  readonly place: readonly string[]
}

/**
 * What an index of words (FTS5) is asked, in the order of what fits best: all words in the first column, all words somewhere, all words as the
 * beginnings of words. No row answers two of them. Whole words come first since their lists need no merging.
 */
export function matchesFor({ words, columns, facets, place }: WordsSought): string[] {
  const given = facets.map((any) => `facets : (${any.map(quoted).join(' OR ')})`)
  if (place.length > 0) given.push(`place : (${place.map(begun).join(' AND ')})`)
  if (words.length === 0) return [given.join(' AND ')]
  const standIn = (where: string, word: (text: string) => string) => `{${where}} : (${words.map(word).join(' AND ')})`
  const [first, anywhere] = [columns[0], columns.join(' ')]
  const and = (match: string) => [...given, match].join(' AND ')
  return [
    and(standIn(first, quoted)),
    `(${and(standIn(anywhere, quoted))}) NOT ${standIn(first, quoted)}`,
    `(${and(standIn(anywhere, begun))}) NOT ${standIn(anywhere, quoted)}`,
  ]
}

/** The facet of an id or a name: such words stand without hyphens, after the letter that says what they are. */
export function facetOf(letter: string, name: string): string {
  return letter + name.replaceAll('-', '')
}

function quoted(word: string): string {
  return `"${word.replaceAll('"', '')}"`
}

function begun(word: string): string {
  return `${quoted(word)} *`
}
