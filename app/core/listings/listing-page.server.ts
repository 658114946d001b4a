import { formatDateTime } from '~/kernel/format'
import type { MemberCtx } from '~/platform/guarded.server'
import type { Listing } from './queries.server'

/** What the desk's page of a listing has above it, and where it leads. `back` is the list of its trade. */
export function listingPage({ i18n, business, member }: MemberCtx, { id, domain, title, slug, status, updatedAt }: Listing, back: string) {
  return {
    title: `${title} – ${business.name}`,
    name: title,
    status,
    back,
    here: `${back}/${id}`,
    pictures: member.may('pictures.manage') ? `/dashboard/${business.slug}/pictures/listing/${id}` : null,
    // Customers see nothing else: a draft has no page.
    shown: status === 'active' ? `/b/${business.slug}/${domain}/${slug}` : null,
    savedAt: formatDateTime(i18n.locale, business.timeZone, updatedAt),
  }
}
