import { addPlace } from '~/core/allocation/index.server'
import { cancelBooking, completeBooking, confirmBooking, declineBooking, expireBooking, markNoShow, moveBooking, noteBooking, type Booking } from '~/core/bookings/index.server'
import { savePolicy } from '~/core/pricing/index.server'
import { addDaysOff, addException, weeklyHoursOf } from '~/core/schedules/index.server'
import { changeSeats, type Service } from '~/domains/appointments/index.server'
import { formatInstant, hour, minute, weekdayOf, type LocalDate } from '~/kernel/time'
import { transact } from '~/platform/database.server'
import { ana, customers, type Customer } from './customers'
import { dateFromToday, fillDiary, freeTime, pay, place } from './diary'
import { addMember, addPerson, changeOffer, offer, openHouse, ownerIs, type House, type ServiceCard } from './house'
import { customerAt, jobAt, must, week, type Town } from './stage'

/** A hairdresser in Lisbon: prices with tax in them, two people, one chair that two services share. */
export function seedHarbourSalon(town: Town): void {
  const house = openHouse(town, card)
  const people = staffed(house)
  const services = offered(house, people)
  openToday(house, people)
  timeOff(house, people)
  anaVisits(house, people, services)
  everyState(house, people, services)
  fillDiary(house, {
    services: [
      { service: services.cut, weight: 6 },
      { service: services.colour, weight: 3 },
      { service: services.child, weight: 2 },
      { service: services.beard, weight: 3 },
      { service: services.scalp, weight: 2 },
      { service: services.keratin, weight: 1 },
    ],
    people: [people.ines, people.duarte],
    visits: (away) => (away < 0 ? [3, 6] : away < 3 ? [3, 5] : away < 8 ? [1, 3] : [0, 2]),
    from: -24,
    to: 24,
  })
  stylingBar(house)
  changeOffer(house, services.colour, { ...services.colourCard, payment: { kind: 'deposit', percent: 30, restDays: null } })
}

const card = {
  owner: { email: 'owner@harbour-salon.test', name: 'Inês Carvalho' },
  name: 'Harbour Salon',
  code: 'HS',
  currency: 'EUR',
  timeZone: 'Europe/Lisbon',
  language: 'en',
  kicker: 'Hairdressers in Alcântara, Lisbon, since 2009',
  about: 'A small salon by the river with no rush. We cut, colour and mend hair of every kind, and we tell you the price before we start.',
  cover: '/img/harbour.svg',
  email: 'hello@harbour-salon.test',
  phone: '+351 213 456 780',
  store: {
    name: 'Alcântara',
    line1: 'Rua da Cozinha Económica 11',
    line2: null,
    postalCode: '1300-149',
    city: 'Lisbon',
    region: null,
    country: 'PT',
    phone: '+351 213 456 780',
    email: 'hello@harbour-salon.test',
    directions: 'Tram 15E to Calvário, then two minutes towards the river. The door is green.',
    taxName: 'VAT',
    taxRatePpm: 230_000,
    taxIncluded: true,
  },
  hours: week({ 2: '09:00-19:00', 3: '09:00-19:00', 4: '09:00-21:00', 5: '09:00-19:00', 6: '09:00-13:00 14:00-17:00' }),
} as const

interface People {
  readonly ines: string
  readonly duarte: string
}

function staffed(house: House): People {
  const ines = addPerson(house, {
    name: 'Inês Carvalho',
    title: 'Owner and colourist',
    bio: 'Portuguese, English, French.',
    hours: week({ 2: '09:00-13:00 14:00-18:00', 3: '09:00-13:00 14:00-18:00', 4: '12:00-16:00 17:00-21:00', 5: '09:00-13:00 14:00-18:00', 6: '09:00-13:00 14:00-17:00' }),
  })
  const duarte = addPerson(house, {
    name: 'Duarte Reis',
    title: 'Cuts and beards',
    bio: 'Portuguese, English.',
    hours: week({ 2: '09:00-13:00 14:00-19:00', 3: '10:00-14:00 15:00-19:00', 4: '09:00-13:00 14:00-18:00', 5: '09:00-13:00 14:00-19:00', 6: '09:00-13:00 14:00-17:00' }),
  })
  ownerIs(house, ines)
  addMember(house, { email: 'manager@harbour-salon.test', name: 'Marta Lopes' }, 'manager')
  addMember(house, { email: 'duarte@harbour-salon.test', name: 'Duarte Reis', language: 'pt-PT' }, 'staff', duarte)
  return { ines, duarte }
}

