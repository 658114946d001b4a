/** The address of a calendar as somebody pasted it, webcal among them; null where it is none on the web. At most 2000 characters. */
export function feedAddress(written: string): string | null {
  const text = written.trim().replace(/^webcals?:/i, 'https:')
  if (text.length > 2000 || !URL.canParse(text)) return null
  const url = new URL(text)
  // Nothing after # is ever sent.
  url.hash = ''
  return /^https?:$/.test(url.protocol) && url.hostname !== '' && !url.username && !url.password ? url.href : null
}
