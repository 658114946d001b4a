import { beforeEach, describe, expect, test } from 'vitest'
import { goRounds, bookingById } from '~/core/bookings/index.server'
import { sumOfEverything } from '~/core/ledger/index.server'
import { saleById, takePayment } from '~/core/sales/index.server'
import { createSeries, sessionById, type Session } from '~/core/sessions/index.server'
import { hour } from '~/kernel/time'
import { read } from '~/platform/database.server'
import { drainOutbox } from '~/platform/outbox/index.server'
import { installModules } from '~/registry.server'
import { ConcertHall } from '../../../tests/world/concert-hall'
import { rows, theMorning, withDatabase } from '../../../tests/world/world'
import { cancelEvent, copyEvent, dateFigures, quotasOf, setEventState, stateOf, ticketsOf, eventById, type Event, type TicketType } from './index.server'

withDatabase()

let hall: ConcertHall
let concert: Event
let evening: Session
let standing: TicketType
beforeEach(() => {
  hall = new ConcertHall()
  installModules()
  concert = hall.event()
  evening = hall.date(concert, '2026-12-05T19:30', 400)
  standing = hall.ticket(concert)
})

const stateAt = (now: number) => read((db) => {
  const event = eventById(db, hall.owner.businessId, concert.listing.id)
  return event && stateOf(db, hall.at(now), event)
})

async function settle(): Promise<void> {
  while (goRounds({ now: theMorning, atMost: 20 }) > 0);
  while ((await drainOutbox({ now: theMorning, atMost: 200 })) > 0);
}

describe('the state of an event', () => {
  test('goes from draft to published and paused, and is completed once its last date is over', () => {
    expect(stateAt(theMorning)).toBe('draft')
    hall.publish(concert)
    expect(stateAt(theMorning)).toBe('published')
    expect(setEventState(hall.owner, concert.listing.id, 'paused').ok).toBe(true)
    expect(stateAt(theMorning)).toBe('paused')
    expect(stateAt(evening.endsAt)).toBe('completed')
    expect(setEventState(hall.at(evening.endsAt), concert.listing.id, 'published')).toMatchObject({ refusal: { kind: 'not-from-here', state: 'completed' } })
  })

  test('is not published while a date, a ticket or the address online is missing', () => {
    const talk = hall.event({ title: 'Talk', form: 'virtual', venueName: null })
    expect(setEventState(hall.owner, talk.listing.id, 'published')).toMatchObject({ refusal: { kind: 'incomplete', missing: ['date', 'ticket', 'link'] } })
  })
})

describe('a cancelled event', () => {
  test('gives everybody everything back, tells each once, and sells nothing more', async () => {
    hall.publish(concert)
    const orders = Array.from({ length: 12 }, (_, nth) => hall.buy(evening, [standing, standing], { who: `Guest ${nth}`, contact: { name: `Guest ${nth}`, email: `guest-${nth}@example.test`, phone: null } }))
    for (const { id } of orders) {
      const booking = read((db) => bookingById(db, hall.owner.businessId, id))
      takePayment(hall.owner, { saleId: booking?.saleId ?? '', method: 'cash', amountMinor: 4000 })
    }
    await settle()
    expect(cancelEvent(hall.owner, concert.listing.id, 'The singer is ill').ok).toBe(true)
    await settle()
    await settle()
    for (const { id } of orders) {
      const booking = read((db) => bookingById(db, hall.owner.businessId, id))
      const sale = booking && read((db) => saleById(db, hall.owner.businessId, booking.saleId))
      expect([booking?.status, sale?.refundedMinor, sale?.refunds.length]).toEqual(['cancelled', 4000, 1])
    }
    expect(rows("SELECT count(*) AS mails, count(DISTINCT \"to\") AS people FROM mails WHERE template LIKE '%cancelled%' AND \"to\" LIKE 'guest-%'")).toEqual([{ mails: 12, people: 12 }])
    expect(read((db) => sumOfEverything(db)).map(({ sumMinor }) => sumMinor)).toEqual([0])
    expect(read((db) => dateFigures(db, hall.owner, evening).places.taken)).toBe(0)
    expect(stateAt(theMorning)).toBe('cancelled')
    expect(hall.tryToBuy(evening, [standing])).toMatchObject({ refusal: { kind: 'not-offered' } })
    expect(cancelEvent(hall.owner, concert.listing.id, 'Again')).toMatchObject({ refusal: { kind: 'not-from-here', state: 'cancelled' } })
  })

  test('leaves a date that has begun as it was', () => {
    hall.publish(concert)
    const later = hall.date(concert, '2026-12-12T19:30', 50)
    const during = evening.startsAt + hour
    expect(cancelEvent(hall.at(during), concert.listing.id, 'The roof').ok).toBe(true)
    const status = (id: string) => read((db) => sessionById(db, hall.owner.businessId, id)?.status)
    expect([status(evening.id), status(later.id)]).toEqual(['confirmed', 'cancelled'])
  })
})

test('a copy has the same tickets and quotas of its own, and no dates', () => {
  const front = hall.quota(concert, 'Front', 20)
  hall.ticket(concert, { title: 'VIP', quotaIds: [front.id], steps: [{ title: 'Early bird', priceMinor: 100, untilAt: null, firstCount: 5 }] })
  const copy = copyEvent(hall.owner, concert.listing.id)
  if (!copy.ok) throw new Error('Not copied')
  const [quota] = read((db) => quotasOf(db, copy.value.id))
  const tickets = read((db) => ticketsOf(db, copy.value.id))
  expect(quota).toMatchObject({ name: 'Front', capacity: 20 })
  expect(quota?.id).not.toBe(front.id)
  expect(tickets.map(({ title, quotaIds, steps }) => [title, quotaIds, steps.length])).toEqual([['Standing', [], 0], ['VIP', [quota?.id], 1]])
})

test('dates that a series makes by itself have pools once the house has heard of them', async () => {
  const made = createSeries(hall.owner, {
    listingId: concert.listing.id, storeId: hall.store.id, start: '2026-12-06T19:30', durationMinutes: 60, title: null, capacity: 30, priceMinor: null, staffId: null,
    placeIds: [], prepareMinutes: 0, clearMinutes: 0, minPeople: null, decideBeforeMinutes: null, rule: 'FREQ=WEEKLY;BYDAY=SU;COUNT=2', skip: [],
  })
  const first = made.ok ? made.value.sessions[0] : undefined
  if (!first) throw new Error('No series')
  hall.publish(concert)
  expect(hall.tryToBuy(first, [standing])).toMatchObject({ refusal: { kind: 'not-offered' } })
  await settle()
  expect(hall.tryToBuy(first, [standing]).ok).toBe(true)
})
