import { beforeEach, describe, expect, test } from 'vitest'
import { bookingById, domainOf, installDomains, moveBooking, placeBooking, sessionFollowers, type BookingItem } from '~/core/bookings/index.server'
import { createSession, installFollowers, placesOfSession, type Session, type SessionDraft } from '~/core/sessions/index.server'
import type { BusinessCtx } from '~/kernel/ctx'
import { hour } from '~/kernel/time'
import { read } from '~/platform/database.server'
import { i18nFor } from '~/platform/words/i18n'
import { at } from '../../../tests/world/salon'
import { Boathouse } from '../../../tests/world/sessions'
import { contextAt, theMorning, withDatabase } from '../../../tests/world/world'
import { copyActivity, detailsOf, setActivityStatus } from './copy-activity.server'
import { activities } from './domain.server'
import { activityById, type Activity } from './queries.server'
import { saveActivity, type ActivityDetails } from './save-activity.server'

withDatabase()
beforeEach(() => {
  installDomains([activities])
  installFollowers(sessionFollowers)
})

const adult = { id: 'adult', label: 'Adult', hint: null, priceMinor: 4500, places: 1 }
const child = { id: 'child', label: 'Child', hint: null, priceMinor: 2250, places: 1 }
const infant = { id: 'infant', label: 'Infant', hint: null, priceMinor: 0, places: 0 }

/** A boathouse that takes people along: an activity with three kinds of person, and its dates. */
class Kayaks extends Boathouse {
  readonly activity: Activity
  #keys = 0

  constructor(more: Partial<ActivityDetails> = {}) {
    super()
    const saved = saveActivity(this.owner, null, { ...this.details(), ...more })
    if (!saved.ok) throw new Error(`No activity: ${JSON.stringify(saved.refusal)}`)
    setActivityStatus(this.owner, saved.value.listing.id, 'active')
    this.activity = saved.value
  }

  details(): ActivityDetails {
    return {
      title: 'Caves', description: null, section: null, durationMinutes: 120, meetingPoint: 'The east quay', latitude: 35.3417, longitude: 33.3219, languages: null, minGroup: 2, maxGroup: 6,
      kinds: [adult, child, infant], bulkFrom: 5, bulkPercent: 10, privateMinor: 30_000, cutOffMinutes: 120, bring: 'A hat', included: null, approval: false, policyId: null, payment: null,
      storeIds: [this.store.id], questions: [], extra: null,
    }
  }

  date(start: string, more: Partial<SessionDraft> = {}): Session {
    const made = createSession(this.owner, this.draft(start, { listingId: this.activity.listing.id, ...more }))
    if (!made.ok) throw new Error(`No date: ${JSON.stringify(made.refusal)}`)
    return made.value
  }

  customer(now = theMorning): BusinessCtx {
    return { ...contextAt(now), businessId: this.owner.businessId, business: this.owner.business, member: null }
  }

  tryToBook(session: Session, people: Record<string, number>, { alone = false, now = theMorning, desk = false } = {}) {
    this.#keys += 1
    return placeBooking(desk ? this.at(now) : this.customer(now), {
      key: `kayak-key-${this.#keys}`, note: null, channel: desk ? 'desk' : 'online', contact: { name: 'Marta', email: `marta.${this.#keys}@example.test`, phone: null },
      items: [{ listingId: this.activity.listing.id, choice: { session: session.id, people, private: alone }, attendeeName: null, attendeeEmail: null, answers: {} }],
    })
  }

  book(session: Session, people: Record<string, number>, more = {}) {
    const placed = this.tryToBook(session, people, more)
    if (!placed.ok) throw new Error(`Not booked: ${JSON.stringify(placed.refusal)}`)
    const booking = read((db) => bookingById(db, this.owner.businessId, placed.value.id))
    if (!booking) throw new Error('It was just booked')
    return booking
  }

  left(session: Session, now = theMorning) {
    return read((db) => placesOfSession(db, this.owner.businessId, session, now)).left
  }
}

