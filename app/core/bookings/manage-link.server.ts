import { env } from '~/platform/env.server'
import { signParts, verifyParts } from '~/platform/signing.server'

interface Linked {
  readonly id: string
  readonly reference: string
  readonly linkVersion: number
}

const purpose = 'booking'

/** The token that opens a booking without an account: an HMAC over its id and the version of its links. */
export function manageToken({ id, linkVersion }: Linked): string {
  return signParts(purpose, [id, linkVersion])
}

/** The page's path with its token. */
export function managePath(booking: Linked): string {
  return `/bookings/${booking.reference}?token=${manageToken(booking)}`
}

/** The whole address, for mails and calendars. */
export function manageLink(booking: Linked): string {
  return `${env().APP_URL}${managePath(booking)}`
}

/** What a token opens; null where we did not sign it. That its version is still the booking's is for the caller to check. */
export function readManageToken(token: string): { bookingId: string; linkVersion: number } | null {
  const [bookingId, version] = verifyParts(purpose, token) ?? []
  return bookingId !== undefined && version !== undefined ? { bookingId, linkVersion: Number(version) } : null
}
