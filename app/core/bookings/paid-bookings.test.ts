import { describe, expect, test } from 'vitest'
import { hour, minute } from '~/kernel/time'
import { at } from '../../../tests/world/salon'
import { letters } from '../../../tests/world/notifications'
import { Till, withStripe } from '../../../tests/world/till'
import { rows, withDatabase } from '../../../tests/world/world'
import { savePolicy } from '../pricing/index.server'
import { giveRefund, takePayment, undoPayment } from '../sales/index.server'
import { retryCardRefund } from '../payments/index.server'
import { cancelBooking, confirmBooking, declineBooking, markNoShow, moveBooking, payBooking } from './index.server'

withDatabase()
const stripe = withStripe()

const visit = '2026-11-06T10:00Z'
const deposit = { kind: 'deposit', percent: 30, restDays: null } as const
const inFull = { kind: 'in-full' } as const
const tiers = [{ hoursBefore: 48, percent: 100 }, { hoursBefore: 24, percent: 50 }]

function open(terms: ConstructorParameters<typeof Till>[1], service: Parameters<Till['salon']['service']>[0] = {}) {
  const till = new Till(stripe, terms)
  savePolicy(till.salon.owner, null, { name: 'Two days', tiers, fees: 'by-tier', taxes: 'by-tier', noShowPercent: 0, isDefault: true })
  return { till, service: till.salon.service({ priceMinor: 6000, ...service }) }
}

describe('a deposit', () => {
  test('is paid at once, keeps the time until then, and the rest is paid on arrival', async () => {
    const { till, service } = open(deposit)
    const booked = till.salon.book(service, visit)
    expect(booked.held).toBe(true)
    expect(till.booking(booked.id)).toMatchObject({ status: 'held', holdUntil: Date.now() + 30 * minute, afterHold: 'confirmed' })
    expect(till.sale(booked.id)).toMatchObject({ totalMinor: 6000, dueAtOnceMinor: 1800, paidMinor: 0 })
    expect(till.salon.tryToBook(service, visit, { who: 'Nuno', staff: null }).ok).toBe(false)

    await till.pay(booked.id)
    expect(till.booking(booked.id)).toMatchObject({ status: 'confirmed', holdUntil: null })
    expect(till.sale(booked.id)).toMatchObject({ paidMinor: 1800, dueMinor: 4200, payments: [{ method: 'card', cardBrand: 'visa', cardLast4: '4242' }] })
    expect(rows("SELECT expires_at FROM allocations WHERE released_at IS NULL AND expires_at IS NOT NULL")).toEqual([])
    expect(letters('marta@example.test').map(({ subject }) => subject)).toEqual([expect.stringMatching(/^Confirmed: Cut/)])
    await till.expectRightBooks(booked.id)

    expect(takePayment(till.owner, { saleId: till.sale(booked.id).id, method: 'cash', amountMinor: 4200 }).ok).toBe(true)
    expect(till.sale(booked.id).dueMinor).toBe(0)
    await till.expectRightBooks(booked.id)
  })

  test('asked for twice leads to the same page; the same form sent again to the same booking', async () => {
    const { till, service } = open(deposit)
    const booked = till.salon.book(service, visit)
    expect(await till.page(booked.id)).toBe(await till.page(booked.id))
    expect((await till.books()).sessions).toHaveLength(1)
  })

  test('is taken before the business approves, and goes back in full when it declines', async () => {
    const { till, service } = open(deposit, { approval: true })
    const { id } = till.salon.book(service, visit)
    expect(confirmBooking(till.owner, id).ok).toBe(false)
    await till.pay(id)
    expect(till.booking(id)).toMatchObject({ status: 'pending', answerBy: Date.now() + 24 * hour })
    expect(declineBooking(till.owner, id, 'We are full').ok).toBe(true)
    await till.round()
    expect(till.sale(id)).toMatchObject({ paidMinor: 1800, refundedMinor: 1800, refundDueMinor: 0, dueMinor: 0, refunds: [{ givenMethod: 'card', cause: 'called-off' }] })
    await till.expectRightBooks(id)
  })

  test('goes back in full when the business does not answer in time', async () => {
    const { till, service } = open(deposit, { approval: true })
    const { id } = till.salon.book(service, visit)
    await till.pay(id)
    till.wait(24 * hour)
    await till.round()
    expect(till.booking(id).status).toBe('expired')
    expect(till.sale(id)).toMatchObject({ refundedMinor: 1800, refundDueMinor: 0 })
    await till.expectRightBooks(id)
  })

  test('below what a card can be charged is raised to it; a price below it is paid on arrival', () => {
    const { till } = open(deposit)
    expect(till.sale(till.salon.book(till.salon.service({ title: 'Fringe', priceMinor: 100 }), visit).id).dueAtOnceMinor).toBe(50)
    const cheap = till.salon.book(till.salon.service({ title: 'Comb', priceMinor: 40 }), '2026-11-06T12:00Z')
    expect(cheap.held).toBe(false)
    expect(till.booking(cheap.id).status).toBe('confirmed')
  })

  test('is not asked for at the desk, nor of anybody where there is no price', () => {
    const { till, service } = open(deposit)
    expect(till.salon.book(service, visit, { channel: 'desk' }).held).toBe(false)
    expect(till.salon.book(till.salon.service({ title: 'Talk', priceMinor: null }), '2026-11-06T13:00Z').held).toBe(false)
  })
})

