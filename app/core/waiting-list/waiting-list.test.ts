import { expect, test } from 'vitest'
import { cancelBooking, placeBooking } from '~/core/bookings/index.server'
import { cancelSession, changeSession } from '~/core/sessions/index.server'
import { day, hour, minute } from '~/kernel/time'
import { read, transact } from '~/platform/database.server'
import { deliverDue, fanOut } from '~/platform/outbox/drain.server'
import { installSubscribers } from '~/platform/outbox/subscribers.server'
import { Tours } from '../../../tests/world/tours'
import { rows, theMorning, withDatabase } from '../../../tests/world/world'
import { acceptOffer } from './accept-offer.server'
import { closeLine } from './close-line.server'
import { entryById, entryToken, opensEntry } from './entries.server'
import { joinLine } from './join-line.server'
import { choicesIn, joinStep } from './join-page.server'
import { leaveLine, removeFromLine } from './leave-line.server'
import waitingList from './module.server'
import { offerNow } from './offer-now.server'
import { changeWaitingSettings } from './settings.server'
import { serveLine } from './serve-line.server'
import { endOffers, serveLines } from './sweep-lines.server'

withDatabase()

/** A tour for ten people in a week, sold out by two bookings of five. */
function soldOut() {
  waitingList.install()
  const tours = new Tours()
  const session = tours.session('2026-11-10T09:00')
  const bookings = [tours.book(session, 'Ana', 5), tours.book(session, 'Bruno', 5)] as const
  const join = (who: string, people = 1, now = theMorning) =>
    joinLine(tours.customer(now), { sessionId: session.id, listingId: session.listingId, choices: [{ session: session.id, people }], name: who, email: `${who.toLowerCase()}@example.test` })
  const joined = (who: string, people?: number, now?: number) => {
    const entry = join(who, people, now)
    if (!entry.ok) throw new Error(`Not joined: ${JSON.stringify(entry.refusal)}`)
    return entry.value.id
  }
  const cancel = (index: 0 | 1, now = theMorning) => cancelBooking(tours.customer(now), bookings[index].id, null)
  const serve = (now = theMorning) => transact((db) => serveLine(db, tours.at(now), session.id))
  const status = (id: string) => read((db) => entryById(db, tours.owner.businessId, id))?.status
  const walkUp = (people: number, now = theMorning) => placeBooking(tours.customer(now), tours.order([session], 'Walter', people))
  const accept = (id: string, people: number, now = theMorning, key = `accept ${id}`) => acceptOffer(tours.customer(now), id, { ...tours.order([session], 'Waiting', people), key })
  return { tours, session, bookings, join, joined, cancel, serve, status, walkUp, accept }
}

const taken = { ok: false, refusal: { kind: 'taken' } }
const templates = (to: string) => rows<{ template: string }>('SELECT template FROM mails WHERE "to" = ? AND template LIKE ? ORDER BY rowid', to, 'waiting%').map(({ template }) => template)

test('whoever joins is told where they stand, once, and nobody stands in a line twice', () => {
  const { joined, status } = soldOut()
  const [first, again] = [joined('Carla'), joined('Carla', 3)]
  expect(again).toBe(first)
  expect(status(first)).toBe('waiting')
  expect(templates('carla@example.test')).toEqual(['waiting-joined'])
})

test('who asks to wait for what they wait for already is sent the link to their place again, once an hour', () => {
  const { joined, cancel, serve } = soldOut()
  const first = joined('Carla')
  expect([joined('Carla', 3, theMorning + hour), joined('Carla', 1, theMorning + hour + minute)]).toEqual([first, first])
  expect(templates('carla@example.test')).toEqual(['waiting-joined', 'waiting-joined'])
  cancel(0, theMorning + hour)
  serve(theMorning + hour)
  expect(joined('Carla', 1, theMorning + 2 * hour)).toBe(first)
  expect(templates('carla@example.test')).toEqual(['waiting-joined', 'waiting-joined', 'waiting-offered', 'waiting-offered'])
})

test('nobody waits for what can be booked, or for what begins too soon', () => {
  const { cancel, join, session } = soldOut()
  expect(join('Late', 1, session.startsAt - 20 * minute)).toMatchObject({ refusal: { kind: 'too-late' } })
  cancel(0)
  expect(join('Carla')).toMatchObject({ refusal: { kind: 'places-free' } })
})

