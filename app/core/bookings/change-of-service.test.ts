import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { day, hour, minute } from '~/kernel/time'
import { read } from '~/platform/database.server'
import { letters } from '../../../tests/world/notifications'
import { Till, withStripe } from '../../../tests/world/till'
import { change, rows, theMorning, withDatabase } from '../../../tests/world/world'
import type { Service } from '~/domains/appointments/index.server'
import { saleAsRead, takePayment } from '../sales/index.server'
import { cancelBooking, declineMove, grantMove, moveBooking, previewMove, type ItemMove } from './index.server'

withDatabase()
const stripe = withStripe()

const visit = '2026-11-06T10:00Z'
const later = '2026-11-06T13:00Z'
const inFull = { kind: 'in-full' } as const
const deposit = { kind: 'deposit', percent: 30, restDays: null } as const
const onArrival = { kind: 'on-arrival' } as const

function open(terms: ConstructorParameters<typeof Till>[1]) {
  const till = new Till(stripe, terms)
  const service = (title: string, priceMinor: number, more = {}) => till.salon.service({ title, priceMinor, ...more })
  return { till, cut: service('Cut', 4500), colour: service('Colour', 6000), fringe: service('Fringe', 1500), perm: service('Perm', 9000, { approval: true }) }
}

const to = (till: Till, bookingId: string, service: Service, start = later): { bookingId: string; items: ItemMove[] } => ({
  bookingId, items: [{ itemId: till.booking(bookingId).items[0]?.id ?? '', listingId: service.listing.id, choice: { start, staff: null, store: null } }],
})
const asRead = (till: Till, bookingId: string) => read((db) => saleAsRead(db, till.owner.businessId, till.booking(bookingId).saleId))
const preview = (till: Till, bookingId: string, service: Service) => read((db) => previewMove(db, till.customer, to(till, bookingId, service)))
const outcome = (moved: ReturnType<typeof moveBooking>) => (moved.ok ? moved.value.outcome : moved.refusal)

describe('what is paid on arrival', () => {
  test('becomes dearer and cheaper at once, and what is due with it', async () => {
    const { till, cut, colour, fringe } = open(onArrival)
    const { id } = till.salon.book(cut, visit)
    expect(preview(till, id, colour)).toMatchObject({ beforeMinor: 4500, afterMinor: 6000, dueMinor: 6000, refundMinor: 0, payFirst: null })
    expect(outcome(moveBooking(till.customer, to(till, id, colour)))).toBe('moved')
    expect(till.booking(id)).toMatchObject({ totalMinor: 6000, items: [{ title: 'Colour', listingSlug: 'colour' }] })
    expect(till.sale(id)).toMatchObject({ dueMinor: 6000, refundedMinor: 0 })
    await till.expectRightBooks(id)
    takePayment(till.owner, { saleId: till.sale(id).id, method: 'cash', amountMinor: 6000 })
    expect(preview(till, id, fringe)).toMatchObject({ dueMinor: 0, refundMinor: 4500 })
    moveBooking(till.customer, to(till, id, fringe, visit))
    expect(till.sale(id)).toMatchObject({ dueMinor: 0, refundedMinor: 4500, refunds: [{ cause: 'overpaid', paymentId: null }] })
    await till.expectRightBooks(id)
  })

  test('keeps its price when it only moves, whatever it costs by now', async () => {
    const { till, cut } = open(onArrival)
    const { id } = till.salon.book(cut, visit)
    change('UPDATE listings SET price_minor = 9900 WHERE id = ?', cut.listing.id)
    expect(preview(till, id, cut)).toMatchObject({ beforeMinor: 4500, afterMinor: 4500, dueMinor: 4500 })
    moveBooking(till.customer, to(till, id, cut))
    expect(till.sale(id).totalMinor).toBe(4500)
  })
})