function offered(house: House, { ines, duarte }: People) {
  const owner = house.owner(house.openedAt)
  must(savePolicy(owner, null, { name: 'Our usual policy', isDefault: true, tiers: [{ hoursBefore: 24, percent: 100 }, { hoursBefore: 4, percent: 50 }], fees: 'by-tier', taxes: 'by-tier', noShowPercent: 0 }))
  const weddings = must(savePolicy(owner, null, { name: 'Weddings', isDefault: false, tiers: [{ hoursBefore: 30 * 24, percent: 100 }, { hoursBefore: 7 * 24, percent: 50 }], fees: 'by-tier', taxes: 'by-tier', noShowPercent: 0 }))
  const chair = must(addPlace(owner, { name: 'The chair by the window', storeId: house.store.id, capacity: 1 }))
  const both = [ines, duarte]
  const question = { id: null, hint: null, options: [], required: false } as const
  const colourCard: ServiceCard = {
    title: 'Colour', section: 'Hair', description: 'Roots to ends, with a consultation.', priceMinor: 12_000,
    durationMinutes: 90, bufferAfterMinutes: 15, noticeMinutes: 24 * 60, approval: true, staffIds: [ines], placeIds: [chair.id],
    questions: [
      { ...question, label: 'Have you coloured your hair in the last six months?', kind: 'yes-no', required: true },
      { ...question, label: 'Do you have allergies?', hint: 'To colours, metals or perfumes, as far as you know.', kind: 'long-text' },
    ],
  }
  return {
    colourCard,
    cut: offer(house, {
      title: 'Cut', section: 'Hair', description: 'Wash, cut and dry.', priceMinor: 4500, durationMinutes: 45, bufferAfterMinutes: 10,
      staffIds: both, placeIds: [chair.id],
      questions: [{ ...question, label: 'How long is your hair?', kind: 'choice', options: ['Short', 'To the shoulders', 'Longer'] }],
    }),
    // Without its deposit, so that what is in the diary already needs none.
    colour: offer(house, colourCard),
    wedding: offer(house, {
      title: 'Wedding', section: 'Hair', description: 'Hair up or down for the day itself, with a rehearsal a week before.', priceMinor: 24_000,
      durationMinutes: 120, bufferBeforeMinutes: 15, bufferAfterMinutes: 15, noticeMinutes: 48 * 60, windowDays: 365, stepMinutes: 30,
      staffChoice: 'must', staffIds: [ines], placeIds: [chair.id], policyId: weddings, payment: { kind: 'in-full' },
      questions: [{ ...question, label: 'Where is the wedding?', kind: 'text', required: true }],
    }),
    keratin: offer(house, {
      title: 'Keratin smoothing for long, thick or previously coloured hair', section: 'Hair', description: 'Please come with dry hair.',
      priceMinor: 16_000, durationMinutes: 150, bufferAfterMinutes: 15, noticeMinutes: 48 * 60, stepMinutes: 30, approval: true, staffIds: [ines],
    }),
    child: offer(house, {
      title: 'Child’s cut, up to 12 years', section: 'Hair', priceMinor: 2200, durationMinutes: 30, bufferAfterMinutes: 5, staffIds: both,
      questions: [{ ...question, label: 'How old is the child?', kind: 'text' }],
    }),
    beard: offer(house, { title: 'Beard trim', section: 'Beard and care', description: 'With hot towel.', priceMinor: 1800, durationMinutes: 20, bufferAfterMinutes: 5, staffIds: [duarte] }),
    scalp: offer(house, {
      title: 'Scalp treatment', section: 'Beard and care', description: 'For dry or sensitive skin.', priceMinor: 3800, durationMinutes: 40, bufferAfterMinutes: 10,
      staffChoice: 'none', staffIds: both,
    }),
  }
}

type Services = ReturnType<typeof offered>

/** Mirrors and dryers for whoever does it themselves: places only, fewer of them on one day. */
function stylingBar(house: House): void {
  const bar = offer(house, {
    title: 'A seat at the styling bar', section: 'On your own', description: 'A mirror, a dryer and good light. Bring your brushes.', priceMinor: 600,
    durationMinutes: 30, stepMinutes: 30, noticeMinutes: 0, staffChoice: 'places', seats: 3,
  })
  const from = openDay(house, 11)
  must(changeSeats(house.owner(), bar.listing.id, { from, to: from, seats: 1, reason: 'New mirrors are put up' }))
  fillDiary(house, { services: [{ service: bar, weight: 1 }], people: [null], visits: (away) => (away < 2 ? [0, 3] : [0, 1]), from: -6, to: 6 })
}

// On whichever day somebody looks at the demo, there is a day to look at.
function openToday(house: House, { ines, duarte }: People): void {
  const date = dateFromToday(house, 0)
  const card = transact((db) => weeklyHoursOf(db, house.businessId, house.store.id))
  if (card.some(({ weekday }) => weekday === weekdayOf(date))) return
  for (const ownerId of [house.store.id, ines, duarte]) {
    must(addException(house.owner(), ownerId, { date, from: 10 * 60, to: 18 * 60, reason: 'Open for the harbour festival' }))
  }
}

function timeOff(house: House, { ines, duarte }: People): void {
  const stocktaking = openDay(house, 18)
  must(addDaysOff(house.owner(), house.store.id, { from: stocktaking, to: stocktaking, reason: 'Stocktaking' }))
  must(addDaysOff(house.owner(), duarte, { from: dateFromToday(house, 30), to: dateFromToday(house, 36), reason: 'Holiday' }))
  must(addException(house.owner(), ines, { date: openDay(house, 9), from: 9 * 60, to: 12 * 60 + 30, reason: 'Course in the afternoon' }))
}