test('what becomes free is the first one’s: a walk-up sees it sold out even in the moment before anybody was asked', () => {
  const { joined, cancel, walkUp, status, serve } = soldOut()
  const carla = joined('Carla', 5)
  cancel(0)
  expect(walkUp(1)).toMatchObject(taken)
  // The refused walk-up left nothing behind; the line is served by whoever comes next.
  expect(status(carla)).toBe('waiting')
  expect(serve()).toBe(1)
  expect(status(carla)).toBe('offered')
  expect(templates('carla@example.test')).toEqual(['waiting-joined', 'waiting-offered'])
  expect(walkUp(1)).toMatchObject(taken)
})

test('a walk-up has what is left when everybody in line has been asked', () => {
  const { joined, cancel, walkUp, status } = soldOut()
  const carla = joined('Carla', 2)
  cancel(0)
  expect(walkUp(3).ok).toBe(true)
  expect(status(carla)).toBe('offered')
})

test('an offer becomes a booking, the same form sent again is the same one, and nobody else takes it', () => {
  const { joined, cancel, serve, accept, status, session } = soldOut()
  const carla = joined('Carla', 5)
  cancel(0)
  serve()
  const placed = accept(carla, 5, theMorning + hour)
  expect(placed.ok).toBe(true)
  expect(accept(carla, 5, theMorning + hour)).toMatchObject({ ok: true, value: { id: placed.ok ? placed.value.id : '' } })
  expect(accept(carla, 5, theMorning + hour, 'another form')).toMatchObject(taken)
  expect(status(carla)).toBe('taken')
  expect(rows('SELECT taken, capacity FROM resources WHERE id = ?', session.poolId)).toEqual([{ taken: 10, capacity: 10 }])
  expect(rows("SELECT status FROM bookings WHERE id = ?", placed.ok ? placed.value.id : '')).toEqual([{ status: 'confirmed' }])
})

test('an offer that runs out goes to the next in the same transaction, and cannot be accepted any more', () => {
  const { joined, cancel, serve, accept, status } = soldOut()
  const [carla, dora] = [joined('Carla', 5), joined('Dora', 4, theMorning + 1)]
  cancel(0)
  serve()
  expect([status(carla), status(dora)]).toEqual(['offered', 'waiting'])
  const after = theMorning + day + 3 * minute
  expect(accept(carla, 5, after)).toMatchObject(taken)
  expect(endOffers({ now: after, atMost: 10 })).toBe(1)
  expect(endOffers({ now: after, atMost: 10 })).toBe(0)
  expect([status(carla), status(dora)]).toEqual(['lapsed', 'offered'])
  expect(templates('carla@example.test')).toEqual(['waiting-joined', 'waiting-offered', 'waiting-lapsed'])
})

test('who declines hands it on; who leaves or is taken off is not asked', () => {
  const { tours, joined, cancel, serve, status } = soldOut()
  const [carla, dora, emil, flora] = [joined('Carla', 5), joined('Dora', 5, theMorning + 1), joined('Emil', 5, theMorning + 2), joined('Flora', 5, theMorning + 3)]
  cancel(0)
  serve()
  leaveLine(tours.customer(), dora)
  removeFromLine(tours.owner, emil)
  expect(leaveLine(tours.customer(), carla).ok).toBe(true)
  expect([carla, dora, emil, flora].map(status)).toEqual(['declined', 'left', 'removed', 'offered'])
  expect(leaveLine(tours.customer(), carla)).toMatchObject({ refusal: { kind: 'not-in-line' } })
})

test('whoever wants more than is free is passed over and stays in line, unless the business waits for the first', () => {
  const { tours, joined, cancel, serve, status } = soldOut()
  const [carla, dora] = [joined('Carla', 7), joined('Dora', 2, theMorning + 1)]
  cancel(0)
  changeWaitingSettings(tours.owner, { offerHours: 24, strict: true })
  expect(serve()).toBe(0)
  changeWaitingSettings(tours.owner, { offerHours: 24, strict: false })
  expect(serve()).toBe(1)
  expect([status(carla), status(dora)]).toEqual(['waiting', 'offered'])
})

