/** A page of a booking for its customer, with the token that opened this one carried on. */
export function customerHref({ reference, token }: { reference: string; token: string | null }, page: '' | '/move' | '/cancellation' | '/calendar.ics' | `/items/${string}/cancellation` = ''): string {
  return `/bookings/${reference}${page}${token === null ? '' : `?token=${token}`}`
}