describe('what was paid by card', () => {
  test('becomes dearer once the difference is paid, and stays as it is until then', async () => {
    const { till, cut, colour } = open(inFull)
    const { id } = till.salon.book(cut, visit)
    await till.pay(id)
    expect(preview(till, id, colour)).toMatchObject({ payFirst: { missingMinor: 1500 } })
    expect(outcome(moveBooking(till.customer, to(till, id, colour)))).toBe('to-pay')
    await till.round()
    expect(till.booking(id)).toMatchObject({ status: 'confirmed', items: [{ title: 'Cut' }] })
    expect(till.salon.tryToBook(cut, later, { who: 'Nuno', staff: null, now: Date.now() }).ok).toBe(false)
    await till.pay(id)
    expect(till.booking(id)).toMatchObject({ totalMinor: 6000, items: [{ title: 'Colour', startsAt: Date.parse('2026-11-06T13:00:00Z') }] })
    expect(till.sale(id)).toMatchObject({ paidMinor: 6000, refundedMinor: 0, dueMinor: 0, aheadMinor: 0 })
    expect(rows("SELECT 1 FROM allocations WHERE released_at IS NULL AND expires_at IS NOT NULL")).toEqual([])
    expect(till.salon.tryToBook(cut, visit, { who: 'Nuno', staff: null, now: Date.now() }).ok).toBe(true)
    await till.expectRightBooks(id)
  })

  test('becomes cheaper at once, and the difference goes back to the card', async () => {
    const { till, colour, fringe } = open(inFull)
    const { id } = till.salon.book(colour, visit)
    await till.pay(id)
    expect(preview(till, id, fringe)).toMatchObject({ refundMinor: 4500, payFirst: null })
    expect(outcome(moveBooking(till.customer, to(till, id, fringe)))).toBe('moved')
    await till.round()
    expect(till.sale(id)).toMatchObject({ paidMinor: 6000, refundedMinor: 4500, refundDueMinor: 0, dueMinor: 0 })
    expect((await till.books()).refunds.map(({ amount }) => amount)).toEqual([4500])
    await till.expectRightBooks(id)
  })

  test('a deposit grows with the price, and what is left stays due on arrival', async () => {
    const { till, cut, colour } = open(deposit)
    const { id } = till.salon.book(cut, visit)
    await till.pay(id)
    expect(preview(till, id, colour)).toMatchObject({ payFirst: { missingMinor: 1800 - 1350 } })
    moveBooking(till.customer, to(till, id, colour))
    await till.pay(id)
    expect(till.sale(id)).toMatchObject({ paidMinor: 1800, dueMinor: 4200 })
    await till.expectRightBooks(id)
    // And goes back with the rest.
    cancelBooking(till.owner, id, 'Closed')
    await till.round()
    expect(till.sale(id)).toMatchObject({ refundedMinor: 1800, refundDueMinor: 0, dueMinor: 0 })
    await till.expectRightBooks(id)
  })

  test('what is not paid in time is not kept, and the visit stays what it was', async () => {
    const { till, cut, colour } = open(inFull)
    const { id } = till.salon.book(cut, visit)
    await till.pay(id)
    moveBooking(till.customer, to(till, id, colour))
    const session = await till.page(id)
    till.wait(33 * minute)
    await till.round()
    expect(till.booking(id)).toMatchObject({ status: 'confirmed', items: [{ title: 'Cut' }] })
    expect((await till.books()).sessions.find((one) => one.id === session)?.status).toBe('expired')
    expect(till.salon.tryToBook(cut, later, { who: 'Nuno', now: Date.now() }).ok).toBe(true)
    await till.expectRightBooks(id)
  })

  test('money for it that comes too late goes back, once, and the customer is told', async () => {
    const { till, cut, colour } = open(inFull)
    const { id } = till.salon.book(cut, visit)
    await till.pay(id)
    moveBooking(till.customer, to(till, id, colour))
    await till.tell({ mode: 'webhook', how: 'lost' })
    await till.tell({ mode: 'fail', at: 'POST /v1/checkout/sessions/:id/expire' })
    await till.tell({ mode: 'fail', at: 'GET /v1/checkout/sessions/:id' })
    const session = await till.page(id)
    await till.stripe.press({ id: session }, 'pay')
    till.wait(33 * minute)
    await till.round()
    await till.tell({ mode: 'work' })
    await till.land(session)
    till.wait(hour)
    await till.round()
    expect(till.booking(id)).toMatchObject({ status: 'confirmed', items: [{ title: 'Cut' }] })
    expect(till.sale(id)).toMatchObject({ paidMinor: 6000, refundedMinor: 1500, refundDueMinor: 0, dueMinor: 0 })
    expect(letters('marta@example.test').at(-1)?.subject).toMatch(/^Your money comes back/)
    await till.expectRightBooks(id)
  })

  test('is asked for once it is paid, and what was paid for it goes back when the business says no', async () => {
    const { till, cut, perm } = open(inFull)
    const { id } = till.salon.book(cut, visit)
    await till.pay(id)
    expect(outcome(moveBooking(till.customer, to(till, id, perm)))).toBe('to-pay')
    expect(grantMove(till.owner, id).ok).toBe(false)
    await till.pay(id)
    expect(till.booking(id).items[0]?.title).toBe('Cut')
    expect(till.sale(id)).toMatchObject({ owedMinor: -4500, refundedMinor: 0 })
    expect(declineMove(till.owner, id, 'Not that day').ok).toBe(true)
    await till.round()
    expect(till.sale(id)).toMatchObject({ owedMinor: 0, refundedMinor: 4500, refundDueMinor: 0, refunds: [{ cause: 'called-off' }] })
    await till.expectRightBooks(id)

    moveBooking(till.customer, to(till, id, perm))
    await till.pay(id)
    expect(grantMove(till.owner, id).ok).toBe(true)
    expect(till.booking(id)).toMatchObject({ totalMinor: 9000, items: [{ title: 'Perm' }] })
    expect(till.sale(id)).toMatchObject({ owedMinor: 0, aheadMinor: 0 })
    await till.expectRightBooks(id)
  })

  test('and is cancelled while a change is paid gives everything back that was paid', async () => {
    const { till, cut, perm } = open(inFull)
    const { id } = till.salon.book(cut, visit)
    await till.pay(id)
    moveBooking(till.customer, to(till, id, perm))
    await till.pay(id)
    cancelBooking(till.owner, id, 'Ill')
    till.wait(day)
    await till.round()
    expect(till.sale(id)).toMatchObject({ paidMinor: 9000, refundedMinor: 9000, refundDueMinor: 0, dueMinor: 0 })
    await till.expectRightBooks(id)
  })
})

