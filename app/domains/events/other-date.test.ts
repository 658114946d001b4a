import { beforeEach, expect, test } from 'vitest'
import { datesToMoveTo } from '~/core/bookings/dates-to-move-to.server'
import { bookingById } from '~/core/bookings/index.server'
import { moveToDate } from '~/core/bookings/move-to-date.server'
import { sessionFollowers } from '~/core/bookings/rounds.server'
import { installFollowers, moveSession, type Session } from '~/core/sessions/index.server'
import { day } from '~/kernel/time'
import { read } from '~/platform/database.server'
import { ConcertHall } from '../../../tests/world/concert-hall'
import { theMorning, withDatabase } from '../../../tests/world/world'
import { dateFigures, saveTicket, setDateQuota, setEventState, type Event } from './index.server'

withDatabase()

let hall: ConcertHall
let concert: Event
let [friday, saturday]: Session[] = []
beforeEach(() => {
  hall = new ConcertHall()
  installFollowers(sessionFollowers)
  concert = hall.event()
  friday = hall.date(concert, '2026-12-04T19:30', 100)
  saturday = hall.date(concert, '2026-12-05T19:30', 100)
})

const evening = (session: Session | undefined) => {
  if (!session) throw new Error('No evening')
  return session
}
const booking = (id: string) => {
  const found = read((db) => bookingById(db, hall.owner.businessId, id))
  if (!found) throw new Error(`No order ${id}`)
  return found
}
const dates = (id: string, now?: number) => read((db) => datesToMoveTo(db, hall.customer(now), id, null))?.dates.map(({ id: date, fits, left, moreMinor }) => ({ date, fits, left, moreMinor }))
const move = (id: string, to: Session, now?: number) => moveToDate(hall.customer(now), booking(id), { sessionId: to.id, shownMinor: null })
const taken = (session: Session) => read((db) => dateFigures(db, hall.owner, session)).places.taken

test('all tickets of an order go to another evening together, with the quotas that contain them, and free their seats on the first', () => {
  const [from, to] = [evening(friday), evening(saturday)]
  const standing = hall.ticket(concert)
  const vip = hall.ticket(concert, { title: 'VIP', priceMinor: 9000, quotaIds: [hall.quota(concert, 'Front rows', 20).id] })
  hall.publish(concert)
  const id = hall.buyId(from, [standing, standing, vip])
  expect(dates(id)).toStrictEqual([{ date: to.id, fits: true, left: 20, moreMinor: 0 }])
  expect(move(id, to)).toMatchObject({ ok: true, value: { outcome: 'moved' } })
  expect(booking(id).items.map(({ sessionId, trace }) => [sessionId, trace?.ticket])).toStrictEqual([[to.id, 'Standing'], [to.id, 'Standing'], [to.id, 'VIP']])
  expect([taken(from), taken(to)]).toStrictEqual([0, 3])
  expect(read((db) => dateFigures(db, hall.owner, to).quotas.map(({ figures }) => figures.taken))).toStrictEqual([1])
})

test('an evening that has not got all of them says how many it takes, and refuses: none of them moves', () => {
  const [from, to] = [evening(friday), evening(saturday)]
  const quota = hall.quota(concert, 'Front rows', 20)
  const vip = hall.ticket(concert, { title: 'VIP', quotaIds: [quota.id] })
  hall.publish(concert)
  const id = hall.buyId(from, [vip, vip])
  setDateQuota(hall.owner, to.id, quota.id, 1)
  expect(dates(id)).toStrictEqual([{ date: to.id, fits: false, left: 1, moreMinor: 0 }])
  expect(move(id, to)).toMatchObject({ ok: false, refusal: { kind: 'taken' } })
  expect(booking(id).items.every(({ sessionId }) => sessionId === from.id)).toBe(true)
  expect([taken(from), taken(to)]).toStrictEqual([2, 0])
})

test('tickets cost what they cost by now, each after those before it in the order', () => {
  const [from, to] = [evening(friday), evening(saturday)]
  const early = hall.ticket(concert, { priceMinor: 3000, steps: [{ title: 'Early bird', priceMinor: 2000, untilAt: null, firstCount: 3 }] })
  hall.publish(concert)
  const id = hall.buyId(from, [early, early])
  hall.buyId(to, [early, early])
  expect(dates(id)).toStrictEqual([{ date: to.id, fits: true, left: 98, moreMinor: 1000 }])
  expect(move(id, to).ok).toBe(true)
  expect(booking(id).totalMinor).toBe(5000)
})

test('a ticket that is hidden, out of the sale or of an event whose sale is paused moves all the same: it is sold', () => {
  const [from, to] = [evening(friday), evening(saturday)]
  const crew = hall.ticket(concert, { title: 'Crew', code: 'all-hands', saleUntil: theMorning + day })
  hall.ticket(concert)
  hall.publish(concert)
  const id = hall.buyId(from, [{ ticket: crew, code: 'all-hands' }])
  saveTicket(hall.owner, concert.listing.id, crew.id, hall.draft({ title: 'Crew', code: 'another-word', active: false }))
  setEventState(hall.owner, concert.listing.id, 'paused')
  expect(move(id, to, theMorning + 2 * day).ok).toBe(true)
  expect(booking(id).items[0]?.sessionId).toBe(to.id)
})

test('once the hall has moved the evening, another one is free of charge though its tickets cost more by now', () => {
  const [from, to] = [evening(friday), evening(saturday)]
  const early = hall.ticket(concert, { priceMinor: 3000, steps: [{ title: 'Early bird', priceMinor: 2000, untilAt: theMorning + day, firstCount: null }] })
  hall.publish(concert)
  const id = hall.buyId(from, [early])
  expect(moveSession(hall.owner, { sessionId: from.id, scope: 'one', start: '2026-12-03T19:30', reason: null }).ok).toBe(true)
  expect(dates(id, theMorning + 2 * day)).toMatchObject([{ moreMinor: 0 }])
  expect(move(id, to, theMorning + 2 * day).ok).toBe(true)
  expect(booking(id)).toMatchObject({ startsAt: to.startsAt, totalMinor: 2000 })
})
