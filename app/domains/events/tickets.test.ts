import { beforeEach, describe, expect, test } from 'vitest'
import { bookingById, quote } from '~/core/bookings/index.server'
import { saleById } from '~/core/sales/index.server'
import type { Session } from '~/core/sessions/index.server'
import { day, hour } from '~/kernel/time'
import { read } from '~/platform/database.server'
import { ConcertHall } from '../../../tests/world/concert-hall'
import { theMorning, withDatabase } from '../../../tests/world/world'
import { dateFigures, saveTicket, setDateQuota, saveQuota, type Event, type TicketType } from './index.server'

withDatabase()

let hall: ConcertHall
let concert: Event
let evening: Session
beforeEach(() => {
  hall = new ConcertHall()
  concert = hall.event()
  evening = hall.date(concert, '2026-12-05T19:30', 100)
})

const left = (ticket: TicketType, session = evening) =>
  read((db) => dateFigures(db, hall.owner, session).tickets.find((one) => one.ticket.id === ticket.id)?.left)

describe('an order', () => {
  test('of several tickets of several kinds is one booking with an item for each', () => {
    const [standing, child] = [hall.ticket(concert), hall.ticket(concert, { title: 'Child', priceMinor: 500 })]
    hall.publish(concert)
    const bought = hall.buy(evening, [standing, standing, child])
    const booking = read((db) => bookingById(db, hall.owner.businessId, bought.id))
    expect(booking?.items.map(({ sessionId, trace, startsAt }) => [sessionId, trace, startsAt])).toEqual([
      [evening.id, { ticket: 'Standing', step: null }, evening.startsAt],
      [evening.id, { ticket: 'Standing', step: null }, evening.startsAt],
      [evening.id, { ticket: 'Child', step: null }, evening.startsAt],
    ])
    expect(booking?.totalMinor).toBe(4500)
    expect(bought.reference).toMatch(/^EV-/)
    expect(left(standing)).toBe(97)
  })

  test('of free tickets costs nothing and stands at once', () => {
    const free = hall.ticket(concert, { title: 'Free', priceMinor: 0 })
    hall.publish(concert)
    const booking = read((db) => bookingById(db, hall.owner.businessId, hall.buyId(evening, [free])))
    expect(booking).toMatchObject({ status: 'confirmed', totalMinor: 0 })
  })

  test('takes all of it or nothing', () => {
    const vip = hall.ticket(concert, { title: 'VIP', quotaIds: [hall.quota(concert, 'Front rows', 2).id] })
    const standing = hall.ticket(concert)
    hall.publish(concert)
    expect(hall.tryToBuy(evening, [standing, vip, vip, vip])).toMatchObject({ ok: false, refusal: { kind: 'taken', item: 3 } })
    expect(left(standing)).toBe(100)
    expect(left(vip)).toBe(2)
  })

  test('is for one date, and holds as many as its event and its kinds of ticket allow', () => {
    const table = hall.ticket(concert, { title: 'Table', leastPerOrder: 4, mostPerOrder: 8 })
    const standing = hall.ticket(concert, { mostPerOrder: 3 })
    hall.publish(concert)
    const rule = (tickets: TicketType[]) => {
      const answer = hall.tryToBuy(evening, tickets)
      return !answer.ok && answer.refusal.kind === 'against-rule' ? answer.refusal.rule : answer.ok
    }
    expect(rule([table, table, table])).toBe('too-few')
    expect(rule(Array<TicketType>(4).fill(standing))).toBe('too-many-of')
    expect(rule([...Array<TicketType>(8).fill(table), ...Array<TicketType>(3).fill(standing)])).toBe('too-many')
    expect(rule([...Array<TicketType>(7).fill(table), ...Array<TicketType>(3).fill(standing)])).toBe(true)
    const late = hall.date(concert, '2026-12-06T19:30', 100)
    const order = hall.order(evening, [standing])
    const both = hall.tryToBuy(evening, [], { items: [...order.items, ...hall.order(late, [standing]).items] })
    expect(both).toMatchObject({ ok: false, refusal: { kind: 'against-rule', rule: 'one-date' } })
  })

  test('at the desk is bound by places and quotas alone', () => {
    const hidden = hall.ticket(concert, { title: 'Crew', code: 'crew', mostPerOrder: 1, saleUntil: theMorning - day })
    hall.publish(concert)
    expect(hall.sell(evening, [hidden, hidden]).ok).toBe(true)
  })
})

