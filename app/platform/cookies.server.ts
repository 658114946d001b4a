import { env } from './env.server'

interface CookieOptions {
  /** Seconds; 0 clears it. Without it the cookie ends with the browser's session. */
  readonly maxAge?: number
}

/** A `Set-Cookie` line: HttpOnly, SameSite=Lax, for the whole site, `Secure` only where APP_URL is https. */
export function cookieLine(name: string, value: string, { maxAge }: CookieOptions = {}): string {
  const secure = env().APP_URL.startsWith('https:') ? '; Secure' : ''
  const age = maxAge === undefined ? '' : `; Max-Age=${maxAge}`
  return `${name}=${encodeURIComponent(value)}; Path=/; HttpOnly; SameSite=Lax${age}${secure}`
}

/** The value of a cookie in a request's Cookie header; null where it is missing or cannot be read. */
export function cookieValue(header: string | null, name: string): string | null {
  for (const part of (header ?? '').split(';')) {
    const at = part.indexOf('=')
    if (at < 0 || part.slice(0, at).trim() !== name) continue
    try {
      return decodeURIComponent(part.slice(at + 1).trim())
    } catch {
      return null
    }
  }
  return null
}

export const cookieNames = {
  session: 'guildhall_session',
  /** Signed and long-lived: who has logged in on this device before. */
  device: 'guildhall_device',
  message: 'guildhall_message',
  /** Signed and short: why somebody is on the way to a log-in provider. */
  errand: 'guildhall_errand',
  language: 'guildhall_language',
  zone: 'guildhall_zone',
} as const
