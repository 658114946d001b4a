import { nightsAround, nightsOfEntry, timeOfNights, type ExchangedDomain, type ExchangedListing } from '~/core/channels/index.server'
import { isLet } from './availability.server'
import { propertiesOf, propertyById, type Property } from './queries.server'

/** What is let by the night is sold on other channels too: an entry there takes its nights here, from noon to noon. */
export const exchangedProperties: ExchangedDomain = {
  domain: 'real-estate',
  listings: (db, businessId) => propertiesOf(db, businessId, ['draft', 'active', 'paused']).flatMap((property) => exchanged(property) ?? []),
  listing: (db, businessId, listingId) => exchanged(propertyById(db, businessId, listingId)),
}

function exchanged(property: Property | null): ExchangedListing | null {
  if (!isLet(property)) return null
  const { listing, store, resourceIds } = property
  const zone = store.timeZone
  return {
    listingId: listing.id,
    title: listing.title,
    timeZone: zone,
    resourceIds,
    claimsFor: (times) => {
      const { start, end } = timeOfNights(nightsOfEntry(times, zone), zone)
      return resourceIds.map((resourceId) => ({ resourceId, startsAt: start, endsAt: end, quantity: 1 }))
    },
    datesOf: (taken) => nightsAround(taken, zone),
  }
}
