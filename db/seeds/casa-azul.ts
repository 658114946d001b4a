import { addPlace } from '~/core/allocation/index.server'
import { addDays, mondayOf, weekdayOf } from '~/kernel/time'
import { addDate, addTicket, publishEvent, sellTickets, writeEvent } from './box-office'
import { customers } from './customers'
import { dateFromToday, fillDiary } from './diary'
import { addDates, fillDates, writeActivity } from './excursions'
import { addMember, addPerson, offer, openHouse, type House } from './house'
import { letOut, ratesOf, stay } from './lettings'
import { must, week, type Town } from './stage'

/** A house of all four trades in Porto: a class, a treatment and an event share its blue room, and one sleeps upstairs. */
export function seedCasaAzul(town: Town): void {
  const house = openHouse(town, card)
  const owner = house.owner(house.openedAt)
  const blueRoom = must(addPlace(owner, { name: 'The blue room', storeId: house.store.id, capacity: 1 })).id
  const ines = addPerson(house, { name: 'Inês Valadares', title: 'Massage', bio: 'Fifteen years of tired backs.', hours: week({ 2: '10:00-18:00', 3: '10:00-18:00', 4: '10:00-18:00', 5: '10:00-16:00' }) })
  const tomas = addPerson(house, { name: 'Tomás Brito', title: 'Yoga', bio: 'Teaches before breakfast and after work.', hours: week({ 1: '07:00-20:00', 3: '07:00-20:00', 6: '08:00-13:00' }) })
  addMember(house, { email: 'tomas@casa-azul.test', name: 'Tomás Brito' }, 'staff', tomas)
  treatments(house, blueRoom, ines)
  classes(house, blueRoom, tomas)
  evenings(house, blueRoom)
  nights(house)
}

function treatments(house: House, placeId: string, staffId: string): void {
  const massage = offer(house, { title: 'Massage', description: 'An hour in the blue room, with the shutters half closed.', priceMinor: 5500, durationMinutes: 60, bufferAfterMinutes: 15, staffIds: [staffId], placeIds: [placeId] })
  fillDiary(house, { services: [{ service: massage, weight: 1 }], people: [staffId], visits: (away) => (away < 0 ? [1, 3] : [0, 2]), from: -20, to: 20 })
}

/** Yoga on Mondays after work, in the same room. */
function classes(house: House, placeId: string, staffId: string): void {
  const yoga = writeActivity(house, {
    title: 'Evening yoga', section: 'Classes', description: 'Slow and warm, for stiff backs.', durationMinutes: 75, meetingPoint: null, latitude: null, longitude: null, languages: 'Português, English',
    kinds: [{ id: 'adult', label: 'Person', hint: null, priceMinor: 1400, places: 1 }], bring: 'A towel. Mats are here.',
  })
  const dates = addDates(house, yoga, { start: `${mondayOf(dateFromToday(house, -21))}T18:30`, rule: 'FREQ=WEEKLY;BYDAY=MO', capacity: 8, staffId, placeIds: [placeId], clearMinutes: 15 })
  fillDates(house, yoga, dates.slice(0, 6), 4)
}

/** A supper with readings on the last Saturdays, in the same room. */
function evenings(house: House, placeId: string): void {
  const event = writeEvent(house, {
    title: 'Supper and readings', section: 'Evenings', description: 'Three courses, three stories, one long table.', venueName: 'Casa Azul', venueAddress: 'Rua do Almada 210, 4050-032 Porto', latitude: 41.1502, longitude: -8.6118, mostPerOrder: 4,
  })
  const seat = addTicket(house, event, { title: 'A seat at the table', priceMinor: 3800, mostPerOrder: 4 })
  const saturdays = Array.from({ length: 70 }, (_, at) => dateFromToday(house, at - 28)).filter((date) => weekdayOf(date) === 6)
  const sessions = saturdays.filter((_, at) => at % 2 === 0).map((date) => addDate(house, event, `${date}T20:00`, 14, 180, [placeId]))
  publishEvent(house, event)
  for (const session of sessions) sellTickets(house, session, [seat], 3)
}

function nights(house: House): void {
  const room = letOut(
    house,
    {
      title: 'The room upstairs', description: 'A double bed under a blue ceiling, breakfast in the garden.', tenure: 'nightly', section: null, priceMinor: null, wholeId: null, questions: [], extra: null, policyId: null, payment: null, viewing: null,
      street: 'Rua do Almada 210', postalCode: '4050-032', city: 'Porto', latitudeE6: 41_150_200, longitudeE6: -8_611_800,
      bedrooms: 1, beds: 1, baths: 1, size: 22, amenities: ['Breakfast', 'Wi-Fi', 'A garden'], houseRules: 'Quiet from 23:00.', licence: '51902/AL', approval: false,
    },
    ratesOf(house, { nightly: 85, summer: 110, guests: 2, included: 2, least: 1, cleaning: 20 }),
  )
  let arrive = dateFromToday(house, -30)
  for (let nth = 0; nth < 16; nth += 1) {
    const length = house.town.chance.between(1, 4)
    stay(house, { property: room, arrive, nights: length, who: house.town.chance.pick(customers) })
    arrive = addDays(arrive, length + house.town.chance.between(0, 4))
  }
}

const card = {
  owner: { email: 'owner@casa-azul.test', name: 'Graça Azevedo' },
  name: 'Casa Azul',
  code: 'CA',
  currency: 'EUR',
  timeZone: 'Europe/Lisbon',
  language: 'en',
  domains: ['appointments', 'events', 'activities', 'real-estate'],
  kicker: 'A blue house in Porto: massages, yoga, suppers and a room upstairs',
  about: 'Four trades under one roof, and one blue room for three of them.',
  cover: '/img/room.svg',
  email: 'ola@casa-azul.test',
  phone: '+351 220 555 071',
  store: {
    name: 'Casa Azul', line1: 'Rua do Almada 210', line2: null, postalCode: '4050-032', city: 'Porto', region: null, country: 'PT', phone: '+351 220 555 071',
    email: 'ola@casa-azul.test', directions: 'Two minutes from Trindade; the blue door.', taxName: 'IVA', taxRatePpm: 230_000, taxIncluded: true,
  },
  hours: week({ 1: '07:00-21:00', 2: '09:00-21:00', 3: '07:00-21:00', 4: '09:00-21:00', 5: '09:00-21:00', 6: '08:00-23:30' }),
} as const