describe('who does not pay in time', () => {
  test('loses the time two minutes after the deadline, and the page is closed at Stripe at the deadline', async () => {
    const { till, service } = open(inFull)
    const { id } = till.salon.book(service, visit)
    const session = await till.page(id)
    till.wait(30 * minute - 1)
    expect((await payBooking(till.customer, id)).kind).toBe('page')
    till.wait(1)
    expect((await payBooking(till.customer, id)).kind).toBe('too-late')
    await till.round()
    expect(till.booking(id).status).toBe('held')
    expect((await till.books()).sessions.find((one) => one.id === session)?.status).toBe('expired')
    till.wait(2 * minute)
    await till.round()
    expect(till.booking(id).status).toBe('expired')
    expect(letters('marta@example.test').map(({ subject }) => subject)).toEqual([expect.stringMatching(/^Not paid: Cut/)])
    expect(till.salon.tryToBook(service, visit, { who: 'Nuno', now: Date.now() }).ok).toBe(true)
    await till.expectRightBooks(id)
  })

  test('but paid at the last moment, with a webhook that is late, keeps it', async () => {
    const { till, service } = open(inFull)
    await till.tell({ mode: 'webhook', how: 'lost' })
    const { id } = till.salon.book(service, visit)
    const session = await till.page(id)
    till.wait(30 * minute - 1)
    await till.stripe.press({ id: session }, 'pay')
    till.wait(minute)
    await till.round()
    expect(till.booking(id).status).toBe('confirmed')
    await till.expectRightBooks(id)
  })

  test('and whose money arrives after the hold gets all of it back, once, and is told, though the time is still free', async () => {
    const { till, service } = open(inFull)
    await till.tell({ mode: 'webhook', how: 'lost' })
    await till.tell({ mode: 'fail', at: 'POST /v1/checkout/sessions/:id/expire' })
    await till.tell({ mode: 'fail', at: 'GET /v1/checkout/sessions/:id' })
    const { id } = till.salon.book(service, visit)
    const session = await till.page(id)
    till.wait(30 * minute - 1)
    await till.stripe.press({ id: session }, 'pay')
    till.wait(3 * minute)
    await till.round()
    expect(till.booking(id).status).toBe('expired')
    await till.tell({ mode: 'work' })
    await till.land(session)
    await till.land(session)
    till.wait(hour)
    await till.round()
    expect(till.sale(id)).toMatchObject({ paidMinor: 6000, refundedMinor: 6000, refundDueMinor: 0, refunds: [{ cause: 'too-late', givenMethod: 'card' }] })
    expect((await till.books()).refunds).toHaveLength(1)
    expect(letters('marta@example.test').map(({ subject }) => subject)).toEqual([expect.stringMatching(/^Not paid/), expect.stringMatching(/^Your money comes back/)])
    await till.expectRightBooks(id)
  })

  test('and cancels meanwhile closes the page, and pays nothing', async () => {
    const { till, service } = open(inFull)
    const { id } = till.salon.book(service, visit)
    const session = await till.page(id)
    expect(cancelBooking(till.customer, id, null).ok).toBe(true)
    await till.round()
    expect((await till.books()).sessions.find((one) => one.id === session)?.status).toBe('expired')
    expect((await payBooking(till.customer, id)).kind).toBe('nothing-due')
    await till.expectRightBooks(id)
  })

  test('cannot move what is only held', () => {
    const { till, service } = open(inFull)
    const { id } = till.salon.book(service, visit)
    const [item] = till.booking(id).items
    const choice = { start: '2026-11-06T12:00Z', staff: null, store: null }
    expect(moveBooking(till.customer, { bookingId: id, items: [{ itemId: item?.id ?? '', choice }] })).toMatchObject({ ok: false, refusal: { kind: 'not-from-here' } })
  })
})

