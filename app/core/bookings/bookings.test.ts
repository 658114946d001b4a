import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { refuse } from '~/kernel/result'
import { hour, minute } from '~/kernel/time'
import { read } from '~/platform/database.server'
import { saleById, takePayment, undoPayment } from '../sales/index.server'
import { at, Salon } from '../../../tests/world/salon'
import { rows, theMorning, withDatabase } from '../../../tests/world/world'
import { reassignItem } from './reassign-item.server'
import {
  bookingById, cancelBooking, completeBooking, completeBookings, confirmBooking, declineBooking, declineMove, expireUnanswered, grantMove, markNoShow, moveBooking,
  openRequest, placeBooking, stepsOf,
} from './index.server'

withDatabase()

const tomorrow = (time: string) => `2026-11-04T${time}Z`

describe('placing', () => {
  test('one transaction writes booking, item, sale, lines, claims, history, audit and event', () => {
    const salon = new Salon()
    const placed = salon.book(salon.service(), tomorrow('10:00'))
    const booking = read((db) => bookingById(db, salon.owner.businessId, placed.id))
    expect(booking).toMatchObject({ status: 'confirmed', startsAt: at(tomorrow('10:00')), endsAt: at(tomorrow('10:45')), totalMinor: 4500, currency: 'EUR', contactName: 'Marta' })
    expect(booking?.reference).toMatch(/^AP-[2-9A-Z]{6}$/)
    expect(rows('SELECT starts_at, ends_at FROM allocations')).toEqual(Array(2).fill({ starts_at: at(tomorrow('10:00')), ends_at: at(tomorrow('10:55')) }))
    expect(rows('SELECT kind, amount_minor FROM sale_lines ORDER BY position')).toEqual([{ kind: 'item', amount_minor: 3659 }, { kind: 'tax', amount_minor: 841 }])
    expect(rows("SELECT type FROM events WHERE type LIKE 'booking%'")).toEqual([{ type: 'booking.placed' }])
    expect(rows("SELECT action FROM audit WHERE action LIKE 'bookings%'")).toEqual([{ action: 'bookings.booking.place' }])
    expect(read((db) => stepsOf(db, placed.id)).map((step) => step.what)).toEqual(['placed'])
  })

  test('a visit that would run into the buffer of another is refused with the three nearest times, and leaves nothing behind', () => {
    const salon = new Salon()
    const cut = salon.service()
    salon.book(cut, tomorrow('12:00'))
    const before = rows('SELECT count(*) AS n FROM contacts')
    const answer = salon.tryToBook(cut, tomorrow('12:45'), { who: 'Zé' })
    expect(answer).toMatchObject({ ok: false, refusal: { kind: 'taken', item: 0 } })
    const alternatives = !answer.ok && answer.refusal.kind === 'taken' ? answer.refusal.alternatives.map((choice) => choice.start) : []
    expect(alternatives).toEqual([tomorrow('13:00'), tomorrow('13:15'), tomorrow('13:30')])
    expect(rows('SELECT count(*) AS n FROM contacts')).toEqual(before)
    expect(rows("SELECT count(*) AS n FROM events WHERE type = 'booking.placed'")).toEqual([{ n: 1 }])
  })

  test('two people share one chair: the second waits for it although they are free', () => {
    const salon = new Salon({ chairs: 1 })
    const cut = salon.service()
    salon.book(cut, tomorrow('10:00'), { staff: salon.people.Ana ?? null })
    expect(salon.tryToBook(cut, tomorrow('10:15'), { staff: salon.people.Rui ?? null }).ok).toBe(false)
    const roomy = new Salon({ name: 'Roomy', chairs: 2 })
    const trim = roomy.service()
    roomy.book(trim, tomorrow('10:00'), { staff: roomy.people.Ana ?? null })
    expect(roomy.tryToBook(trim, tomorrow('10:15'), { staff: roomy.people.Rui ?? null }).ok).toBe(true)
  })

  test('"anyone" goes to who has the fewest minutes that day, then to who was booked least recently', () => {
    const salon = new Salon({ chairs: 3, people: ['Ana', 'Rui', 'Zita'] })
    const cut = salon.service()
    salon.book(cut, tomorrow('09:00'), { staff: salon.people.Ana ?? null, now: theMorning })
    salon.book(cut, tomorrow('09:00'), { staff: salon.people.Rui ?? null, now: theMorning + minute })
    salon.book(cut, tomorrow('11:00'), { staff: salon.people.Zita ?? null, now: theMorning + 2 * minute })
    salon.book(cut, tomorrow('13:00'), { staff: salon.people.Zita ?? null, now: theMorning + 3 * minute })
    const placed = salon.book(cut, tomorrow('15:00'))
    expect(read((db) => bookingById(db, salon.owner.businessId, placed.id))?.items[0]?.staffName).toBe('Ana')
  })

  test('the same key with the same choice and contact is the same booking; with anything else it is refused', () => {
    const salon = new Salon()
    const cut = salon.service()
    const order = salon.order(cut, tomorrow('10:00'), { key: 'again' })
    const first = placeBooking(salon.customer(), order)
    expect(placeBooking(salon.customer(), order)).toEqual({ ok: true, value: expect.objectContaining({ id: first.ok && first.value.id }) })
    expect(placeBooking(salon.customer(), { ...order, contact: { ...order.contact, email: 'someone@else.test' } })).toEqual(refuse({ kind: 'key-used' }))
    expect(rows('SELECT count(*) AS n FROM bookings')).toEqual([{ n: 1 }])
  })

  test('a key is kept only with a booking: a refused post may be sent again with it', () => {
    const salon = new Salon()
    const cut = salon.service()
    expect(salon.tryToBook(cut, tomorrow('08:00'), { key: 'retry' }).ok).toBe(false)
    expect(salon.tryToBook(cut, tomorrow('10:00'), { key: 'retry' }).ok).toBe(true)
  })

  test.each([
    ['off the grid', tomorrow('10:07'), 'not-a-time'],
    ['outside the hours', tomorrow('20:00'), 'not-a-time'],
    ['past closing time', tomorrow('16:30'), 'not-a-time'],
    ['in the past', '2026-11-02T10:00Z', 'past'],
    ['beyond the window', '2027-03-01T10:00Z', 'too-far'],
    ['within the notice', '2026-11-03T10:00Z', 'too-soon'],
    ['no instant at all', 'tomorrow', 'not-a-time'],
  ])('a start %s is refused', (_, start, kind) => {
    const salon = new Salon()
    expect(salon.tryToBook(salon.service({ noticeMinutes: 120 }), start)).toMatchObject({ ok: false, refusal: { kind } })
  })

  test('somebody who does not offer it, an unknown person and a paused service are not offered; a person may have to be chosen', () => {
    const salon = new Salon()
    const onlyAna = salon.service({ staffIds: [salon.people.Ana ?? ''] })
    expect(salon.tryToBook(onlyAna, tomorrow('10:00'), { staff: salon.people.Rui ?? null })).toMatchObject({ ok: false, refusal: { kind: 'not-offered' } })
    const must = salon.service({ title: 'Consultation', staffChoice: 'must' })
    expect(salon.tryToBook(must, tomorrow('10:00'))).toMatchObject({ ok: false, refusal: { kind: 'choose-person' } })
    const byOne = salon.service({ title: 'Colour', staffChoice: 'must', staffIds: [salon.people.Ana ?? ''] })
    expect(salon.tryToBook(byOne, tomorrow('12:00')).ok, 'there is nobody to choose between').toBe(true)
    const other = new Salon({ name: 'Other' })
    expect(placeBooking(other.customer(), other.order(onlyAna, tomorrow('10:00')))).toEqual(refuse({ kind: 'not-offered' }))
  })

  test('a required question wants an answer, and only one that it offers', () => {
    const salon = new Salon()
    const cut = salon.service({ questions: [{ id: null, label: 'How long is your hair?', hint: null, kind: 'choice', required: true, options: ['Short', 'Long'] }] })
    const [question] = rows<{ id: string }>('SELECT id FROM questions')
    const order = salon.order(cut, tomorrow('10:00'))
    const answering = (answers: Record<string, string>) => placeBooking(salon.customer(), { ...order, items: order.items.map((item) => ({ ...item, answers })) })
    expect(answering({})).toMatchObject({ ok: false, refusal: { kind: 'answer-missing', label: 'How long is your hair?' } })
    expect(answering({ [question?.id ?? '']: 'Blue' })).toMatchObject({ ok: false, refusal: { kind: 'answer-not-offered' } })
    expect(answering({ [question?.id ?? '']: 'Long' }).ok).toBe(true)
    expect(rows('SELECT label, answer FROM answers')).toEqual([{ label: 'How long is your hair?', answer: 'Long' }])
  })

  test('somebody with five requests open waits for an answer first', () => {
    const salon = new Salon()
    const colour = salon.service({ approval: true })
    for (const time of ['09:00', '10:00', '11:00', '12:00', '13:00']) salon.book(colour, tomorrow(time))
    expect(salon.tryToBook(colour, tomorrow('14:00'))).toEqual(refuse({ kind: 'too-many-open', open: 5 }))
    expect(salon.tryToBook(colour, tomorrow('14:00'), { who: 'Joana' }).ok).toBe(true)
  })

  test('places are taken one by one until none is left', () => {
    const bar = new Salon()
    const table = bar.service({ staffChoice: 'places', seats: 2 })
    expect([1, 2, 3].map((n) => bar.tryToBook(table, tomorrow('10:00'), { who: `Guest${n}` }).ok)).toEqual([true, true, false])
  })
})

