import { changePaymentSettings } from '~/core/payments/index.server'
import { savePolicy } from '~/core/pricing/index.server'
import { cancelEvent, saveQuota } from '~/domains/events/index.server'
import { hour, weekdayOf } from '~/kernel/time'
import { addDate, addTicket, buyTickets, publishEvent, sellTickets, writeEvent } from './box-office'
import { ana } from './customers'
import { dateFromToday } from './diary'
import { addMember, openHouse, type House } from './house'
import { must, week, type Town } from './stage'

/** A concert hall in London: a series of concerts, a free lecture that can be followed online, a festival with tiers and a few seats in front. */
export function seedGranaryHall(town: Town): void {
  const house = openHouse(town, card)
  addMember(house, { email: 'door@granary-hall.test', name: 'Eilidh Fraser' }, 'staff')
  must(savePolicy(house.owner(house.openedAt), null, { name: 'Tickets', isDefault: true, tiers: [{ hoursBefore: 72, percent: 100 }, { hoursBefore: 24, percent: 50 }], fees: 'never', taxes: 'by-tier', noShowPercent: 0 }))
  // Whoever books by card pays at once; what is in the books already was paid at the door.
  changePaymentSettings(house.owner(house.openedAt), { terms: { kind: 'in-full' }, holdMinutes: 15 })
  concerts(house)
  lecture(house)
  festival(house)
  fair(house)
}

const card = {
  owner: { email: 'owner@granary-hall.test', name: 'Margaret O’Neill' },
  name: 'Granary Hall',
  code: 'GH',
  currency: 'GBP',
  timeZone: 'Europe/London',
  language: 'en',
  kicker: 'Concerts and talks in an old granary on the Thames',
  about: 'A hundred and twenty seats under oak beams. Doors open an hour before; the bar is open until the last train.',
  cover: '/img/concert.svg',
  email: 'tickets@granary-hall.test',
  phone: '+44 20 7946 0101',
  domains: ['events'],
  store: {
    name: 'Granary Hall',
    line1: '4 Wharf Lane',
    line2: null,
    postalCode: 'SE16 4TT',
    city: 'London',
    region: null,
    country: 'GB',
    phone: '+44 20 7946 0101',
    email: 'tickets@granary-hall.test',
    directions: 'Overground to Rotherhithe, then five minutes along the river.',
    taxName: 'VAT',
    taxRatePpm: 200_000,
    taxIncluded: true,
  },
  hours: week({ 1: '12:00-18:00', 2: '12:00-18:00', 3: '12:00-18:00', 4: '12:00-22:00', 5: '12:00-23:00', 6: '12:00-23:00' }),
} as const

/** Every Friday for three months, four of them gone. */
function concerts(house: House): void {
  const event = writeEvent(house, {
    title: 'Candlelight Quartets', section: 'Music', ageLimit: 8, notes: 'Doors at 18:30. Coats are free.',
    description: 'Schubert, Shostakovich and a new piece every week, by the light of four hundred candles.',
  })
  const owner = house.owner(house.openedAt)
  const stalls = must(saveQuota(owner, event.listing.id, null, { name: 'Stalls', capacity: 90 }))
  const balcony = must(saveQuota(owner, event.listing.id, null, { name: 'Balcony', capacity: 30 }))
  const tickets = [
    addTicket(house, event, { title: 'Stalls', priceMinor: 2400, quotaIds: [stalls.id], steps: [{ title: 'Early bird', priceMinor: 1800, untilAt: null, firstCount: 20 }] }),
    addTicket(house, event, { title: 'Balcony', priceMinor: 3200, quotaIds: [balcony.id], description: 'The first row looks down on the players.' }),
    addTicket(house, event, { title: 'Under 26', priceMinor: 1000, quotaIds: [stalls.id], mostPerOrder: 2, description: 'Bring something that says so.' }),
    addTicket(house, event, { title: 'Friends of the hall', priceMinor: 1500, quotaIds: [stalls.id], code: 'candle' }),
  ]
  const dates = Array.from({ length: 90 }, (_, at) => dateFromToday(house, at - 30)).filter((date) => weekdayOf(date) === 5)
  const sessions = dates.map((date) => addDate(house, event, `${date}T19:30`, 120))
  publishEvent(house, event)
  for (const session of sessions) {
    const away = (session.startsAt - house.town.now) / (24 * hour)
    sellTickets(house, session, tickets.slice(0, 3), away < 0 ? 7 : away < 15 ? 4 : 1)
  }
}