test('through any changes the books add up, and what is charged is what it is', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.record({ what: fc.nat(3), pays: fc.boolean() }), { minLength: 1, maxLength: 6 }), fc.constantFrom(inFull, deposit, onArrival), async (changes, terms) => {
      vi.setSystemTime(theMorning)
      const { till, cut, colour, fringe, perm } = open(terms)
      const services = [cut, colour, fringe, perm]
      const { id, held } = till.salon.book(cut, visit)
      if (held) await till.pay(id)
      for (const { what, pays } of changes) {
        const moved = moveBooking(till.customer, to(till, id, services[what] ?? cut))
        if (moved.ok && moved.value.outcome === 'to-pay' && pays) await till.pay(id)
        grantMove(till.owner, id)
        till.wait(40 * minute)
        await till.round()
        const sale = till.sale(id)
        expect(sale.totalMinor - sale.reversedMinor).toBe(till.booking(id).totalMinor)
        expect(till.booking(id).totalMinor).toBe(services.find(({ listing }) => listing.id === till.booking(id).items[0]?.listingId)?.listing.priceMinor)
        expect(sale.owedMinor).toBeGreaterThanOrEqual(0)
        // What people read is only what is charged now, and adds up to the same.
        const shown = asRead(till, id)
        expect(shown?.lines.every(({ title, kind }) => kind === 'tax' || title === till.booking(id).items[0]?.title)).toBe(true)
        expect(shown?.lines.reduce((sum, { amountMinor }) => sum + amountMinor, 0)).toBe(till.booking(id).totalMinor)
        expect(shown).toMatchObject({ totalMinor: till.booking(id).totalMinor, reversedMinor: 0, letGoMinor: 0, dueMinor: sale.dueMinor })
        await till.expectRightBooks(id)
      }
    }),
    { numRuns: 12 },
  )
})