describe('answering', () => {
  const asked = () => {
    const salon = new Salon()
    const colour = salon.service({ approval: true })
    return { salon, colour, placed: salon.book(colour, tomorrow('10:00')) }
  }

  test('what needs a yes is pending for 24 hours, at the latest until it starts, and holds its time meanwhile', () => {
    const { salon, colour, placed } = asked()
    expect(read((db) => bookingById(db, salon.owner.businessId, placed.id))).toMatchObject({ status: 'pending', answerBy: theMorning + 24 * hour })
    const soon = salon.book(colour, '2026-11-03T12:00Z', { who: 'Soon' })
    expect(read((db) => bookingById(db, salon.owner.businessId, soon.id))?.answerBy).toBe(at('2026-11-03T12:00Z'))
    expect(salon.tryToBook(colour, tomorrow('10:00'), { who: 'Late' }).ok).toBe(false)
  })

  test('confirmed, it stays; declined with a reason, its time is free and nothing is owed', () => {
    const { salon, colour, placed } = asked()
    expect(declineBooking(salon.owner, placed.id, 'Ana is away').ok).toBe(true)
    expect(read((db) => bookingById(db, salon.owner.businessId, placed.id))).toMatchObject({ status: 'declined', reason: 'Ana is away', answerBy: null })
    const again = salon.book(colour, tomorrow('10:00'))
    expect(confirmBooking(salon.owner, again.id).ok).toBe(true)
    expect(confirmBooking(salon.owner, again.id)).toEqual(refuse({ kind: 'not-from-here', status: 'confirmed' }))
    expect(rows('SELECT count(*) AS n FROM sales WHERE voided_at IS NOT NULL')).toEqual([{ n: 1 }])
  })

  test('an answer that comes too late is refused, and the job ends the request once', () => {
    const { salon, placed } = asked()
    const late = theMorning + 24 * hour
    expect(confirmBooking(salon.at(late), placed.id)).toEqual(refuse({ kind: 'answer-too-late' }))
    expect(expireUnanswered({ now: late, atMost: 10 })).toBe(1)
    expect(expireUnanswered({ now: late, atMost: 10 })).toBe(0)
    expect(rows('SELECT count(*) AS n FROM allocations WHERE released_at IS NULL')).toEqual([{ n: 0 }])
  })

  test("another business's booking is not there", () => {
    const { placed } = asked()
    const other = new Salon({ name: 'Other' })
    expect(confirmBooking(other.owner, placed.id)).toEqual(refuse({ kind: 'unknown-booking' }))
    expect(rows('SELECT status FROM bookings')).toEqual([{ status: 'pending' }])
  })
})

