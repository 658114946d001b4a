import { beforeEach, describe, expect, test } from 'vitest'
import { cancelSession, changeSession, decideSessions, moveSession, peopleIn, type Session } from '~/core/sessions/index.server'
import { hour } from '~/kernel/time'
import { read } from '~/platform/database.server'
import { drainOutbox } from '~/platform/outbox/index.server'
import { installModules } from '~/registry.server'
import { at } from '../../../tests/world/salon'
import { Tours } from '../../../tests/world/tours'
import { change, rows, theMorning, withDatabase } from '../../../tests/world/world'
import { bookingById, cancelBooking, confirmBooking, goRounds, leftInRounds, sendReminders, stepsOf } from './index.server'

withDatabase()
beforeEach(() => installModules())

async function settle(now = theMorning, atMost = 2): Promise<void> {
  while (goRounds({ now, atMost }) > 0);
  while ((await drainOutbox({ now, atMost: 100 })) > 0);
}

const booking = (tours: Tours, id: string) => {
  const found = read((db) => bookingById(db, tours.owner.businessId, id))
  if (!found) throw new Error(`No booking ${id}`)
  return found
}
const mails = (template: string) => rows<{ to: string; text: string; subject: string }>(`SELECT "to", message ->> 'text' AS text, subject FROM mails WHERE template = ? ORDER BY "to"`, template).map((mail) => ({ ...mail, text: mail.text.replaceAll(/\s+/g, ' ') }))
const move = (tours: Tours, session: Session, start: string, scope: 'one' | 'following' = 'one', reason: string | null = null, now = theMorning) => {
  const moved = moveSession(tours.at(now), { sessionId: session.id, scope, start, reason })
  if (!moved.ok) throw new Error(`Not moved: ${JSON.stringify(moved.refusal)}`)
}

describe('a session that moves', () => {
  test('shows its new time on every booking at once, and tells everybody once, with the old time, the reason and what they may do', async () => {
    const tours = new Tours()
    const tour = tours.session('2026-11-10T09:00')
    const placed = ['Ana', 'Bea', 'Cid', 'Dora', 'Eva'].map((who) => tours.book(tour, who))
    await settle()
    move(tours, tour, '2026-11-11T10:00', 'one', 'The wind turns')
    expect(placed.map(({ id }) => booking(tours, id)).map(({ startsAt, endsAt, sequence, items }) => [startsAt, endsAt, sequence, items[0]?.startsAt])).toStrictEqual(
      placed.map(() => [at('2026-11-11T10:00Z'), at('2026-11-11T12:00Z'), 1, at('2026-11-11T10:00Z')]),
    )
    expect(read((db) => leftInRounds(db, tours.owner.businessId, tour.id))).toBe(5)
    await settle()
    await settle()
    expect(read((db) => leftInRounds(db, tours.owner.businessId, tour.id))).toBe(0)
    const told = mails('booking-date-moved')
    expect(told.map(({ to }) => to)).toStrictEqual(['ana@example.test', 'bea@example.test', 'cid@example.test', 'dora@example.test', 'eva@example.test'])
    expect(told[0]?.text).toContain('from Tue 10 Nov 2026, 09:00 to Wed 11 Nov 2026, 10:00')
    expect(told[0]?.text).toContain('The wind turns')
    expect(told[0]?.text).toContain('cancel and get everything back')
    expect(read((db) => stepsOf(db, placed[0]?.id ?? '')).map(({ what }) => what)).toStrictEqual(['moved', 'placed'])
  })

  test('takes its reminders with it, and sends none for the old time', async () => {
    const tours = new Tours()
    const tour = tours.session('2026-11-05T09:00')
    tours.book(tour, 'Ana')
    await settle()
    move(tours, tour, '2026-11-12T09:00')
    expect(sendReminders({ now: at('2026-11-04T09:00Z'), atMost: 10 })).toBe(0)
    await settle()
    expect(sendReminders({ now: at('2026-11-04T09:00Z'), atMost: 10 })).toBe(0)
    expect(sendReminders({ now: at('2026-11-11T09:30Z'), atMost: 10 })).toBe(1)
  })

  test('lets people cancel without a fee from then on', () => {
    const tours = new Tours()
    const tour = tours.session('2026-11-10T09:00')
    const { id } = tours.book(tour)
    move(tours, tour, '2026-11-10T10:00')
    expect(rows<{ policy: string }>('SELECT policy FROM bookings WHERE id = ?', id).map(({ policy }) => JSON.parse(policy) as unknown)).toMatchObject([{ tiers: [{ hoursBefore: 0, percent: 100 }] }])
  })

  test('again before everybody was told tells each of one move, and those who were told of the second', async () => {
    const tours = new Tours()
    const tour = tours.session('2026-11-10T09:00')
    for (const who of ['Ana', 'Bea', 'Cid']) tours.book(tour, who)
    await settle()
    move(tours, tour, '2026-11-11T09:00')
    goRounds({ now: theMorning, atMost: 1 })
    while ((await drainOutbox({ now: theMorning, atMost: 100 })) > 0);
    move(tours, tour, '2026-11-12T09:00')
    await settle()
    const told = mails('booking-date-moved').map(({ to, text }) => [to[0], /from \w+ (\d+) Nov 2026, 09:00 to \w+ (\d+) Nov/.exec(text)?.slice(1).join('→')])
    expect(told.map((one) => one.join(' ')).sort()).toStrictEqual(['a 10→11', 'a 11→12', 'b 10→12', 'c 10→12'])
  })

  test('with all that follow keeps every booking on its session; a booking in two of them spans both', async () => {
    const tours = new Tours()
    const [first, second, third] = tours.series('FREQ=WEEKLY;BYDAY=TU;COUNT=3', '2026-11-10T09:00')
    if (!first || !second || !third) throw new Error('There are three')
    const [early, both] = [tours.book(first, 'Ana'), tours.book([second, third], 'Bea')]
    move(tours, second, '2026-11-18T11:00', 'following')
    expect(booking(tours, early.id).startsAt).toBe(first.startsAt)
    const after = booking(tours, both.id)
    expect([after.startsAt, after.endsAt]).toStrictEqual([at('2026-11-18T11:00Z'), at('2026-11-25T13:00Z')])
    expect(after.items.map(({ sessionId }) => sessionId)).toStrictEqual([second.id, third.id])
    await settle()
    expect(mails('booking-date-moved').map(({ to }) => to)).toStrictEqual(['bea@example.test', 'bea@example.test'])
  })

  test('tells the guide once, and the owner who moved it nothing', async () => {
    const tours = new Tours()
    const tour = tours.session('2026-11-10T09:00', { staffId: tours.guides.Ana })
    for (const who of ['Bea', 'Cid']) tours.book(tour, who)
    await settle()
    const before = rows('SELECT 1 FROM notifications').length
    move(tours, tour, '2026-11-11T09:00')
    await settle()
    expect(rows('SELECT 1 FROM notifications').length).toBe(before)
  })
})

