/**
 * Where a form may send somebody afterwards: the path and query of a page of ours, or null. What a browser would read as another
 * host (`//host`, `/\host`, a tab within) is none.
 */
export function localPath(text: unknown): string | null {
  if (typeof text !== 'string' || text.length > 2000 || !text.startsWith('/') || unsafe.test(text)) return null
  const base = 'http://guildhall.invalid'
  if (!URL.canParse(text, base)) return null
  const { origin, pathname, search } = new URL(text, base)
  // "/.//host" is a local path until the dots are gone.
  return origin === base && !pathname.startsWith('//') ? pathname + search : null
}

// What URL parsers drop or turn into a slash, and control characters, which have no business in a header.
const unsafe = /^\/[/\\]|\\|\p{Cc}/u

/** A page's path, carrying on where to go after it. */
export function withTo(path: string, to: string | null): string {
  return to === null ? path : `${path}?to=${encodeURIComponent(to)}`
}