describe('moving', () => {
  test('a visit moves by a quarter of an hour across itself, and keeps its price and reference', () => {
    const salon = new Salon({ people: ['Ana'] })
    const placed = salon.book(salon.service(), tomorrow('10:00'))
    const itemId = rows<{ id: string }>('SELECT id FROM booking_items')[0]?.id ?? ''
    const moved = moveBooking(salon.customer(), { bookingId: placed.id, items: [{ itemId, choice: { start: tomorrow('10:15'), staff: null, store: null } }] })
    expect(moved).toMatchObject({ ok: true, value: { outcome: 'moved', booking: { reference: placed.reference, totalMinor: 4500, sequence: 1 } } })
    expect(rows('SELECT DISTINCT starts_at FROM allocations WHERE released_at IS NULL')).toEqual([{ starts_at: at(tomorrow('10:15')) }])
  })

  test('a move onto somebody else is refused with what is free, and changes nothing', () => {
    const salon = new Salon({ people: ['Ana'] })
    const cut = salon.service()
    const placed = salon.book(cut, tomorrow('10:00'))
    salon.book(cut, tomorrow('12:00'), { who: 'Other' })
    const itemId = rows<{ id: string }>('SELECT id FROM booking_items ORDER BY starts_at')[0]?.id ?? ''
    const answer = moveBooking(salon.customer(), { bookingId: placed.id, items: [{ itemId, choice: { start: tomorrow('12:15'), staff: null, store: null } }] })
    expect(answer).toMatchObject({ ok: false, refusal: { kind: 'taken', alternatives: { length: 3 } } })
    expect(rows('SELECT count(*) AS n FROM allocations WHERE released_at IS NULL AND starts_at = ?', at(tomorrow('10:00')))).toEqual([{ n: 2 }])
  })

  test('what the business approved moves only when it says yes: until then both times are kept', () => {
    const salon = new Salon({ people: ['Ana'] })
    const colour = salon.service({ approval: true })
    const placed = salon.book(colour, tomorrow('10:00'))
    confirmBooking(salon.owner, placed.id)
    const itemId = rows<{ id: string }>('SELECT id FROM booking_items')[0]?.id ?? ''
    const to = (start: string) => moveBooking(salon.customer(), { bookingId: placed.id, items: [{ itemId, choice: { start, staff: null, store: null } }] })
    expect(to(tomorrow('10:30'))).toMatchObject({ ok: true, value: { outcome: 'asked' } })
    expect(salon.tryToBook(colour, tomorrow('11:15'), { who: 'Between' }).ok).toBe(false)
    expect(declineMove(salon.owner, placed.id, 'No').ok).toBe(true)
    expect(to(tomorrow('12:00'))).toMatchObject({ ok: true, value: { outcome: 'asked' } })
    expect(grantMove(salon.owner, placed.id)).toMatchObject({ ok: true, value: { startsAt: at(tomorrow('12:00')), status: 'confirmed' } })
    expect(rows('SELECT DISTINCT starts_at FROM allocations WHERE released_at IS NULL')).toEqual([{ starts_at: at(tomorrow('12:00')) }])
    expect(read((db) => openRequest(db, salon.owner.businessId, placed.id, theMorning))).toBeNull()
  })

  test('a move that nobody answers runs out, and the booking stays where it was', () => {
    const salon = new Salon({ people: ['Ana'] })
    const placed = salon.book(salon.service({ approval: true }), tomorrow('10:00'))
    confirmBooking(salon.owner, placed.id)
    const itemId = rows<{ id: string }>('SELECT id FROM booking_items')[0]?.id ?? ''
    moveBooking(salon.customer(), { bookingId: placed.id, items: [{ itemId, choice: { start: tomorrow('12:00'), staff: null, store: null } }] })
    expect(expireUnanswered({ now: theMorning + 25 * hour, atMost: 10 })).toBe(1)
    expect(rows('SELECT status FROM change_requests')).toEqual([{ status: 'expired' }])
    expect(rows('SELECT DISTINCT starts_at FROM allocations WHERE released_at IS NULL')).toEqual([{ starts_at: at(tomorrow('10:00')) }])
  })
})