describe('a session that is called off', () => {
  const callOff = (tours: Tours, session: Session) => expect(cancelSession(tours.owner, { sessionId: session.id, scope: 'one', reason: 'A storm' }).ok).toBe(true)

  test('cancels every booking by the business, tells everybody once with the reason, and frees their places', async () => {
    const tours = new Tours()
    const tour = tours.session('2026-11-10T09:00')
    const placed = ['Ana', 'Bea', 'Cid', 'Dora', 'Eva'].map((who) => tours.book(tour, who))
    await settle()
    callOff(tours, tour)
    await settle()
    await settle()
    expect(placed.map(({ id }) => booking(tours, id)).map(({ status, reason }) => `${status}: ${reason}`)).toStrictEqual(placed.map(() => 'cancelled: A storm'))
    expect(mails('booking-cancelled')).toHaveLength(5)
    expect(mails('booking-cancelled')[0]?.text).toContain('A storm')
    expect(mails('member-cancelled')).toHaveLength(0)
    expect(rows("SELECT taken FROM resources WHERE kind = 'pool'")).toStrictEqual([{ taken: 0 }])
    expect(rows("SELECT actor ->> 'kind' AS kind FROM booking_steps WHERE what = 'cancelled' GROUP BY 1")).toStrictEqual([{ kind: 'user' }])
  })

  test('takes from a booking only what is in it', async () => {
    const tours = new Tours()
    const [one, other] = [tours.session('2026-11-10T09:00'), tours.session('2026-11-12T09:00')]
    const { id } = tours.book([one, other])
    callOff(tours, one)
    await settle()
    const after = booking(tours, id)
    expect([after.status, after.startsAt, after.items.map(({ state }) => state)]).toStrictEqual(['confirmed', other.startsAt, ['cancelled', 'active']])
    expect(mails('booking-item-cancelled')).toHaveLength(1)
  })

  test('overtakes the news of a move that was not told yet, and leaves alone who cancelled before', async () => {
    const tours = new Tours()
    const tour = tours.session('2026-11-10T09:00')
    const [gone] = [tours.book(tour, 'Ana'), tours.book(tour, 'Bea')]
    move(tours, tour, '2026-11-11T09:00')
    cancelBooking(tours.customer(), gone.id, null)
    callOff(tours, tour)
    await settle()
    expect(mails('booking-date-moved')).toHaveLength(0)
    expect(mails('booking-cancelled').map(({ to }) => to)).toStrictEqual(['ana@example.test', 'bea@example.test'])
  })

  test('goes on in the name of the house where who did it has left', async () => {
    const tours = new Tours()
    const tour = tours.session('2026-11-10T09:00')
    const { id } = tours.book(tour)
    callOff(tours, tour)
    expect(goRounds({ now: theMorning + hour, atMost: 10 })).toBe(1)
    expect(booking(tours, id).status).toBe('cancelled')
  })
})

