import { stayQuery, type AskedStay } from '../asked-stay'
import type { ShownProperty } from '../shown-property.server'

/** Where on a page the way goes on once a day was chosen: the calendar, then the card with the price. */
export const calendarId = 'free'
export const cardId = 'your-stay'

/** The page of a property, its calendar, or the form that books it, for a stay that is asked for. */
export function stayHref({ business, slug }: Pick<ShownProperty, 'business' | 'slug'>, page: 'property' | 'dates' | 'book', asked: Pick<AskedStay, 'arrive' | 'depart' | 'guests'>, month: string | null = null): string {
  return `/b/${business.slug}/real-estate/${slug}${page === 'property' ? '' : `/${page}`}${stayQuery(asked, month)}`
}
