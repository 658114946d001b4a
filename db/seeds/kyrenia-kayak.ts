import { savePolicy } from '~/core/pricing/index.server'
import { cancelSession, createSession, moveSession, type Session } from '~/core/sessions/index.server'
import { addDays, day, hour, mondayOf } from '~/kernel/time'
import { ana, customers } from './customers'
import { dateFromToday } from './diary'
import { addDates, bookPlaces, fillDates, writeActivity } from './excursions'
import { addMember, addPerson, openHouse, type House } from './house'
import { must, week, type Town } from './stage'

/** Kayaks below the castle of Kyrenia: a tour that comes again over both changes of the clock, a course, and a night under the moon. */
export function seedKyreniaKayak(town: Town): void {
  const house = openHouse(town, card)
  addMember(house, { email: 'desk@kyrenia-kayak.test', name: 'Derya Aydın' }, 'manager')
  must(savePolicy(house.owner(house.openedAt), null, { name: 'On the water', isDefault: true, tiers: [{ hoursBefore: 48, percent: 100 }, { hoursBefore: 24, percent: 50 }], fees: 'by-tier', taxes: 'by-tier', noShowPercent: 0 }))
  const [eleni, mehmet] = ['Eleni Georgiou', 'Mehmet Özkan'].map((name) => addPerson(house, { name, title: 'Guide', bio: 'Reads the wind off the castle wall.', hours: card.hours }))
  tours(house, eleni ?? null)
  course(house, mehmet ?? null)
  moonlight(house, mehmet ?? null)
}

const card = {
  owner: { email: 'owner@kyrenia-kayak.test', name: 'Andreas Hadjigeorgiou' },
  name: 'Kyrenia Kayak',
  code: 'KK',
  currency: 'EUR',
  timeZone: 'Asia/Nicosia',
  language: 'en',
  kicker: 'Sea kayaks under the castle',
  about: 'Small groups, calm water, and a guide who grew up in the harbour. Everything you need is on the pontoon; bring a hat.',
  cover: '/img/kayak.svg',
  email: 'hello@kyrenia-kayak.test',
  phone: '+357 22 010203',
  domains: ['activities'],
  store: {
    name: 'The pontoon',
    line1: 'Old Harbour, east quay',
    line2: null,
    postalCode: '9900',
    city: 'Kyrenia',
    region: null,
    country: 'CY',
    phone: '+357 22 010203',
    email: 'hello@kyrenia-kayak.test',
    directions: 'Behind the customs house, where the yellow boats are.',
    taxName: 'VAT',
    taxRatePpm: 190_000,
    taxIncluded: true,
  },
  hours: week({ 2: '08:00-18:00', 3: '08:00-18:00', 4: '08:00-18:00', 5: '08:00-18:00', 6: '08:00-19:00', 7: '08:00-19:00' }),
} as const

const adult = { id: 'adult', label: 'Adult', hint: null, priceMinor: 4500, places: 1 }
const child = { id: 'child', label: 'Child', hint: '6 to 13 years', priceMinor: 2800, places: 1 }
const infant = { id: 'infant', label: 'Infant', hint: 'On somebody’s lap', priceMinor: 0, places: 0 }

/** Every Tuesday, Thursday and Saturday at nine, since before the clocks went back until after they go forward. */
function tours(house: House, guide: string | null): void {
  const tour = writeActivity(house, {
    title: 'Castle and Caves', section: 'Tours', description: 'Two hours along the castle wall and into three sea caves, with a stop to swim.',
    kinds: [adult, child, infant], bulkFrom: 6, bulkPercent: 10, privateMinor: 32_000, maxGroup: 10, included: 'Kayak, paddle, life jacket, dry bag, water.', bring: 'A hat, sun cream and shoes that may get wet.',
  })
  const start = addDays(mondayOf(dateFromToday(house, -42)), 1)
  const dates = addDates(house, tour, { start: `${start}T09:00`, rule: 'FREQ=WEEKLY;BYDAY=TU,TH,SA', capacity: 10, staffId: guide, clearMinutes: 30 })
  const ahead = dates.filter(({ startsAt }) => startsAt > house.town.now + 2 * day)
  const [hers, stormy, later] = ahead
  // Hers first: what chance fills afterwards finds room or stays away.
  if (hers) bookPlaces(house, tour, hers, { adult: 2, child: 1 }, ana, house.town.now - 30 * hour)
  fillDates(house, tour, dates.filter(({ startsAt }) => startsAt < house.town.now + 12 * day), 4)
  if (stormy) must(cancelSession(house.owner(house.town.now - 3 * hour), { sessionId: stormy.id, scope: 'one', reason: 'Strong northerly, gusts to force seven.' }))
  if (later) must(moveSession(house.owner(house.town.now - 2 * hour), { sessionId: later.id, scope: 'one', start: `${later.localStart.slice(0, 10)}T11:00`, reason: 'The harbour is closed until ten.', anyHours: true }))
}

/** A morning that needs four people, and has two. */
function course(house: House, guide: string | null): void {
  const beginners = writeActivity(house, {
    title: 'First Strokes', section: 'Courses', durationMinutes: 180, description: 'Getting in, getting along, getting back in. For people who have never sat in a kayak.',
    kinds: [{ ...adult, priceMinor: 6000 }, { ...child, priceMinor: 4000 }], maxGroup: 6, approval: false, cutOffMinutes: 720,
  })
  const date = (away: number): Session =>
    must(createSession(house.owner(house.openedAt), {
      listingId: beginners.listing.id, storeId: house.store.id, start: `${dateFromToday(house, away)}T14:00`, durationMinutes: 180, title: null, capacity: 6, priceMinor: null, staffId: guide, placeIds: [],
      prepareMinutes: 30, clearMinutes: 30, minPeople: 4, decideBeforeMinutes: 48 * 60,
    }, { anyHours: true }))
  const [short, next] = [date(3), date(10)]
  const [one, other] = customers
  if (one) bookPlaces(house, beginners, short, { adult: 2 }, one, house.town.now - 4 * day)
  if (other) bookPlaces(house, beginners, next, { adult: 3, child: 2 }, other, house.town.now - 2 * day)
}

function moonlight(house: House, guide: string | null): void {
  const night = writeActivity(house, {
    title: 'Full Moon Paddle', section: 'Tours', description: 'The same caves, without a lamp. One evening each month.', durationMinutes: 150, kinds: [{ ...adult, priceMinor: 7500 }], minGroup: 1, maxGroup: 4, approval: true,
  })
  addDates(house, night, { start: `${dateFromToday(house, 6)}T20:30`, rule: 'FREQ=MONTHLY;COUNT=5', capacity: 8, staffId: guide, clearMinutes: 30 })
}