describe('a ticket', () => {
  test('behind a code is sold to who knows it, and to nobody else', () => {
    const friend = hall.ticket(concert, { title: 'Friend', code: 'friends of the house' })
    hall.ticket(concert)
    hall.publish(concert)
    expect(hall.tryToBuy(evening, [friend])).toMatchObject({ ok: false, refusal: { kind: 'not-offered' } })
    expect(hall.tryToBuy(evening, [{ ticket: friend, code: 'friends' }])).toMatchObject({ ok: false, refusal: { kind: 'not-offered' } })
    expect(hall.tryToBuy(evening, [{ ticket: friend, code: 'friends of the house' }]).ok).toBe(true)
  })

  test('is sold within its window only', () => {
    const early = hall.ticket(concert, { saleFrom: theMorning + day, saleUntil: theMorning + 3 * day })
    hall.publish(concert)
    const ruleAt = (now: number) => hall.tryToBuy(evening, [early], { now })
    expect(ruleAt(theMorning)).toMatchObject({ refusal: { rule: 'sale-not-yet' } })
    expect(ruleAt(theMorning + day).ok).toBe(true)
    expect(ruleAt(theMorning + 3 * day)).toMatchObject({ refusal: { rule: 'sale-over' } })
  })

  test('is not sold once its date has begun', () => {
    const standing = hall.ticket(concert)
    hall.publish(concert)
    expect(hall.tryToBuy(evening, [standing], { now: evening.startsAt })).toMatchObject({ refusal: { kind: 'past' } })
    expect(hall.tryToBuy(evening, [standing], { now: evening.startsAt - 1 }).ok).toBe(true)
  })

  test('costs what the price step says that holds when it is claimed, ticket by ticket', () => {
    const standing = hall.ticket(concert, { steps: [{ title: 'Early bird', priceMinor: 1000, untilAt: null, firstCount: 3 }] })
    hall.publish(concert)
    hall.buy(evening, [standing, standing], { who: 'Ana' })
    const mine = [standing, standing].map((ticket) => ({ listing: concert.listing, choice: hall.order(evening, [ticket]).items[0]?.choice }))
    const quoted = read((db) => quote(db, hall.customer(), mine.map(({ choice }) => ({ listing: { ...concert.listing, status: 'active' as const }, choice }))))
    expect(quoted.ok && quoted.value.priced.totalMinor).toBe(3000)
    const bought = hall.buy(evening, [{ ticket: standing, shownMinor: 1000 }, { ticket: standing, shownMinor: 2000 }])
    const booking = read((db) => bookingById(db, hall.owner.businessId, bought.id))
    expect(booking?.totalMinor).toBe(3000)
    expect(booking?.items.map(({ trace }) => trace)).toEqual([{ ticket: 'Standing', step: 'Early bird' }, { ticket: 'Standing', step: null }])
  })

  test('is not sold at another price than was shown', () => {
    const standing = hall.ticket(concert, { steps: [{ title: 'Early bird', priceMinor: 1000, untilAt: null, firstCount: 1 }] })
    hall.publish(concert)
    hall.buy(evening, [standing], { who: 'Ana' })
    expect(hall.tryToBuy(evening, [{ ticket: standing, shownMinor: 1000 }])).toMatchObject({ refusal: { kind: 'against-rule', rule: 'price-changed', figures: { was: 1000, now: 2000 } } })
  })

  test('of a hold that ran out counts no more, for its price neither', () => {
    const standing = hall.ticket(concert, { steps: [{ title: 'Early bird', priceMinor: 1000, untilAt: null, firstCount: 1 }] })
    hall.publish(concert)
    const item = read((db) => bookingById(db, hall.owner.businessId, hall.buyId(evening, [standing])))?.items[0]
    hall.letRunOut(item?.id ?? '', theMorning + hour)
    expect(read((db) => dateFigures(db, hall.at(theMorning + hour), evening).places)).toMatchObject({ taken: 0 })
    expect(hall.tryToBuy(evening, [{ ticket: standing, shownMinor: 1000 }], { now: theMorning + hour, who: 'Rui' }).ok).toBe(true)
  })
})

