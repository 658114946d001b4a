import { type ExchangedDomain, installExchanged, nightsAround, nightsOfEntry, timeOfNights } from '~/core/channels/index.server'
import { listingById } from '~/core/listings/index.server'
import { appointments } from '~/domains/appointments/domain.server'
import type { CalendarEntry } from '~/platform/read-icalendar.server'
import { frontDesk, type FrontDesk } from './front-desk'
import { theMorning } from './world'

const zone = 'Europe/Lisbon'

/** Has the calendar of one listing exchanged, by nights, as if it were a house of these rooms. */
export function exchange(listingId: string, resourceIds: readonly string[]): void {
  const listing: ExchangedDomain['listing'] = (db, businessId, id) => {
    const found = id === listingId ? listingById(db, businessId, id) : null
    return found && {
      listingId: id,
      title: found.title,
      timeZone: zone,
      resourceIds,
      claimsFor: (times) => {
        const { start, end } = timeOfNights(nightsOfEntry(times, zone), zone)
        return resourceIds.map((resourceId) => ({ resourceId, startsAt: start, endsAt: end, quantity: 1 }))
      },
      datesOf: (taken) => nightsAround(taken, zone),
    }
  }
  installExchanged([{ bookable: appointments, exchanged: { domain: 'appointments', listing, listings: (db, businessId) => [listing(db, businessId, listingId) ?? []].flat() } }])
}

/** A front desk whose chair is let by nights on other channels, through its colour: whoever has their hair dyed sits in it. */
export function lodging(now = theMorning): FrontDesk {
  const desk = frontDesk(now)
  exchange(desk.colour.id, [desk.chair])
  return desk
}

/** An entry of whole days, from the day of arrival to that of departure. */
export function stay(uid: string, from: string, to: string, summary: string | null = 'Reserved'): CalendarEntry {
  return { uid, instance: '', times: { kind: 'days', from, to }, summary }
}
