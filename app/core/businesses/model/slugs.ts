import { slugOf } from '~/kernel/ids'

// They would read as a page of the dashboard or of the site.
const reserved = new Set([
  'about', 'account', 'admin', 'all', 'api', 'archive', 'assets', 'audit', 'b', 'bookings', 'calendar', 'contact', 'dashboard', 'dev',
  'edit', 'find-booking', 'guildhall', 'healthz', 'help', 'hours', 'invitation', 'log-in', 'log-out', 'mailbox', 'menu', 'metrics', 'new',
  'null', 'order', 'overview', 'page', 'privacy', 'readyz', 'register', 'search', 'services', 'settings', 'staff', 'start', 'support', 'terms',
  'undefined', 'www',
])

/**
 * The slug that a name gets: the name in Latin letters, else the last eight signs of the id; numbered (`-2`, `-3`, …) where it is
 * reserved or taken. At most 60 signs and a number.
 */
export function freeSlug(name: string, id: string, isTaken: (slug: string) => boolean): string {
  const wanted = slugOf(name) ?? id.slice(-8)
  const refused = (slug: string) => reserved.has(slug) || isTaken(slug)
  if (!refused(wanted)) return wanted
  let number = 2
  while (refused(`${wanted}-${number}`)) number += 1
  return `${wanted}-${number}`
}

/** Whether somebody may choose this slug: the form that `slugOf` gives, and no reserved word. */
export function isFitSlug(slug: string): boolean {
  return slugOf(slug) === slug && !reserved.has(slug)
}