describe('people in a date', () => {
  test('pay by kind, take the places of their kind, and are described by kind, place and guide', () => {
    const kayaks = new Kayaks()
    const date = kayaks.date('2026-11-10T09:00', { staffId: kayaks.guides.Ana })
    const booking = kayaks.book(date, { adult: 2, child: 1, infant: 1 })
    expect([booking.totalMinor, booking.startsAt, booking.reference.slice(0, 3), kayaks.left(date)]).toStrictEqual([11_250, date.startsAt, 'AC-', 7])
    const item = booking.items[0] as BookingItem
    expect([item.quantity, item.sessionId, item.staffName]).toStrictEqual([4, date.id, 'Ana'])
    const described = read((db) => domainOf('activities').describe(db, i18nFor('en'), item))
    expect(described).toMatchObject({ withWhom: 'Ana', where: { text: 'The east quay' }, span: 'hours' })
    expect(described.facts.map(({ text }) => text)).toStrictEqual(['Adult × 2, Child × 1, Infant × 1', 'A hat'])
  })

  test('pay less from so many on, and by the date where that has a price of its own', () => {
    const kayaks = new Kayaks()
    expect(kayaks.book(kayaks.date('2026-11-10T09:00'), { adult: 5 }).totalMinor).toBe(20_250)
    expect(kayaks.book(kayaks.date('2026-11-11T09:00', { priceMinor: 6000 }), { adult: 1, child: 1 }).totalMinor).toBe(9000)
  })

  test('are as many as a group may have, until the cut-off; at the desk as many as there are places', () => {
    const kayaks = new Kayaks()
    const date = kayaks.date('2026-11-10T09:00')
    const rule = (people: Record<string, number>, more = {}) => {
      const answer = kayaks.tryToBook(date, people, more)
      return answer.ok ? 'booked' : 'rule' in answer.refusal ? answer.refusal.rule : answer.refusal.kind
    }
    expect([rule({}), rule({ infant: 2 }), rule({ adult: 1 }), rule({ adult: 7 }), rule({ ghost: 1, adult: 1 })]).toStrictEqual(['nobody', 'no-places', 'group-too-small', 'group-too-large', 'not-offered'])
    expect([rule({ adult: 2 }, { now: at('2026-11-10T07:00Z') }), rule({ adult: 2 }, { now: at('2026-11-10T09:00Z') })]).toStrictEqual(['cut-off', 'past'])
    expect(rule({ adult: 7 }, { desk: true, now: at('2026-11-10T09:30Z') })).toBe('booked')
  })

  test('who find it full are told the nearest dates with room for all of them', () => {
    const kayaks = new Kayaks()
    const [full, roomy, tight] = [kayaks.date('2026-11-10T09:00', { capacity: 3 }), kayaks.date('2026-11-12T09:00'), kayaks.date('2026-11-11T09:00', { capacity: 2 })]
    kayaks.book(full, { adult: 2 })
    kayaks.book(tight, { adult: 2 })
    const answer = kayaks.tryToBook(full, { adult: 2 })
    expect(answer).toMatchObject({ ok: false, refusal: { kind: 'taken', alternatives: [{ session: roomy.id, people: { adult: 2 } }] } })
  })

  test('may move to another date, by its price', () => {
    const kayaks = new Kayaks()
    const [date, dearer] = [kayaks.date('2026-11-10T09:00'), kayaks.date('2026-11-12T09:00', { priceMinor: 5000 })]
    const booking = kayaks.book(date, { adult: 2 })
    const moved = moveBooking(kayaks.customer(), { bookingId: booking.id, items: [{ itemId: booking.items[0]?.id ?? '', choice: { session: dearer.id, people: { adult: 2 } } }] })
    expect(moved).toMatchObject({ ok: true, value: { outcome: 'moved', booking: { startsAt: dearer.startsAt, totalMinor: 10_000 } } })
    expect([kayaks.left(date), kayaks.left(dearer)]).toStrictEqual([10, 8])
  })
})

