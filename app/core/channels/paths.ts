/** The page of all calendars that a business exchanges, or of one listing's. */
export function channelsPath(business: string, listingId?: string): string {
  return `/dashboard/${business}/channels${listingId === undefined ? '' : `/${listingId}`}`
}

/** The page of one calendar that is read. */
export function feedPath(business: string, feedId: string): string {
  return `/dashboard/${business}/channels/calendars/${feedId}`
}
