type CustomerPagePath = '' | `/${string}`

/** A page of a booking for its customer, with the token that opened this one carried on. */
export function customerHref({ reference, token }: { reference: string; token: string | null }, page: CustomerPagePath = ''): string {
  return `/bookings/${reference}${page}${token === null ? '' : `?token=${token}`}`
}