/** The first date from so many days on which the salon opens by its week. */
function openDay(house: House, from: number): LocalDate {
  const closed = [1, 7]
  let away = from
  while (closed.includes(weekdayOf(dateFromToday(house, away)))) away += 1
  return dateFromToday(house, away)
}

function anaVisits(house: House, { ines, duarte }: People, { cut, colour, scalp }: Services): void {
  const { town, businessId } = house
  const { now } = town
  for (const [service, staffId, days] of [[cut, duarte, -63], [scalp, null, -49], [cut, duarte, -21]] as const) {
    const booking = book(house, { service, staffId, days, time: '10:00', who: ana, before: 100 * hour })
    must(completeBooking(house.owner(booking.endsAt), booking.id))
    pay(house, booking, 'card-terminal', booking.endsAt)
  }
  const calledOff = book(house, { service: cut, staffId: ines, days: -14, time: '15:00', who: ana, before: 130 * hour })
  must(cancelBooking(customerAt(town, businessId, calledOff.startsAt - 50 * hour), calledOff.id, 'I have to travel that week.'))

  const next = book(house, { service: cut, staffId: duarte, days: 2, time: '11:00', who: ana, placedAt: now - 50 * hour })
  const later = { start: formatInstant(freeTime(house, cut, duarte, 3, '10:30')), staff: duarte, store: house.store.id }
  must(moveBooking(customerAt(town, businessId, now - 26 * hour), { bookingId: next.id, items: [{ itemId: next.items[0]?.id ?? '', choice: later }] }))
  book(house, { service: colour, staffId: ines, days: 10, time: '09:00', who: ana, placedAt: now - 3 * hour })
  const agreed = book(house, { service: colour, staffId: ines, days: 16, time: '14:00', who: ana, placedAt: now - 70 * hour })
  must(confirmBooking(house.owner(now - 60 * hour), agreed.id))
}

/** What every page should be able to show, whatever chance brings. */
function everyState(house: House, { ines, duarte }: People, { cut, colour, keratin, beard }: Services): void {
  const { town, businessId } = house
  const { now } = town
  const [one, two, three, four, five, six] = customers
  if (!one || !two || !three || !four || !five || !six) throw new Error('The town is empty')

  book(house, { service: colour, staffId: ines, days: 6, time: '14:00', who: one, placedAt: now - 2 * hour })
  book(house, { service: keratin, staffId: ines, days: 8, time: '14:00', who: two, placedAt: now - 9 * hour })
  const asking = book(house, { service: colour, staffId: ines, days: 12, time: '14:00', who: three, placedAt: now - 40 * hour })
  must(confirmBooking(house.owner(now - 30 * hour), asking.id))
  const wish = { start: formatInstant(freeTime(house, colour, ines, 13, '14:00')), staff: ines, store: house.store.id }
  must(moveBooking(customerAt(town, businessId, now - 5 * hour), { bookingId: asking.id, items: [{ itemId: asking.items[0]?.id ?? '', choice: wish }] }))

  const late = book(house, { service: keratin, staffId: ines, days: -9, time: '09:00', who: four, before: 140 * hour })
  must(expireBooking(jobAt(town, businessId, late.answerBy ?? late.startsAt, 'expire-unanswered'), late.id))
  const refused = book(house, { service: keratin, staffId: ines, days: 14, time: '09:00', who: five, placedAt: now - 30 * hour })
  must(declineBooking(house.owner(now - 28 * hour), refused.id, 'After a perm we would rather wait six weeks. Come by and let us have a look.'))
  const missed = book(house, { service: beard, staffId: duarte, days: -5, time: '09:00', who: six, before: 150 * hour })
  must(markNoShow(house.owner(missed.endsAt), missed.id))
  const unpaid = book(house, { service: cut, staffId: duarte, days: -6, time: '10:00', who: one, before: 120 * hour })
  must(completeBooking(house.owner(unpaid.endsAt + 5 * minute), unpaid.id))
  must(noteBooking(house.owner(unpaid.endsAt + 6 * minute), unpaid.id, 'Left the wallet at home, pays next time.'))
}

interface Wish {
  readonly service: Service
  readonly staffId: string | null
  /** From so many days from today on. */
  readonly days: number
  readonly time: string
  readonly who: Customer
  readonly placedAt?: number
  /** How long before its start it is placed, where no moment is named. */
  readonly before?: number
}

function book(house: House, { service, staffId, days, time, who, placedAt, before = 0 }: Wish): Booking {
  const start = freeTime(house, service, staffId, days, time)
  const booking = place(house, { service, staffId, start, who, placedAt: placedAt ?? start - before })
  if (!booking) throw new Error(`The seed did not find room for ${who.name}`)
  return booking
}