describe('a whole date for one group', () => {
  test('takes all its places at one price, and only while nobody else is booked', () => {
    const kayaks = new Kayaks()
    const [free, begun] = [kayaks.date('2026-11-10T09:00'), kayaks.date('2026-11-11T09:00')]
    const booking = kayaks.book(free, { adult: 3 }, { alone: true })
    expect([booking.totalMinor, kayaks.left(free), booking.items[0]?.quantity]).toStrictEqual([30_000, 0, 3])
    kayaks.book(begun, { adult: 2 })
    expect(kayaks.tryToBook(begun, { adult: 2 }, { alone: true })).toMatchObject({ refusal: { kind: 'taken' } })
    expect(kayaks.tryToBook(free, { adult: 2 })).toMatchObject({ refusal: { kind: 'taken' } })
  })

  test('is not to be had where it has no price, or the date no end of places', () => {
    const priced = new Kayaks()
    expect(priced.tryToBook(priced.date('2026-11-10T09:00', { capacity: null }), { adult: 2 }, { alone: true })).toMatchObject({ refusal: { rule: 'not-private' } })
    const plain = new Kayaks({ privateMinor: null })
    expect(plain.tryToBook(plain.date('2026-11-10T09:00'), { adult: 2 }, { alone: true })).toMatchObject({ refusal: { rule: 'not-private' } })
  })
})

describe('for the whole house', () => {
  test('free days are those with places that can still be booked, and use is places taken of all', () => {
    const kayaks = new Kayaks()
    const [one, full] = [kayaks.date('2026-11-10T09:00'), kayaks.date('2026-11-11T09:00', { capacity: 2 })]
    kayaks.date('2026-11-10T14:00', { capacity: 4 })
    kayaks.book(one, { adult: 5 })
    kayaks.book(full, { adult: 2 })
    const domain = domainOf('activities')
    const days = (now: number) => read((db) => domain.freeDays?.(db, kayaks.customer(now), kayaks.activity.listing, '2026-11-09', '2026-11-12'))
    expect(days(theMorning)).toStrictEqual([{ date: '2026-11-10', places: 5, minutes: 0 }])
    expect(days(at('2026-11-10T08:00Z'))).toStrictEqual([{ date: '2026-11-10', places: 4, minutes: 0 }])
    expect(read((db) => domain.use?.(db, kayaks.owner.businessId, theMorning, theMorning + 24 * 30 * hour))).toStrictEqual({ used: 7, available: 16 })
  })

  test('a copy has everything but the dates', () => {
    const kayaks = new Kayaks()
    kayaks.date('2026-11-10T09:00')
    const copy = copyActivity(kayaks.owner, kayaks.activity.listing.id)
    if (!copy.ok) throw new Error('Not copied')
    const details = (id: string) => read((db) => { const activity = activityById(db, kayaks.owner.businessId, id); return activity && detailsOf(db, kayaks.owner, activity) })
    expect(details(copy.value.listing.id)).toStrictEqual({ ...details(kayaks.activity.listing.id), title: 'Caves (copy)' })
  })

  test('what cannot be is refused beside its field', () => {
    const kayaks = new Kayaks()
    const kind = (more: Partial<ActivityDetails>) => {
      const saved = saveActivity(kayaks.owner, null, { ...kayaks.details(), ...more })
      return saved.ok ? 'saved' : saved.refusal.kind
    }
    expect([kind({ kinds: [infant] }), kind({ bulkFrom: null }), kind({ minGroup: 7 }), kind({ latitude: null }), kind({ policyId: 'nobody' }), kind({ storeIds: ['elsewhere'] })]).toStrictEqual([
      'no-kinds', 'bulk-incomplete', 'out-of-range', 'out-of-range', 'unknown-policy', 'unknown-store',
    ])
  })
})