describe('a quota', () => {
  test('stands apart from kinds of ticket: one ticket may be in several, one quota hold several tickets', () => {
    const [front, seated] = [hall.quota(concert, 'Front', 3), hall.quota(concert, 'Seats', 5)]
    const vip = hall.ticket(concert, { title: 'VIP', quotaIds: [front.id, seated.id] })
    const seat = hall.ticket(concert, { title: 'Seat', quotaIds: [seated.id] })
    const standing = hall.ticket(concert)
    hall.publish(concert)
    hall.buy(evening, [seat, seat, seat, standing])
    expect([left(vip), left(seat), left(standing)]).toEqual([2, 2, 96])
    hall.buy(evening, [vip, vip], { who: 'Ana' })
    expect([left(vip), left(seat), left(standing)]).toEqual([0, 0, 94])
  })

  test('without a capacity is unlimited, and so is a date', () => {
    const open = hall.date(concert, '2026-12-06T19:30', null)
    const stream = hall.ticket(concert, { title: 'Stream', quotaIds: [hall.quota(concert, 'Stream', null).id] })
    hall.publish(concert)
    hall.buy(open, Array<TicketType>(10).fill(stream))
    expect(left(stream, open)).toBeNull()
  })

  test('is refused below what is taken, with what is in the way, and so are the places of a date', () => {
    const front = hall.quota(concert, 'Front', 10)
    const vip = hall.ticket(concert, { title: 'VIP', quotaIds: [front.id] })
    hall.publish(concert)
    hall.buy(evening, [vip, vip, vip])
    const lower = saveQuota(hall.owner, concert.listing.id, front.id, { name: 'Front', capacity: 2 })
    expect(lower).toMatchObject({ ok: false, refusal: { kind: 'taken', sessionId: evening.id } })
    expect(!lower.ok && lower.refusal.kind === 'taken' && lower.refusal.subjects).toHaveLength(3)
    expect(setDateQuota(hall.owner, evening.id, front.id, 2)).toMatchObject({ ok: false, refusal: { kind: 'taken' } })
    expect(saveQuota(hall.owner, concert.listing.id, front.id, { name: 'Front', capacity: 3 }).ok).toBe(true)
    expect(left(vip)).toBe(0)
  })

  test('of another number on one date keeps it when the usual number changes', () => {
    const front = hall.quota(concert, 'Front', 10)
    const vip = hall.ticket(concert, { title: 'VIP', quotaIds: [front.id] })
    const other = hall.date(concert, '2026-12-06T19:30', 100)
    expect(setDateQuota(hall.owner, evening.id, front.id, 4).ok).toBe(true)
    expect(saveQuota(hall.owner, concert.listing.id, front.id, { name: 'Front', capacity: 8 }).ok).toBe(true)
    expect([left(vip, evening), left(vip, other)]).toEqual([4, 8])
  })

  test('does not come to contain a ticket that is sold already', () => {
    const standing = hall.ticket(concert)
    const front = hall.quota(concert, 'Front', 10)
    hall.publish(concert)
    hall.buy(evening, [standing])
    expect(saveTicket(hall.owner, concert.listing.id, standing.id, hall.draft({ quotaIds: [front.id] }))).toMatchObject({ ok: false, refusal: { kind: 'quotas-in-use', sold: 1 } })
  })
})

test('what the sale says adds up to what the tickets cost', () => {
  const standing = hall.ticket(concert)
  hall.publish(concert)
  const booking = read((db) => bookingById(db, hall.owner.businessId, hall.buyId(evening, [standing, standing])))
  const sale = booking && read((db) => saleById(db, hall.owner.businessId, booking.saleId))
  expect(sale?.lines.filter(({ kind }) => kind === 'item').map(({ title }) => title)).toEqual(['Concert – Standing', 'Concert – Standing'])
  expect(sale?.totalMinor).toBe(4000)
})
