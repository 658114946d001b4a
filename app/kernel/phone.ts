/**
 * A telephone number as people write it ("+351 912 345 678", "(020) 7946 0958", "912.345.678 ext. 4"), with its spaces put in order and
 * "00" before a country read as "+"; null where it has fewer than five digits, more than twenty, or anything that no number holds.
 */
export function readPhone(text: string): string | null {
  const plain = text
    .normalize('NFKC')
    .replaceAll(/[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g, '')
    .replaceAll(/[\u2010-\u2015]/g, '-')
    .trim()
    .replaceAll(/\s+/g, ' ')
  const digits = plain.replaceAll(/\D/g, '').length
  if (digits < 5 || digits > 20 || plain.length > 40) return null
  if (!/^\(?\+?[\d\s().\-/]+(?:\s?(?:ext\.?|x|#)\s?\d{1,6})?$/i.test(plain)) return null
  return plain.replace(/^00\s?(?=[1-9])/, '+')
}
