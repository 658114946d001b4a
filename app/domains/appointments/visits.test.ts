import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  bookingById, calendarEntry, cancelBooking, cancelItem, confirmBooking, declineMove, grantMove, itemSettlement, letterFor, moveBooking, openRequest, placeBooking, stepsOf,
  type Booking, type BookingItem,
} from '~/core/bookings/index.server'
import { receivableOf, sumOfEverything } from '~/core/ledger/index.server'
import { savePolicy } from '~/core/pricing/index.server'
import { saleById, takePayment } from '~/core/sales/index.server'
import { refuse } from '~/kernel/result'
import { formatInstant, hour, minute } from '~/kernel/time'
import { read } from '~/platform/database.server'
import { installWorld } from '../../../tests/world/businesses'
import { letters, tellEverybody } from '../../../tests/world/notifications'
import { at, Salon } from '../../../tests/world/salon'
import { rows, theMorning, withDatabase } from '../../../tests/world/world'
import { movesTo, movingVisit } from './move-page.server'

withDatabase()

const tomorrow = (time: string) => `2026-11-04T${time}Z`

function salonOfTwo(options: { readonly approval?: boolean; readonly people?: readonly string[] } = {}) {
  const salon = new Salon({ chairs: 2, people: options.people ?? ['Ana', 'Rui'] })
  const cut = salon.service({ approval: options.approval ?? false })
  const colour = salon.service({ title: 'Colour', priceMinor: 12_000, durationMinutes: 90, bufferBeforeMinutes: 5, bufferAfterMinutes: 15 })
  const booking = (id: string) => read((db) => bookingById(db, salon.owner.businessId, id)) as Booking
  const book = (start: string, more: Parameters<Salon['visit']>[2] = {}, people: readonly [string | null, string | null] = [null, null]) => {
    const [one, other] = people.map((name) => (name === null ? null : (salon.people[name] ?? null)))
    const placed = placeBooking(salon.customer(), salon.visit(start, [{ service: cut, staff: one ?? null }, { service: colour, staff: other ?? null }], more))
    if (!placed.ok) throw new Error(JSON.stringify(placed.refusal))
    return placed.value.id
  }
  const move = (id: string, start: string, ctx = salon.customer()) => {
    const visit = read((db) => movingVisit(db, booking(id)))
    if (!visit) throw new Error('It is no visit')
    return moveBooking(ctx, { bookingId: id, items: movesTo(visit, at(start)) })
  }
  return { salon, cut, colour, booking, book, move }
}

const times = ({ items }: Booking) => items.map(({ startsAt, endsAt }) => [formatInstant(startsAt).slice(11, 16), formatInstant(endsAt).slice(11, 16)])
const clashes = (businessId: string) => rows<{ n: number }>(
  `SELECT count(*) AS n FROM allocations a JOIN allocations b ON a.resource_id = b.resource_id AND a.id < b.id AND a.released_at IS NULL AND b.released_at IS NULL
     AND a.starts_at < b.ends_at AND b.starts_at < a.ends_at WHERE a.business_id = ?`, businessId)

describe('booked together', () => {
  test('one booking has an item for each, one after the other with their buffers between, also with one person', () => {
    const { booking, book, salon } = salonOfTwo()
    const visit = booking(book(tomorrow('10:00'), {}, ['Ana', 'Ana']))
    expect(times(visit)).toEqual([['10:00', '10:45'], ['11:00', '12:30']])
    expect(visit).toMatchObject({ startsAt: at(tomorrow('10:00')), endsAt: at(tomorrow('12:30')), totalMinor: 16_500 })
    expect(visit.items.map(({ staffName }) => staffName)).toEqual(['Ana', 'Ana'])
    expect(clashes(salon.owner.businessId)).toEqual([{ n: 0 }])
  })

  test('it is taken as a whole or not at all', () => {
    const { book, salon, cut, colour } = salonOfTwo({ people: ['Ana'] })
    salon.book(cut, tomorrow('12:00'), { who: 'Other' })
    const answer = placeBooking(salon.customer(), salon.visit(tomorrow('10:30'), [{ service: cut }, { service: colour }]))
    expect(answer).toMatchObject({ ok: false, refusal: { kind: 'taken', item: 1 } })
    expect(rows('SELECT count(*) AS n FROM bookings')).toEqual([{ n: 1 }])
    expect(rows('SELECT count(*) AS n FROM allocations WHERE released_at IS NULL')).toEqual([{ n: 2 }])
    book(tomorrow('13:00'))
  })

  test('a visit of which one service needs a yes waits for it as a whole', () => {
    const { booking, book } = salonOfTwo({ approval: true })
    expect(booking(book(tomorrow('10:00'))).status).toBe('pending')
  })

  test('mails, calendar file and history name both, each with its time and person', () => {
    const { booking, book } = salonOfTwo()
    const id = book(tomorrow('10:00'), {}, ['Ana', 'Rui'])
    tellEverybody()
    const [mail] = letters('marta@example.test')
    expect(mail?.subject).toMatch(/^Confirmed: Cut and Colour at Harbour Salon/)
    expect(mail?.text).toMatch(/Cut\s+10:00–10:45 with Ana[\s\S]*Colour\s+11:00–12:30 with Rui/)
    const letter = read((db) => letterFor(db, booking(id)))
    const file = letter && calendarEntry(letter, theMorning).content.replaceAll(/\r\n /g, '')
    expect(file).toContain('SUMMARY:Cut and Colour · Harbour Salon')
    expect(file).toMatch(/10:00–10:45 Cut\\, Ana\\n11:00–12:30 Colour\\, Rui/)
  })
})

