import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { env } from './env.server'

/**
 * Signs a payload for one purpose with the first of SESSION_SECRETS (HMAC-SHA256). Anybody can read the payload.
 * The token is `keyId.payload.mac`, each fit for a URL; a token of one purpose is worth nothing for another.
 */
export function sign(purpose: string, payload: string): string {
  const [secret] = env().SESSION_SECRETS
  if (!secret) throw new Error('There is no secret to sign with')
  const head = `${keyId(secret)}.${Buffer.from(payload).toString('base64url')}`
  return `${head}.${mac(secret, purpose, head)}`
}

/** The payload of a token that any of SESSION_SECRETS signed for this purpose; null for every other string. */
export function verify(purpose: string, token: string): string | null {
  const [id, body, given, ...rest] = token.split('.')
  if (id === undefined || body === undefined || given === undefined || rest.length > 0) return null
  const sent = Buffer.from(given)
  for (const secret of env().SESSION_SECRETS) {
    if (keyId(secret) !== id) continue
    const due = Buffer.from(mac(secret, purpose, `${id}.${body}`))
    if (sent.length === due.length && timingSafeEqual(sent, due)) return Buffer.from(body, 'base64url').toString()
  }
  return null
}

/** Signs several values as one payload, such as a booking's id and the version of its link. */
export function signParts(purpose: string, parts: readonly (string | number)[]): string {
  return sign(purpose, JSON.stringify(parts.map(String)))
}

/** The values given to `signParts`, as strings; null if the token is not ours. */
export function verifyParts(purpose: string, token: string): string[] | null {
  const payload = verify(purpose, token)
  return payload === null ? null : (JSON.parse(payload) as string[])
}

/**
 * What seals a text for one purpose where there is no room for a whole token: HMAC-SHA256 (32 bytes) with each of SESSION_SECRETS, the one
 * that signs now first. Whoever shortens them says how many guesses that leaves, and who can try them.
 */
export function sealsOf(purpose: string, text: string): Buffer[] {
  return env().SESSION_SECRETS.map((secret) => createHmac('sha256', secret).update(`${purpose}\0seal\0${text}`).digest())
}

/** A fresh secret token: 32 random bytes, fit for a URL. Store only its hash. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** What is stored of a token from `newToken`: its SHA-256. Such tokens cannot be guessed, so a slow hash would add nothing. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}

/** Whether two words are the same, in a time that tells nothing of where they part. */
export function sameWord(one: string, other: string): boolean {
  const digest = (word: string) => createHash('sha256').update(word).digest()
  return timingSafeEqual(digest(one), digest(other))
}

function mac(secret: string, purpose: string, head: string): string {
  return createHmac('sha256', secret).update(`${purpose}\0${head}`).digest('base64url')
}

// Says which secret signed without saying anything about it.
function keyId(secret: string): string {
  return createHmac('sha256', secret).update('key id').digest('base64url').slice(0, 6)
}