/** Free, in the hall or online. */
function lecture(house: House): void {
  const event = writeEvent(house, {
    title: 'What the River Remembers', section: 'Talks', form: 'hybrid', virtualLink: 'https://stream.granary-hall.test/river', mostPerOrder: 4,
    description: 'Dr Noor van Dijk on mudlarks, lost rivers and what the tide brings back. Free, with questions afterwards.',
  })
  const seats = must(saveQuota(house.owner(house.openedAt), event.listing.id, null, { name: 'Seats', capacity: 60 }))
  const tickets = [
    addTicket(house, event, { title: 'In the hall', priceMinor: 0, quotaIds: [seats.id], mostPerOrder: 4, questions: [{ id: null, label: 'Do you need step-free access?', hint: null, kind: 'yes-no', required: false, options: [] }] }),
    addTicket(house, event, { title: 'Online', priceMinor: 0, mostPerOrder: 1, description: 'The address is on your ticket.' }),
  ]
  const session = addDate(house, event, `${dateFromToday(house, 9)}T18:30`, null)
  publishEvent(house, event)
  sellTickets(house, session, tickets, 8)
  buyTickets(house, session, [tickets[1], tickets[0]], ana, house.town.now - 20 * hour)
}

/** A day in summer: prices that rise, twenty seats in front, and a ticket for who helps. */
function festival(house: House): void {
  const event = writeEvent(house, { title: 'Wharf Festival', section: 'Music', mostPerOrder: 8, description: 'Nine bands on two stages, from noon until the river goes dark.' })
  const owner = house.owner(house.openedAt)
  const front = must(saveQuota(owner, event.listing.id, null, { name: 'Front row', capacity: 20 }))
  const day = dateFromToday(house, 60)
  const session = addDate(house, event, `${day}T12:00`, 300, 10 * 60)
  const tickets = [
    addTicket(house, event, {
      title: 'Day ticket', priceMinor: 5500, mostPerOrder: 6,
      steps: [
        { title: 'Early bird', priceMinor: 3500, untilAt: null, firstCount: 30 },
        { title: 'Advance', priceMinor: 4500, untilAt: session.startsAt - 14 * 24 * hour, firstCount: null },
      ],
    }),
    addTicket(house, event, { title: 'VIP', priceMinor: 12_000, mostPerOrder: 4, quotaIds: [front.id], description: 'A seat in the front row, supper with the bands.' }),
    addTicket(house, event, { title: 'Crew', priceMinor: 0, mostPerOrder: 1, code: 'all-hands', description: 'For who carries things.' }),
  ]
  publishEvent(house, event)
  sellTickets(house, session, tickets.slice(0, 2), 14)
}

/** One that was called off, and one that nobody has finished writing. */
function fair(house: House): void {
  const event = writeEvent(house, { title: 'Winter Fair', section: 'Markets', description: 'Forty stalls, mulled cider and a choir.' })
  const tickets = [addTicket(house, event, { title: 'Entry', priceMinor: 500 })]
  const session = addDate(house, event, `${dateFromToday(house, 20)}T10:00`, 200, 8 * 60)
  publishEvent(house, event)
  sellTickets(house, session, tickets, 2)
  must(cancelEvent(house.owner(house.town.now - 3 * hour), event.listing.id, 'The roof needs mending before the winter. We are sorry.'))
  writeEvent(house, { title: 'Open stage', section: 'Music', description: 'Three songs each, no microphones.' })
}
