import { describe, expect, test } from 'vitest'
import { day, minute } from '~/kernel/time'
import { until } from '../../../tests/fakes/stripe/stripe-under-test'
import { letters } from '../../../tests/world/notifications'
import { Till, withStripe } from '../../../tests/world/till'
import { rows, withDatabase } from '../../../tests/world/world'
import { receiveWebhook } from '../payments/stripe-events.server'
import { cancelBooking, payBooking } from './index.server'

withDatabase()
const stripe = withStripe()

const deposit = { kind: 'deposit', percent: 30, restDays: null } as const
const open = () => {
  const till = new Till(stripe, deposit)
  return { till, id: till.salon.book(till.salon.service({ priceMinor: 6000 }), '2026-11-06T10:00Z').id }
}

/** What is to be the same whatever the weather: money by kind and account, states, what the customer was told, and what Stripe has. */
async function outcome(till: Till, id: string) {
  const { intents, refunds } = await till.books()
  const { status } = till.booking(id)
  const { totalMinor, paidMinor, refundedMinor, refundDueMinor, dueMinor } = till.sale(id)
  await till.expectRightBooks(id)
  return {
    status, totalMinor, paidMinor, refundedMinor, refundDueMinor, dueMinor,
    books: rows<{ entry: string }>("SELECT concat_ws(' ', t.kind, e.account, e.amount_minor) AS entry FROM ledger_transactions t JOIN ledger_entries e ON e.transaction_id = t.id ORDER BY 1").map(({ entry }) => entry),
    told: letters('marta@example.test').map(({ subject }) => subject),
    charged: intents.filter((intent) => intent.status === 'succeeded').map(({ amount }) => amount),
    givenBack: refunds.filter((refund) => refund.status === 'succeeded').map(({ amount }) => amount),
  }
}

const calm = {
  books: [
    'payment-taken receivable -1800', 'payment-taken stripe-balance 1800', 'refund-given refunds-due 1800', 'refund-given stripe-balance -1800',
    'sale-closed receivable -4200', 'sale-closed refunds-due -1800', 'sale-closed revenue 4878', 'sale-closed tax-payable 1122',
    'sale-opened receivable 6000', 'sale-opened revenue -4878', 'sale-opened tax-payable -1122',
  ],
  status: 'cancelled', totalMinor: 6000, paidMinor: 1800, refundedMinor: 1800, refundDueMinor: 0, dueMinor: 0, charged: [1800], givenBack: [1800],
  told: [expect.stringMatching(/^Confirmed/), expect.stringMatching(/^Cancelled/)],
}

/** From the booking to its deposit, and from its cancellation to the money that came back; nobody comes back from the payment page. */
async function payAndCancel(till: Till, id: string): Promise<void> {
  await till.stripe.press({ id: await till.page(id) }, 'pay')
  await settled(till, () => till.booking(id).status === 'confirmed')
  cancelBooking(till.customer, id, null)
  await settled(till, () => till.sale(id).refundDueMinor === 0)
}

/** Time goes by, and the jobs run. */
async function settled(till: Till, isSo: () => boolean): Promise<void> {
  await until(async () => {
    await till.round()
    if (isSo()) return true
    till.wait(20_000)
    await till.fetch()
    return false
  })
  await till.round()
}

describe('webhooks', () => {
  test.each([
    ['right'], ['late'], ['twice'], ['reversed'], ['broken-signature'], ['lost'],
  ] as const)('%s: the books end as on a calm day', async (how) => {
    const { till, id } = open()
    await till.tell({ mode: 'webhook', how, ms: 50 })
    await payAndCancel(till, id)
    expect(await outcome(till, id)).toMatchObject(calm)
    // One that is told twice may be on its way for the second time.
    await settled(till, () => rows('SELECT 1 FROM stripe_events WHERE handled_at IS NULL').length === 0)
    expect(await outcome(till, id)).toMatchObject(calm)
  })

  test('what Stripe did not sign is stored nowhere', () => {
    expect(receiveWebhook('{"id":"evt_1","object":"event"}', 't=1,v1=00')).toBeNull()
    expect(receiveWebhook('not even JSON', null)).toBeNull()
    expect(rows('SELECT id FROM stripe_events')).toEqual([])
  })

  test('an event that is told again and again is one row, and does its work once', async () => {
    const { till, id } = open()
    await till.pay(id)
    const [event] = (await till.books()).events.filter(({ type }) => type === 'checkout.session.completed')
    for (let times = 0; times < 3; times += 1) await till.stripe.tell('/__webhook', { event: event?.id })
    await until(async () => (await till.books()).deliveries.filter(({ event: of }) => of === event?.id).length >= 4)
    await till.round()
    expect(rows('SELECT count(*) AS n FROM stripe_events WHERE id = ?', event?.id)).toEqual([{ n: 1 }])
    expect(rows('SELECT count(*) AS n FROM payments')).toEqual([{ n: 1 }])
    await till.expectRightBooks(id)
  })

  test('of things that are not ours are stored, and do nothing', async () => {
    const { till, id } = open()
    const other = await till.stripe.sdk.checkout.sessions.create({
      mode: 'payment', line_items: [{ price_data: { currency: 'eur', unit_amount: 900, product_data: { name: 'A candle' } }, quantity: 1 }], success_url: 'http://localhost:3000/', client_reference_id: 'elsewhere',
    })
    await till.stripe.press(other, 'pay')
    await settled(till, () => rows('SELECT 1 FROM stripe_events WHERE handled_at IS NOT NULL').length > 0)
    expect(rows('SELECT count(*) AS n FROM payments')).toEqual([{ n: 0 }])
    expect(till.booking(id).status).toBe('held')
  })
})

