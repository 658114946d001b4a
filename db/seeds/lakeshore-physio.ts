import { addPlace } from '~/core/allocation/index.server'
import { addDaysOff } from '~/core/schedules/index.server'
import { dateFromToday, fillDiary } from './diary'
import { addMember, addPerson, offer, openHouse, ownerIs } from './house'
import { must, week, type Town } from './stage'

/** A practice in Toronto: another zone and currency, tax added to prices, one person without an account, two rooms. */
export function seedLakeshorePhysio(town: Town): void {
  const house = openHouse(town, card)
  const priya = addPerson(house, {
    name: 'Priya Raman',
    title: 'Physiotherapist',
    bio: 'Backs, necks and everything that a desk does to them. English, Tamil.',
    hours: week({ 1: '08:00-12:00 13:00-16:00', 2: '08:00-12:00 13:00-16:00', 3: '12:00-20:00', 4: '08:00-12:00 13:00-16:00', 5: '08:00-13:00' }),
  })
  const marc = addPerson(house, {
    name: 'Marc Tremblay',
    title: 'Sports physiotherapist',
    bio: 'Runners, rowers, skaters. English, French.',
    hours: week({ 1: '10:00-14:00 15:00-18:00', 2: '10:00-14:00 15:00-18:00', 3: '10:00-14:00 15:00-20:00', 5: '10:00-14:00 15:00-18:00' }),
  })
  ownerIs(house, priya)
  addMember(house, { email: 'desk@lakeshore-physio.test', name: 'Joan Bélanger' }, 'manager')
  const rooms = ['Treatment room 1', 'Treatment room 2'].map((name) => must(addPlace(house.owner(house.openedAt), { name, storeId: house.store.id, capacity: 1 })).id)
  const asked = { id: null, options: [], required: true, hint: null } as const

  const assessment = offer(house, {
    title: 'First assessment', section: 'Physiotherapy', description: 'We listen, we look, and you leave with a plan.', priceMinor: 12_500, durationMinutes: 60,
    bufferAfterMinutes: 15, noticeMinutes: 12 * 60, stepMinutes: 30, staffChoice: 'must', staffIds: [priya, marc], placeIds: rooms,
    questions: [
      { ...asked, label: 'What brings you here?', kind: 'long-text' },
      { ...asked, label: 'Were you referred by a doctor?', kind: 'yes-no' },
    ],
  })
  const treatment = offer(house, {
    title: 'Treatment', section: 'Physiotherapy', description: 'After a first assessment.', priceMinor: 8500, durationMinutes: 30, bufferAfterMinutes: 10,
    staffIds: [priya, marc], placeIds: rooms,
  })
  const massage = offer(house, {
    title: 'Sports massage', section: 'Massage', description: 'Firm work on tired legs. Whoever is free.', priceMinor: 9500, durationMinutes: 45, bufferBeforeMinutes: 5,
    bufferAfterMinutes: 10, approval: true, noticeMinutes: 24 * 60, staffChoice: 'none', staffIds: [marc], placeIds: rooms,
  })
  must(addDaysOff(house.owner(), marc, { from: dateFromToday(house, 20), to: dateFromToday(house, 22), reason: 'Congress' }))
  fillDiary(house, {
    services: [
      { service: assessment, weight: 2 },
      { service: treatment, weight: 5 },
      { service: massage, weight: 2 },
    ],
    people: [priya, marc],
    visits: (away) => (away < 0 ? [1, 4] : away < 7 ? [1, 3] : [0, 1]),
    from: -12,
    to: 16,
  })
}

const card = {
  owner: { email: 'owner@lakeshore-physio.test', name: 'Priya Raman' },
  name: 'Lakeshore Physio',
  code: 'LP',
  currency: 'CAD',
  timeZone: 'America/Toronto',
  language: 'en',
  kicker: 'Physiotherapy by the lake, Toronto',
  about: 'Two physiotherapists, two rooms, no waiting room television. We see you for the whole time that you booked.',
  cover: '/img/stones.svg',
  email: 'desk@lakeshore-physio.test',
  phone: '+1 416 555 0142',
  store: {
    name: 'Queens Quay',
    line1: '207 Queens Quay West',
    line2: 'Suite 310',
    postalCode: 'M5J 1A7',
    city: 'Toronto',
    region: 'ON',
    country: 'CA',
    phone: '+1 416 555 0142',
    email: 'desk@lakeshore-physio.test',
    directions: 'Streetcar 509 or 510 to Queens Quay. Step-free from the street.',
    taxName: 'HST',
    taxRatePpm: 130_000,
    taxIncluded: false,
  },
  hours: week({ 1: '08:00-18:00', 2: '08:00-18:00', 3: '10:00-20:00', 4: '08:00-18:00', 5: '08:00-18:00' }),
} as const