test('the business may offer to anybody in the line, as far as places are free', () => {
  const { tours, joined, cancel, status } = soldOut()
  const [carla, dora] = [joined('Carla', 5), joined('Dora', 5, theMorning + 1)]
  expect(offerNow(tours.owner, dora)).toMatchObject({ refusal: { kind: 'not-free' } })
  cancel(0)
  expect(offerNow(tours.owner, dora).ok).toBe(true)
  expect([status(carla), status(dora)]).toEqual(['waiting', 'offered'])
})

test('more places that the business makes are offered as soon as the change is told', () => {
  const { tours, session, joined, status } = soldOut()
  installSubscribers(waitingList.subscribers)
  const carla = joined('Carla', 2)
  changeSession(tours.owner, { sessionId: session.id, scope: 'one', changes: { capacity: 12 } })
  while (fanOut(theMorning) + deliverDue(theMorning).delivered > 0);
  expect(status(carla)).toBe('offered')
})

test('more places that the business makes are found by the job, and the line of a date that is over is closed', () => {
  const { tours, session, joined, status } = soldOut()
  const [carla, dora] = [joined('Carla', 2), joined('Dora', 9, theMorning + 1)]
  changeSession(tours.owner, { sessionId: session.id, scope: 'one', changes: { capacity: 12 } })
  expect(serveLines({ now: theMorning + minute, atMost: 10 })).toBe(1)
  expect([status(carla), status(dora)]).toEqual(['offered', 'waiting'])
  expect(serveLines({ now: session.startsAt, atMost: 10 })).toBe(1)
  expect(status(dora)).toBe('over')
  expect(serveLines({ now: session.startsAt, atMost: 10 })).toBe(0)
})

test('when a date is called off, everybody who waits or is asked is told why, once, and nothing is kept for them', () => {
  const { tours, session, joined, cancel, serve, status } = soldOut()
  const [carla, dora] = [joined('Carla', 5), joined('Dora', 2, theMorning + 1)]
  cancel(0)
  serve()
  cancelSession(tours.owner, { sessionId: session.id, scope: 'one', reason: 'Storm' })
  const close = () => transact((db) => closeLine(db, tours.owner, session.id))
  expect([close(), close()]).toEqual([2, 0])
  expect([carla, dora].map(status)).toEqual(['over', 'over'])
  expect(templates('carla@example.test')).toEqual(['waiting-joined', 'waiting-offered', 'waiting-called-off'])
  expect(templates('dora@example.test')).toEqual(['waiting-joined', 'waiting-called-off'])
  expect(rows('SELECT count(*) AS n FROM mails WHERE template = ? AND message LIKE ?', 'waiting-called-off', '%Storm%')).toEqual([{ n: 2 }])
  expect(rows("SELECT count(*) AS n FROM allocations WHERE kind = 'hold' AND released_at IS NULL AND subject = ?", carla)).toEqual([{ n: 0 }])
})

test('an offer that ends after its date was called off says that it was, not that nobody took it', () => {
  const { tours, session, joined, cancel, serve, status } = soldOut()
  const carla = joined('Carla', 5)
  cancel(0)
  serve()
  cancelSession(tours.owner, { sessionId: session.id, scope: 'one', reason: 'Storm' })
  expect(endOffers({ now: theMorning + 2 * day, atMost: 10 })).toBe(1)
  expect(status(carla)).toBe('over')
  expect(templates('carla@example.test')).toEqual(['waiting-joined', 'waiting-offered', 'waiting-called-off'])
})

test('a link opens the one entry that it was made for', () => {
  const { joined } = soldOut()
  const [carla, dora] = [joined('Carla'), joined('Dora')]
  expect([opensEntry(entryToken({ id: carla }), carla), opensEntry(entryToken({ id: carla }), dora), opensEntry(null, carla)]).toEqual([true, false, false])
})

test('the form makes of one choice as many items as are wanted, where its trade knows no kinds of people', () => {
  const { tours, session } = soldOut()
  const query = new URLSearchParams({ choice: JSON.stringify({ session: session.id, people: 1 }) })
  const step = (more = '') => read((db) => joinStep(db, tours.customer(), session.id, new URLSearchParams(`${query}${more}`)))
  expect(choicesIn(step(), { count: 3 })).toHaveLength(3)
  expect(choicesIn(step('&fixed=yes'), { count: 3 })).toHaveLength(1)
})
