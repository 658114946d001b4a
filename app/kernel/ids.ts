/** The thirty signs that people read to each other without mistakes: without 0 and O, 1, I and L, and U, which is read as V. */
export const unmistakable = '23456789ABCDEFGHJKMNPQRSTVWXYZ'

/**
 * A UUIDv7 in lower-case text (RFC 9562): sorts by `now` (UTC milliseconds), and rises within the process while `now` stays
 * equal, by a counter in the twelve bits after the version that carries into the next millisecond when it is full.
 * With sixteen bytes given the answer depends on the arguments alone.
 */
export function uuidv7(now: number, random16?: Uint8Array): string {
  if (!Number.isSafeInteger(now) || now < 0) throw new RangeError(`Not an instant of a UUID: ${now}`)
  if (random16 && random16.length !== 16) throw new RangeError('A UUID takes sixteen random bytes')
  const bytes = Uint8Array.from(random16 ?? randomBytes(16))
  if (random16) return uuidText(bytes, now, ((bytes[6] ?? 0) << 8) | (bytes[7] ?? 0))
  if (now !== rising.now) {
    // The highest bit starts at zero, so that at least 2,048 ids fit before the counter carries.
    rising = { now, at: now, counter: (((bytes[6] ?? 0) << 8) | (bytes[7] ?? 0)) & 0x7ff }
  } else if (rising.counter < 0xfff) {
    rising.counter += 1
  } else {
    rising = { now, at: rising.at + 1, counter: 0 }
  }
  return uuidText(bytes, rising.at, rising.counter)
}

/** Whether the text is an id as `uuidv7` makes them. */
export function isId(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(text)
}

/** A reference that people read to each other, such as `AP-7K3M9Q`: six of 30 signs, 729 million in all; the caller keeps it unique. */
export function reference(prefix: string, random: (length: number) => Uint8Array = randomBytes): string {
  let signs = ''
  while (signs.length < 6) {
    for (const byte of random(8)) {
      // 240 is the greatest multiple of 30 below 256: what lies above would make some signs more frequent.
      if (byte < 240 && signs.length < 6) signs += unmistakable[byte % unmistakable.length]
    }
  }
  return `${prefix}-${signs}`
}

/** Reads a reference as people type it ("ap 7k3m9q" is `AP-7K3M9Q`), or null. */
export function readReference(text: string): string | null {
  const match = /^([A-Z]{2,4})([2-9A-HJKMNP-TV-Z]{6})$/.exec(text.toUpperCase().replaceAll(/[\s\-–—#.]/g, ''))
  return match ? `${match[1]}-${match[2]}` : null
}

/**
 * A name as the part of an address: lower-case Latin letters, digits and single dashes, at most 60 of them, cut at a word where
 * that loses little. Null where no Latin letter or digit is left: then the caller takes the short id.
 */
export function slugOf(text: string): string | null {
  const plain = text
    .slice(0, 1000)
    .toLowerCase()
    .replaceAll(/[ßæœøłđðþıħŋŧĸſ]/g, (letter) => latinOf[letter] ?? '')
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[\p{Mark}'’ʼ]/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
  return shortened(plain) || null
}

function shortened(slug: string): string {
  if (slug.length <= 60) return slug
  const cut = slug.slice(0, 61).lastIndexOf('-')
  return slug.slice(0, cut >= 40 ? cut : 60).replace(/-$/, '')
}

function uuidText(bytes: Uint8Array, at: number, counter: number): string {
  for (let index = 0; index < 6; index += 1) bytes[index] = Math.floor(at / 2 ** (8 * (5 - index))) % 256
  bytes[6] = 0x70 | ((counter >> 8) & 0x0f)
  bytes[7] = counter & 0xff
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
  let text = ''
  for (let index = 0; index < 16; index += 1) {
    if (index === 4 || index === 6 || index === 8 || index === 10) text += '-'
    text += hex[bytes[index] ?? 0]
  }
  return text
}

// Asking for randomness costs the same for sixteen bytes as for thousands: a booking takes a dozen ids.
function randomBytes(length: number): Uint8Array {
  if (pool.at + length > pool.bytes.length) pool = { bytes: globalThis.crypto.getRandomValues(new Uint8Array(4096)), at: 0 }
  const bytes = pool.bytes.slice(pool.at, pool.at + length)
  pool.at += length
  return bytes
}

let pool = { bytes: new Uint8Array(0), at: 0 }

const hex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))


// The letters that NFKD does not take apart.
const latinOf: Record<string, string> = {
  ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i', ħ: 'h', ŋ: 'n', ŧ: 't', ĸ: 'k', ſ: 's',
}

let rising = { now: -1, at: -1, counter: 0 }
