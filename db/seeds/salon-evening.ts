import { businessFacts, businessesOf, storesOf } from '~/core/businesses/index.server'
import { userByEmail } from '~/core/identity/index.server'
import { saveQuota } from '~/domains/events/index.server'
import { day } from '~/kernel/time'
import type { Db } from '~/platform/database.server'
import { addDate, addTicket, publishEvent, writeEvent } from './box-office'
import { dateFromToday } from './diary'
import type { House } from './house'
import { memberAt, must, type Town } from './stage'

/** The salon held an evening once, and switched events off again: its numbers are kept, and open again with the switch. */
export function seedSalonEvening(db: Db, town: Town): void {
  const house = salonOf(db, town)
  const event = writeEvent(house, { title: 'Hair and wine', description: 'Plaits for everybody, and a glass of Moscatel.', venueName: 'Harbour Salon', venueAddress: 'Rua da Cozinha Económica 11, Lisbon', latitude: null, longitude: null })
  const sofa = must(saveQuota(house.owner(house.openedAt), event.listing.id, null, { name: 'Sofa', capacity: 4 }))
  addTicket(house, event, { title: 'A seat on the sofa', priceMinor: 2500, quotaIds: [sofa.id] })
  addDate(house, event, `${dateFromToday(house, 40)}T20:00`, 12)
  publishEvent(house, event)
}

function salonOf(db: Db, town: Town): House {
  const ownerId = userByEmail(db, 'owner@harbour-salon.test')?.id ?? ''
  const [business] = businessesOf(db, ownerId)
  const facts = business && businessFacts(db, business.business.id)
  const [store] = facts ? storesOf(db, facts.id) : []
  if (!facts || !store) throw new Error('There is no salon')
  return { town, businessId: facts.id, store, ownerId, openedAt: town.now - 100 * day, owner: (at = town.now) => memberAt(town, facts.id, ownerId, at) }
}