test('an item is given only to somebody who does what it promises', () => {
  const salon = new Salon()
  const placed = salon.book(salon.service({ staffIds: [salon.people.Ana ?? ''] }), tomorrow('10:00'))
  const itemId = rows<{ id: string }>('SELECT id FROM booking_items')[0]?.id ?? ''
  expect(reassignItem(salon.owner, { bookingId: placed.id, itemId, staffId: salon.people.Rui ?? '' })).toEqual(refuse({ kind: 'unknown-person' }))
})

describe('ending', () => {
  test('a customer calls off until the start, the business at any time; what was claimed is free', () => {
    const salon = new Salon()
    const placed = salon.book(salon.service(), tomorrow('10:00'))
    expect(cancelBooking(salon.customer(at(tomorrow('10:00'))), placed.id, null)).toEqual(refuse({ kind: 'already-started' }))
    expect(cancelBooking(salon.customer(), placed.id, 'Ill').ok).toBe(true)
    expect(rows('SELECT count(*) AS n FROM allocations WHERE released_at IS NULL')).toEqual([{ n: 0 }])
  })

  test('it is completed or missed only once it has started, and completes itself a day after its end', () => {
    const salon = new Salon()
    const placed = salon.book(salon.service(), tomorrow('10:00'))
    expect(completeBooking(salon.owner, placed.id)).toEqual(refuse({ kind: 'not-started' }))
    expect(markNoShow(salon.owner, placed.id)).toEqual(refuse({ kind: 'not-started' }))
    const due = at(tomorrow('10:45')) + 24 * hour
    expect(completeBookings({ now: due - 1, atMost: 10 })).toBe(0)
    expect(completeBookings({ now: due, atMost: 10 })).toBe(1)
    expect(read((db) => bookingById(db, salon.owner.businessId, placed.id))?.status).toBe('completed')
  })

  test('money taken by hand is marked, never beyond what is due, and undone with a reason', () => {
    const salon = new Salon()
    const placed = salon.book(salon.service(), tomorrow('10:00'))
    const saleId = read((db) => bookingById(db, salon.owner.businessId, placed.id))?.saleId ?? ''
    const due = () => read((db) => saleById(db, salon.owner.businessId, saleId))?.dueMinor
    const taken = takePayment(salon.owner, { saleId, method: 'cash', amountMinor: 2000 })
    expect(due()).toBe(2500)
    expect(takePayment(salon.owner, { saleId, method: 'cash', amountMinor: 2501 })).toEqual(refuse({ kind: 'more-than-due', dueMinor: 2500 }))
    expect(undoPayment(salon.owner, taken.ok ? taken.value : '', 'Wrong guest').ok).toBe(true)
    expect(due()).toBe(4500)
  })
})