test('another guide is shown with every booking', () => {
  const tours = new Tours()
  const tour = tours.session('2026-11-10T09:00', { staffId: tours.guides.Ana })
  const { id } = tours.book(tour)
  expect(booking(tours, id).items[0]?.staffName).toBe('Ana')
  changeSession(tours.owner, { sessionId: tour.id, scope: 'one', changes: { staffId: tours.guides.Rui } })
  expect(booking(tours, id).items[0]?.staffName).toBe('Rui')
})

test('who is in a session is counted by bookings and people', () => {
  const tours = new Tours()
  const [one, other] = [tours.session('2026-11-10T09:00'), tours.session('2026-11-12T09:00')]
  tours.book(one, 'Ana', 3)
  tours.book(one, 'Bea', 2)
  cancelBooking(tours.customer(), tours.book(one, 'Cid', 4).id, null)
  const found = read((db) => peopleIn(db, tours.owner.businessId, [one.id, other.id]))
  expect([found.get(one.id), found.get(other.id)]).toStrictEqual([{ bookings: 2, people: 5 }, { bookings: 0, people: 0 }])
})

test('the owner is asked once to decide on a date with too few people, with a link to where', async () => {
  const tours = new Tours()
  const tour = tours.session('2026-11-10T09:00', { minPeople: 6, decideBeforeMinutes: 1440 })
  tours.book(tour, 'Ana', 2)
  await settle()
  const deadline = at('2026-11-09T09:00Z')
  decideSessions({ now: deadline, atMost: 10 })
  decideSessions({ now: deadline + hour, atMost: 10 })
  await settle(deadline)
  const [asked, ...more] = mails('session-undecided')
  expect(more).toHaveLength(0)
  expect(asked?.text).toContain('2 places are booked; you wanted 6')
  expect(asked?.text).toContain(`/activities/dates/${tour.id}/decision`)
})

describe('a minimum', () => {
  const minimum = { minPeople: 4, decideBeforeMinutes: 24 * 60 }
  const status = (tours: Tours, { id }: Session) => tours.now(id).status

  test('that bookings reach confirms the session at once; a cancellation afterwards does not undo it', async () => {
    const tours = new Tours()
    const tour = tours.session('2026-11-10T09:00', minimum)
    tours.book(tour, 'Ana', 3)
    await settle()
    expect(status(tours, tour)).toBe('scheduled')
    const { id } = tours.book(tour, 'Bea', 1)
    await settle()
    expect(status(tours, tour)).toBe('confirmed')
    expect(cancelBooking(tours.owner, id, null).ok).toBe(true)
    await settle()
    expect(decideSessions({ now: at('2026-11-09T09:00Z'), atMost: 10 })).toBe(0)
    expect(status(tours, tour)).toBe('confirmed')
  })

  test('that was asked about is reached by who books after all; what is still to be approved does not count', async () => {
    const tours = new Tours()
    const tour = tours.session('2026-11-10T09:00', minimum)
    const { id } = tours.book(tour, 'Ana', 3)
    change("UPDATE bookings SET status = 'pending', answer_by = starts_at WHERE id = ?", id)
    const deadline = at('2026-11-09T09:00Z')
    decideSessions({ now: deadline, atMost: 10 })
    tours.book(tour, 'Bea', 2, deadline)
    await settle(deadline)
    expect(status(tours, tour)).toBe('scheduled')
    expect(confirmBooking(tours.at(deadline), id).ok).toBe(true)
    await settle(deadline)
    expect(status(tours, tour)).toBe('confirmed')
  })
})