describe('moved together', () => {
  test('across itself by a quarter of an hour, with its order, gap and people', () => {
    const { booking, book, move, salon } = salonOfTwo({ people: ['Ana'] })
    const id = book(tomorrow('10:00'))
    expect(move(id, tomorrow('10:15'))).toMatchObject({ ok: true, value: { outcome: 'moved' } })
    expect(times(booking(id))).toEqual([['10:15', '11:00'], ['11:15', '12:45']])
    expect(read((db) => stepsOf(db, id))[0]).toMatchObject({ what: 'moved', fromStartsAt: at(tomorrow('10:00')), toStartsAt: at(tomorrow('10:15')) })
    expect(clashes(salon.owner.businessId)).toEqual([{ n: 0 }])
  })

  test('not at all where one of them does not fit, and then everything is where it was', () => {
    const { booking, book, move, salon, cut } = salonOfTwo({ people: ['Ana'] })
    const id = book(tomorrow('10:00'))
    salon.book(cut, tomorrow('14:00'), { who: 'Other' })
    expect(move(id, tomorrow('12:45'))).toMatchObject({ ok: false, refusal: { kind: 'taken' } })
    expect(times(booking(id))).toEqual([['10:00', '10:45'], ['11:00', '12:30']])
    expect(rows('SELECT count(*) AS n FROM allocations WHERE released_at IS NULL')).toEqual([{ n: 6 }])
  })

  test('an item of another booking, and one named twice, are refused', () => {
    const { booking, book, salon } = salonOfTwo()
    const [id, other] = [book(tomorrow('09:00')), book(tomorrow('13:00'))]
    const [mine] = booking(id).items
    const [theirs] = booking(other).items
    const to = { start: tomorrow('11:00'), staff: null, store: null }
    for (const items of [[], [{ itemId: theirs?.id ?? '', choice: to }], [{ itemId: mine?.id ?? '', choice: to }, { itemId: mine?.id ?? '', choice: to }]]) {
      expect(moveBooking(salon.customer(), { bookingId: id, items })).toEqual(refuse({ kind: 'unknown-booking' }))
    }
  })

  test('where one of them needs a yes the whole visit is asked for once, both times are kept, and granted or declined as one', () => {
    const { booking, book, move, salon, cut } = salonOfTwo({ approval: true, people: ['Ana'] })
    const id = book(tomorrow('10:00'))
    confirmBooking(salon.owner, id)
    expect(move(id, tomorrow('11:00'))).toMatchObject({ ok: true, value: { outcome: 'asked' } })
    expect(read((db) => openRequest(db, salon.owner.businessId, id, theMorning))).toMatchObject({ startsAt: at(tomorrow('11:00')), endsAt: at(tomorrow('13:30')), items: { length: 2 } })
    expect(times(booking(id))).toEqual([['10:00', '10:45'], ['11:00', '12:30']])
    expect(salon.tryToBook(cut, tomorrow('12:45'), { who: 'Between' }).ok).toBe(false)
    expect(declineMove(salon.owner, id, 'Full').ok).toBe(true)
    expect(rows("SELECT DISTINCT status, reason FROM change_requests")).toEqual([{ status: 'declined', reason: 'Full' }])
    expect(move(id, tomorrow('11:00')).ok).toBe(true)
    expect(grantMove(salon.owner, id)).toMatchObject({ ok: true, value: { status: 'confirmed', startsAt: at(tomorrow('11:00')) } })
    expect(times(booking(id))).toEqual([['11:00', '11:45'], ['12:00', '13:30']])
    expect(rows('SELECT count(*) AS n FROM allocations WHERE released_at IS NULL')).toEqual([{ n: 4 }])
  })
})

