import { placeBooking } from '~/core/bookings/index.server'
import { businessFacts, businessesOf, staffOf, storesOf } from '~/core/businesses/index.server'
import { userByEmail } from '~/core/identity/index.server'
import { createSession } from '~/core/sessions/index.server'
import { saveActivity } from '~/domains/activities/index.server'
import { day } from '~/kernel/time'
import type { Db } from '~/platform/database.server'
import { dateFromToday } from './diary'
import type { House } from './house'
import { memberAt, must, type Town } from './stage'

/** The salon tried a workshop once, and switched activities off again; one old friend is still booked on it. */
export function seedSalonWorkshop(db: Db, town: Town): void {
  const house = salonOf(db, town)
  const owner = house.owner(house.openedAt)
  const workshop = must(
    saveActivity(owner, null, {
      title: 'Plaits at home', description: 'An afternoon of plaits for hands that have never made one.', section: null, durationMinutes: 90, meetingPoint: null, latitude: null, longitude: null, languages: 'Português',
      minGroup: 1, maxGroup: 6, kinds: [{ id: 'adult', label: 'Person', hint: null, priceMinor: 2500, places: 1 }], bulkFrom: null, bulkPercent: null, privateMinor: null, cutOffMinutes: 60,
      bring: null, included: null, approval: false, policyId: null, payment: null, storeIds: [house.store.id], questions: [], extra: null,
    }),
  )
  const duarte = staffOf(db, house.businessId).find(({ name }) => name.startsWith('Duarte'))
  const session = must(
    createSession(owner, {
      listingId: workshop.listing.id, storeId: house.store.id, start: `${dateFromToday(house, 55)}T21:00`, durationMinutes: 90, title: null, capacity: 6, priceMinor: null, staffId: duarte?.id ?? null, placeIds: [],
      prepareMinutes: 0, clearMinutes: 0, minPeople: 2, decideBeforeMinutes: 1440,
    }, { anyHours: true }),
  )
  must(
    placeBooking(house.owner(town.now - 50 * day), {
      key: 'a-plait-for-amelia', note: null, channel: 'desk', contact: { name: 'Amélia Rocha', email: null, phone: '+351 912 000 111' },
      items: [{ listingId: workshop.listing.id, choice: { session: session.id, people: { adult: 1 }, private: false }, attendeeName: null, attendeeEmail: null, answers: {} }],
    }),
  )
}

function salonOf(db: Db, town: Town): House {
  const ownerId = userByEmail(db, 'owner@harbour-salon.test')?.id ?? ''
  const [business] = businessesOf(db, ownerId)
  const facts = business && businessFacts(db, business.business.id)
  const [store] = facts ? storesOf(db, facts.id) : []
  if (!facts || !store) throw new Error('There is no salon')
  return { town, businessId: facts.id, store, ownerId, openedAt: town.now - 100 * day, owner: (at = town.now) => memberAt(town, facts.id, ownerId, at) }
}