test('no sequence of bookings, moves and cancellations lets two visits overlap', () => {
  const act = fc.record({ what: fc.constantFrom('book', 'move', 'cancel'), slot: fc.nat(30), which: fc.nat(20), who: fc.constantFrom('Ana', 'Rui', null) })
  fc.assert(
    fc.property(fc.array(act, { maxLength: 25 }), (acts) => {
      const salon = new Salon({ name: `Salon ${Math.random()}`, chairs: 2 })
      const cut = salon.service()
      const placed: string[] = []
      for (const { what, slot, which, who } of acts) {
        const start = at(tomorrow('09:00')) + slot * 15 * minute
        const staff = who === null ? null : (salon.people[who] ?? null)
        const id = placed[which % Math.max(1, placed.length)]
        if (what === 'book') {
          const answer = salon.tryToBook(cut, start, { staff, who: `W${placed.length}` })
          if (answer.ok) placed.push(answer.value.id)
        } else if (id && what === 'cancel') {
          cancelBooking(salon.customer(), id, null)
        } else if (id) {
          const itemId = read((db) => bookingById(db, salon.owner.businessId, id))?.items[0]?.id ?? ''
          moveBooking(salon.customer(), { bookingId: id, items: [{ itemId, choice: { start: new Date(start).toISOString().slice(0, 16) + 'Z', staff, store: null } }] })
        }
      }
      const clashes = rows<{ n: number }>(
        `SELECT count(*) AS n FROM allocations a JOIN allocations b ON a.resource_id = b.resource_id AND a.id < b.id AND a.released_at IS NULL AND b.released_at IS NULL
           AND a.starts_at < b.ends_at AND b.starts_at < a.ends_at WHERE a.business_id = ?`, salon.owner.businessId)
      expect(clashes).toEqual([{ n: 0 }])
      const open = rows<{ n: number }>("SELECT count(*) AS n FROM bookings WHERE business_id = ? AND status = 'confirmed'", salon.owner.businessId)[0]?.n ?? 0
      expect(rows('SELECT count(*) AS n FROM allocations WHERE released_at IS NULL AND business_id = ?', salon.owner.businessId)).toEqual([{ n: 2 * open }])
    }),
    { numRuns: 25 },
  )
})