describe('one of them is cancelled', () => {
  test('its time is free, the others stay, and the booking follows what is left', () => {
    const { booking, book, salon, cut } = salonOfTwo({ people: ['Ana'] })
    const id = book(tomorrow('10:00'))
    const [first, second] = booking(id).items
    const answer = cancelItem(salon.customer(), id, first?.id ?? '', 'No time')
    expect(answer).toMatchObject({ ok: true, value: { startsAt: at(tomorrow('11:00')), status: 'confirmed', sequence: 1, totalMinor: 12_000 } })
    expect(booking(id)).toMatchObject({ startsAt: at(tomorrow('11:00')), endsAt: at(tomorrow('12:30')), items: [{ state: 'cancelled' }, { state: 'active' }] })
    expect(read((db) => stepsOf(db, id))[0]).toMatchObject({ what: 'item-cancelled', item: 'Cut', reason: 'No time' })
    expect(rows("SELECT type FROM events WHERE type LIKE 'booking%' ORDER BY id DESC LIMIT 1")).toEqual([{ type: 'booking.item-cancelled' }])
    expect(rows("SELECT action FROM audit WHERE action LIKE 'bookings%' ORDER BY id DESC LIMIT 1")).toEqual([{ action: 'bookings.item.cancel' }])
    salon.book(cut, tomorrow('10:00'), { who: 'Next' })
    expect(cancelItem(salon.customer(), id, first?.id ?? '', null)).toEqual(refuse({ kind: 'unknown-booking' }))
    // The last of them is the booking.
    expect(cancelItem(salon.customer(), id, second?.id ?? '', null)).toMatchObject({ ok: true, value: { status: 'cancelled' } })
  })

  test('the customer hears what stays, and so does whoever leads the house', () => {
    const { booking, book, salon } = salonOfTwo()
    installWorld({ 'bookings.read-all': ['owner', 'manager'] })
    const id = book(tomorrow('10:00'), {}, ['Ana', 'Rui'])
    tellEverybody()
    expect(cancelItem(salon.owner, id, booking(id).items[1]?.id ?? '', 'We are out of colour').ok).toBe(true)
    tellEverybody()
    const mail = letters('marta@example.test').at(-1)
    expect(mail?.subject).toMatch(/^Cancelled: Colour at Harbour Salon; still on: Cut/)
    expect(mail?.text).toContain('We are out of colour')
    expect(mail?.text).toMatch(/No longer charged\s+−€120\.00/)
    expect(letters().filter(({ template }) => template.startsWith('member-')).map(({ template }) => template)).toEqual(['member-placed'])
    // What a member did is not told to them.
    const again = book(tomorrow('13:00'))
    expect(cancelItem(salon.customer(), again, booking(again).items[0]?.id ?? '', null).ok).toBe(true)
    tellEverybody()
    expect(letters().find(({ template }) => template === 'member-item-cancelled')?.subject).toBe('Cancelled: Cut of Marta; still on: Colour, Wed 4 Nov 2026, 14:00')
  })

  test('a customer can until the visit begins, the business later too; a request to move it is withdrawn', () => {
    const { booking, book, move, salon } = salonOfTwo({ approval: true })
    const id = book(tomorrow('10:00'))
    confirmBooking(salon.owner, id)
    expect(move(id, tomorrow('12:00')).ok).toBe(true)
    const second = booking(id).items[1]?.id ?? ''
    expect(cancelItem(salon.customer(at(tomorrow('10:00'))), id, second, null)).toEqual(refuse({ kind: 'already-started' }))
    expect(cancelItem(salon.at(at(tomorrow('10:30'))), id, second, 'Broken lamp').ok).toBe(true)
    expect(rows('SELECT DISTINCT status FROM change_requests')).toEqual([{ status: 'withdrawn' }])
    expect(times(booking(id))[0]).toEqual(['10:00', '10:45'])
  })

  test('the money is what the page said: by the notice of the item, under the policy that was booked', () => {
    const { booking, book, salon } = salonOfTwo()
    savePolicy(salon.owner, null, { name: 'A day', isDefault: true, tiers: [{ hoursBefore: 24, percent: 100 }, { hoursBefore: 2, percent: 50 }], fees: 'by-tier', taxes: 'by-tier', noShowPercent: 0 })
    const id = book('2026-11-06T10:00Z')
    const { saleId } = booking(id)
    takePayment(salon.owner, { saleId, method: 'cash', amountMinor: 16_500 })
    // The visit is less than a day away; the colour an hour more.
    const ctx = salon.customer(at('2026-11-05T10:30Z'))
    const [cut, colour] = booking(id).items
    const told = (item: BookingItem | undefined) => item && read((db) => itemSettlement(db, ctx, booking(id), item))
    expect(told(cut)).toMatchObject({ priceMinor: 4500, feeMinor: 2250, refundMinor: 2250 })
    expect(told(colour)).toMatchObject({ priceMinor: 12_000, feeMinor: 0, refundMinor: 12_000, paidMinor: 16_500, dueMinor: 0 })
    expect(cancelItem(ctx, id, cut?.id ?? '', null).ok).toBe(true)
    expect(read((db) => saleById(db, salon.owner.businessId, saleId))).toMatchObject({ refundDueMinor: 2250, dueMinor: 0, voidedAt: null })
    expect(cancelBooking(ctx, id, null).ok).toBe(true)
    expect(read((db) => saleById(db, salon.owner.businessId, saleId))).toMatchObject({ refundedMinor: 2250 + 12_000, dueMinor: 0 })
    expect(read((db) => receivableOf(db, saleId))).toBe(0)
    expect(read(sumOfEverything).every(({ sumMinor }) => sumMinor === 0)).toBe(true)
  })

  test('nobody else’s item', () => {
    const { book, booking } = salonOfTwo()
    const id = book(tomorrow('10:00'))
    const stranger = new Salon({ name: 'Other' })
    expect(cancelItem(stranger.owner, id, booking(id).items[0]?.id ?? '', 'Mine')).toEqual(refuse({ kind: 'unknown-booking' }))
  })
})

