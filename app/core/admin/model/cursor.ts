/** The place in a list sorted by time, the newest first: of the last row shown. */
export interface TimeCursor {
  /** UTC milliseconds. */
  readonly at: number
  readonly id: string
}

/** A cursor as it stands in an address. */
export function cursorText({ at, id }: TimeCursor): string {
  return `${at}_${id}`
}

/** Reads what `cursorText` writes; null for anything else, which is the first page. */
export function readCursor(text: string | null): TimeCursor | null {
  const match = /^(\d{1,15})_([0-9a-f-]{36})$/.exec(text ?? '')
  return match ? { at: Number(match[1]), id: match[2] ?? '' } : null
}

/** The rows of one page out of one row more than fits, and the last of them where another page follows. */
export function onePage<Row>(found: readonly Row[], size: number): { rows: Row[]; last: Row | null } {
  const rows = found.slice(0, size)
  return { rows, last: found.length > size ? (rows.at(-1) ?? null) : null }
}

/** An address with the parts of its query that say something. */
export function hrefWith(path: string, query: Readonly<Record<string, string | undefined>>): string {
  const said = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]))
  return said.length === 0 ? path : `${path}?${new URLSearchParams(said).toString()}`
}