describe('cancelling what was paid by card', () => {
  test.each([
    ['two days before, all paid', inFull, 48, 6000],
    ['a day before, all paid', inFull, 24, 3000],
    ['an hour before, all paid', inFull, 1, 0],
    ['two days before, with the deposit only', deposit, 48, 1800],
    ['a day before, with the deposit only', deposit, 24, 0],
  ])('%s', async (_, terms, hours, back) => {
    const { till, service } = open(terms)
    const { id } = till.salon.book(service, visit)
    await till.pay(id)
    till.wait(at(visit) - hours * hour - Date.now())
    expect(cancelBooking(till.customer, id, null).ok).toBe(true)
    await till.round()
    expect(till.sale(id)).toMatchObject({ refundedMinor: back, refundDueMinor: 0, dueMinor: 0 })
    expect((await till.books()).refunds.map(({ amount, status }) => ({ amount, status }))).toEqual(back > 0 ? [{ amount: back, status: 'succeeded' }] : [])
    await till.expectRightBooks(id)
  })

  test('what was paid on arrival goes back by hand, what was paid by card to the card', async () => {
    const { till, service } = open(deposit)
    const { id } = till.salon.book(service, visit)
    await till.pay(id)
    takePayment(till.owner, { saleId: till.sale(id).id, method: 'cash', amountMinor: 4200 })
    expect(cancelBooking(till.owner, id, 'Closed that day').ok).toBe(true)
    await till.round()
    const { refunds } = till.sale(id)
    expect(refunds.map(({ amountMinor, givenMethod }) => ({ amountMinor, givenMethod }))).toEqual([{ amountMinor: 1800, givenMethod: 'card' }, { amountMinor: 4200, givenMethod: null }])
    expect(giveRefund(till.owner, refunds[0]?.id ?? '', 'cash').ok).toBe(false)
    expect(giveRefund(till.owner, refunds[1]?.id ?? '', 'cash').ok).toBe(true)
    await till.expectRightBooks(id)
  })

  test('who does not come loses what the policy says of what was paid', async () => {
    const { till, service } = open(deposit)
    const { id } = till.salon.book(service, visit)
    await till.pay(id)
    till.wait(at(visit) + hour - Date.now())
    expect(markNoShow(till.owner, id).ok).toBe(true)
    await till.round()
    expect(till.sale(id)).toMatchObject({ paidMinor: 1800, refundedMinor: 0, dueMinor: 0 })
    await till.expectRightBooks(id)
  })

  test('a payment by card is no mark that could be taken back', async () => {
    const { till, service } = open(inFull)
    const { id } = till.salon.book(service, visit)
    await till.pay(id)
    expect(undoPayment(till.owner, till.sale(id).payments[0]?.id ?? '', 'A mistake')).toMatchObject({ ok: false, refusal: { kind: 'unknown-payment' } })
  })
})

describe('a refund to the card', () => {
  async function cancelled() {
    const { till, service } = open(inFull)
    const { id } = till.salon.book(service, visit)
    await till.pay(id)
    expect(cancelBooking(till.customer, id, null).ok).toBe(true)
    return { till, id }
  }

  test('that stays pending is due until Stripe says that it came', async () => {
    const { till, id } = await cancelled()
    await till.tell({ mode: 'refund', outcome: 'pending' })
    await till.round()
    expect(till.sale(id)).toMatchObject({ refundDueMinor: 6000 })
    const [refund] = (await till.books()).refunds
    await till.stripe.tell('/__refund', { refund: refund?.id, status: 'succeeded' })
    till.wait(hour)
    await till.round()
    expect(till.sale(id)).toMatchObject({ refundDueMinor: 0, refunds: [{ givenMethod: 'card' }] })
    await till.expectRightBooks(id)
  })

  /** Given back, and then not, days later; answers the refund. */
  async function failed() {
    const world = await cancelled()
    const { till, id } = world
    await till.round()
    const [refund] = (await till.books()).refunds
    await till.stripe.tell('/__refund', { refund: refund?.id, status: 'failed' })
    await till.fetch()
    await till.round()
    return { ...world, refundId: till.sale(id).refunds[0]?.id ?? '' }
  }

  test('that fails after it succeeded is due again, is shown, and comes with the next try', async () => {
    const { till, id, refundId } = await failed()
    expect(till.sale(id)).toMatchObject({ refundDueMinor: 6000, refunds: [{ givenAt: null, failedAt: Date.now() }] })
    await till.expectRightBooks(id)
    expect(retryCardRefund(till.owner, refundId).ok).toBe(true)
    expect(retryCardRefund(till.owner, refundId).ok).toBe(false)
    await till.round()
    expect(till.sale(id)).toMatchObject({ refundDueMinor: 0, refunds: [{ givenMethod: 'card', failedAt: null }] })
    await till.expectRightBooks(id)
  })

  test('that failed may be given by hand instead, and is then not tried again', async () => {
    const { till, id, refundId } = await failed()
    expect(giveRefund(till.owner, refundId, 'transfer').ok).toBe(true)
    expect(retryCardRefund(till.owner, refundId).ok).toBe(false)
    await till.round()
    expect(till.sale(id)).toMatchObject({ refundDueMinor: 0, refunds: [{ givenMethod: 'transfer' }] })
    await till.expectRightBooks(id)
  })
})
