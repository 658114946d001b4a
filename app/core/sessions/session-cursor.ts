interface Cursor {
  readonly startsAt: number
  readonly id: string
}

/** Where a page of dates goes on, as its address says; null at the first. */
export function sessionCursorIn(query: URLSearchParams): Cursor | null {
  const startsAt = Number(query.get('after'))
  return query.has('after') && Number.isSafeInteger(startsAt) ? { startsAt, id: query.get('id') ?? '' } : null
}

/** An address of the dates after a cursor. */
export function withCursor(path: string, { startsAt, id }: Cursor): string {
  return `${path}${path.includes('?') ? '&' : '?'}after=${startsAt}&id=${id}`
}