test('no sequence of visits, moves and cancellations of parts lets two claims overlap or leaves one behind', () => {
  const act = fc.record({ what: fc.constantFrom('book', 'book', 'move', 'drop', 'cancel'), slot: fc.nat(28), which: fc.nat(20), who: fc.constantFrom('Ana', 'Rui', null), other: fc.constantFrom('Ana', 'Rui', null) })
  fc.assert(
    fc.property(fc.array(act, { maxLength: 20 }), (acts) => {
      const { salon, cut, colour, booking, move } = salonOfTwo()
      const placed: string[] = []
      for (const { what, slot, which, who, other } of acts) {
        const start = at(tomorrow('09:00')) + slot * 15 * minute
        const id = placed[which % Math.max(1, placed.length)]
        const person = (name: string | null) => (name === null ? null : (salon.people[name] ?? null))
        if (what === 'book') {
          const answer = placeBooking(salon.customer(), salon.visit(start, [{ service: cut, staff: person(who) }, { service: colour, staff: person(other) }], { who: `W${placed.length}` }))
          if (answer.ok) placed.push(answer.value.id)
        } else if (id && what === 'move') {
          if (read((db) => movingVisit(db, booking(id)))) move(id, formatInstant(start))
        } else if (id && what === 'drop') {
          cancelItem(salon.customer(), id, booking(id).items[which % 2]?.id ?? '', null)
        } else if (id) cancelBooking(salon.customer(), id, null)
      }
      expect(clashes(salon.owner.businessId)).toEqual([{ n: 0 }])
      const items = rows<{ n: number }>("SELECT count(*) AS n FROM booking_items i JOIN bookings b ON b.id = i.booking_id WHERE i.state = 'active' AND b.status = 'confirmed' AND b.business_id = ?", salon.owner.businessId)[0]?.n ?? 0
      expect(rows('SELECT count(*) AS n FROM allocations WHERE released_at IS NULL AND business_id = ?', salon.owner.businessId)).toEqual([{ n: 2 * items }])
      const wrong = rows(
        `SELECT b.id FROM bookings b WHERE b.business_id = ? AND b.status = 'confirmed' AND (b.starts_at <> (SELECT min(starts_at) FROM booking_items WHERE booking_id = b.id AND state = 'active')
           OR b.ends_at <> (SELECT max(ends_at) FROM booking_items WHERE booking_id = b.id AND state = 'active'))`, salon.owner.businessId)
      expect(wrong).toEqual([])
    }),
    { numRuns: 25 },
  )
})

test('reminders are of the start that is left', () => {
  const { booking, book, salon } = salonOfTwo()
  const id = book('2026-11-06T10:00Z')
  tellEverybody()
  expect(cancelItem(salon.customer(), id, booking(id).items[0]?.id ?? '', null).ok).toBe(true)
  tellEverybody()
  expect(rows("SELECT due_at FROM reminders WHERE kind = 'hour-before' AND dropped_at IS NULL")).toEqual([{ due_at: at('2026-11-06T11:00Z') - hour }])
})
