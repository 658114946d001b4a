import type { ListingStatus } from '~/core/listings/index.server'
import type { Db } from '~/platform/database.server'
import { propertiesOf, type Property, type Tenure } from './queries.server'

export interface ListedProperty {
  readonly id: string
  readonly title: string
  readonly status: ListingStatus
  readonly tenure: Tenure
  readonly priceMinor: number | null
  readonly guests: number | null
  /** The title of the house that it is a part of. */
  readonly whole: string | null
  readonly parts: number
  /** Let by the night, and nobody has said what a night costs. */
  readonly unpriced: boolean
}

/** The properties of a business in its order, the parts of a house below it; those in the archive apart. */
export function listedProperties(db: Db, businessId: string): { readonly properties: ListedProperty[]; readonly archived: ListedProperty[] } {
  const all = propertiesOf(db, businessId, ['active', 'draft', 'paused', 'archived'])
  const shown = all.filter(({ listing }) => listing.status !== 'archived')
  const ids = new Set(shown.map(({ listing }) => listing.id))
  const tops = shown.filter(({ wholeId }) => wholeId === null || !ids.has(wholeId))
  const listed = (property: Property) => listedProperty(property, all)
  return {
    properties: tops.flatMap((top) => [top, ...shown.filter(({ wholeId }) => wholeId === top.listing.id)]).map(listed),
    archived: all.filter(({ listing }) => listing.status === 'archived').map(listed),
  }
}

function listedProperty({ listing, tenure, wholeId, partIds, stay }: Property, all: readonly Property[]): ListedProperty {
  return {
    id: listing.id, title: listing.title, status: listing.status, tenure, priceMinor: listing.priceMinor,
    guests: stay?.guestsMost ?? null,
    whole: all.find((other) => other.listing.id === wholeId)?.listing.title ?? null,
    parts: partIds.length,
    unpriced: tenure === 'nightly' && stay === null,
  }
}
