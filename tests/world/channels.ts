import { type ExchangedDomain, installExchanged, nightsAround, nightsOfEntry, timeOfNights } from '~/core/channels/index.server'
import { exchangedListing } from '~/core/channels/exchanged.server'
import { feedById, type Feed } from '~/core/channels/feeds.server'
import { addFeed } from '~/core/channels/save-feed.server'
import { takeOver } from '~/core/channels/take-over.server'
import { listingById } from '~/core/listings/index.server'
import { appointments } from '~/domains/appointments/domain.server'
import type { BusinessCtx } from '~/kernel/ctx'
import { read } from '~/platform/database.server'
import type { CalendarEntry } from '~/platform/read-icalendar.server'
import { memberCtx } from './businesses'
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

let feeds = 0

/** A calendar of another channel for the desk's lodging, at an address of its own. */
export function feedFor(desk: FrontDesk, name = 'Airbnb', ctx: BusinessCtx = desk.ctx): Feed {
  const added = addFeed(ctx, desk.colour.id, { name, address: `https://calendars.example/${(feeds += 1)}.ics` })
  if (!added.ok) throw new Error(added.refusal.kind)
  return feedNow(desk, added.value)
}

/** The same as it stands now. */
export function feedNow(desk: FrontDesk, id: string): Feed {
  const found = read((db) => feedById(db, desk.ctx.businessId, id))
  if (!found) throw new Error('No such feed')
  return found
}

/** Whoever owns the lodging, at an instant. */
export function ownerAt({ ctx }: FrontDesk, now: number): BusinessCtx {
  return memberCtx(ctx.businessId, ctx.actor.kind === 'user' ? ctx.actor.id : '', now)
}

/** Takes over what a channel says. */
export function bringTo(desk: FrontDesk, one: Feed, entries: readonly CalendarEntry[], { now = theMorning, unreadable = [] as string[] } = {}) {
  const listing = read((db) => exchangedListing(db, desk.ctx.businessId, desk.colour.id))
  if (!listing) throw new Error('Nothing to exchange')
  return takeOver(ownerAt(desk, now), one, listing, { entries, unreadable })
}