describe('Stripe fails', () => {
  const calls = ['POST /v1/checkout/sessions', 'GET /v1/checkout/sessions/:id', 'POST /v1/refunds', 'GET /v1/refunds', 'GET /v1/events'] as const
  const faults = [
    { mode: 'fail', when: 'before', times: 2 }, { mode: 'fail', when: 'after', times: 2 }, { mode: 'fail', when: 'after', times: 1, kept: true },
    { mode: 'cut', when: 'before', times: 3 }, { mode: 'cut', when: 'after', times: 3 },
  ] as const

  test.each(calls.flatMap((at) => faults.map((fault) => [at, `${fault.mode} ${fault.when}${'kept' in fault ? ', kept' : ''}`, fault] as const)))('at %s, %s', async (at, _, fault) => {
    const { till, id } = open()
    await till.tell({ mode: 'webhook', how: 'lost' })
    await till.tell({ ...fault, at })
    await paidInTheEnd(till, id)
    cancelBooking(till.customer, id, null)
    await settled(till, () => till.sale(id).refundDueMinor === 0)
    expect(await outcome(till, id)).toMatchObject(calm)
  })

  test.each([['POST /v1/checkout/sessions', 'after'], ['GET /v1/checkout/sessions/:id', 'before'], ['POST /v1/refunds', 'after']] as const)('at %s with silence %s the work', async (at, when) => {
    const { till, id } = open()
    await till.tell({ mode: 'silent', at, when, times: 1 })
    await paidInTheEnd(till, id)
    cancelBooking(till.customer, id, null)
    await settled(till, () => till.sale(id).refundDueMinor === 0)
    expect(await outcome(till, id)).toMatchObject(calm)
  })

  test('when a page is closed at the deadline: it is closed with the next try', async () => {
    const { till, id } = open()
    const session = await till.page(id)
    await till.tell({ mode: 'fail', at: 'POST /v1/checkout/sessions/:id/expire', times: 2 })
    till.wait(30 * minute)
    await settled(till, () => till.booking(id).status === 'expired')
    await settled(till, () => rows("SELECT 1 FROM checkouts WHERE state = 'open'").length === 0)
    expect((await till.books()).sessions.find((one) => one.id === session)?.status).toBe('expired')
  })

  test('for longer than the hold: whoever had no page is not charged, and a day later nothing is left to do', async () => {
    const { till, id } = open()
    await till.tell({ mode: 'fail', at: 'POST /v1/checkout/sessions' })
    expect(await payBooking(till.customer, id)).toEqual({ kind: 'unknown' })
    till.wait(33 * minute)
    await till.round()
    await till.tell({ mode: 'work' })
    till.wait(day)
    await till.round()
    expect(till.booking(id).status).toBe('expired')
    expect(rows("SELECT count(*) AS n FROM checkouts WHERE state IN ('asked', 'open')")).toEqual([{ n: 0 }])
    expect((await till.books()).intents).toEqual([])
  })

  test('a call that comes too late for its page to open is made anew with another key', async () => {
    const { till, id } = open()
    await till.tell({ mode: 'fail', at: 'POST /v1/checkout/sessions', times: 2 })
    expect((await payBooking(till.customer, id)).kind).toBe('unknown')
    till.wait(5 * minute)
    expect((await payBooking(till.customer, id)).kind).toBe('page')
    expect(rows<{ key: string; expires: number }>('SELECT key, expires_at - asked_at AS expires FROM checkouts ORDER BY asked_at').map(({ expires }) => expires)).toEqual([31 * minute, 31 * minute])
  })

  /** The customer presses the button until there is a page, and pays on it. */
  async function paidInTheEnd(till: Till, id: string): Promise<void> {
    let session = ''
    await until(async () => {
      const answer = await payBooking(till.customer, id)
      if (answer.kind === 'page') session = answer.url.split('/').pop() ?? ''
      return session !== ''
    })
    await till.stripe.press({ id: session }, 'pay')
    await settled(till, () => till.booking(id).status === 'confirmed')
  }
})
