import type { Books } from '../fakes/stripe/control'
import { rowsIn } from './house'

// What must hold of the money in a file and at Stripe, told apart from the product: plain SQL on one side, the stand-in's books on the other.

interface Taken {
  readonly intent: string
  readonly amount: number
  readonly email: string
  readonly status: string
  /** What of the payment the house says has gone back. */
  readonly back: number
}

/** Everything that waits for a job, in the house and on Stripe's way to it. */
export function waitingIn(database: string, { deliveries }: Books): Readonly<Record<string, number>> {
  const [counts] = rowsIn<Record<string, number>>(
    database,
    `SELECT (SELECT count(*) FROM events WHERE fanned_out_at IS NULL) AS events,
       (SELECT count(*) FROM deliveries WHERE status = 'waiting') AS deliveries,
       (SELECT count(*) FROM mails WHERE status = 'waiting') AS mails,
       (SELECT count(*) FROM checkouts WHERE state IN ('asked', 'open')) AS checkouts,
       (SELECT count(*) FROM card_refunds WHERE state IN ('asked', 'pending')) AS refunds,
       (SELECT count(*) FROM stripe_events WHERE handled_at IS NULL) AS stripeEvents,
       (SELECT count(*) FROM bookings WHERE status = 'held') AS held`,
  )
  return { ...counts, webhooks: deliveries.filter(({ state }) => state === 'waiting').length }
}

/** Bookings that were paid for by card, and what came of each payment. */
export function takenIn(database: string): Taken[] {
  return rowsIn(
    database,
    `SELECT p.payment_intent_id AS intent, p.amount_minor AS amount, b.contact_email AS email, b.status,
       (SELECT coalesce(sum(r.amount_minor), 0) FROM refunds r WHERE r.payment_id = p.id AND r.given_at IS NOT NULL) AS back
     FROM payments p JOIN bookings b ON b.sale_id = p.sale_id WHERE p.method = 'card'`,
  )
}

/** Everything that is wrong with the money, a sentence each; none where the house and Stripe say the same and nobody lost any. */
export function wrongsIn(database: string, { intents, refunds }: Books): string[] {
  const taken = takenIn(database)
  const charged = intents.filter(({ status }) => status === 'succeeded')
  const given = refunds.filter(({ status }) => status === 'succeeded')
  return [
    ...charged.flatMap(({ id, amount }) => {
      const rows = taken.filter(({ intent }) => intent === id)
      const back = given.filter(({ payment_intent }) => payment_intent === id)
      return [
        ...(rows.length === 1 && rows[0]?.amount === amount ? [] : [`${id} was charged ${amount}, and is ${JSON.stringify(rows)} in the house`]),
        ...(back.length > 1 ? [`${id} was refunded ${back.length} times`] : []),
        ...rows.flatMap((row) => lost(row, sumOf(back))),
      ]
    }),
    ...taken.filter(({ intent }) => !charged.some(({ id }) => id === intent)).map(({ intent }) => `${intent} was never charged`),
    ...wrongBooks(database, sumOf(charged) - sumOf(given)),
  ]
}

const standing = new Set(['pending', 'confirmed'])

// Whoever paid has a booking that stands, or all of it back.
function lost({ intent, amount, status, back }: Taken, given: number): string[] {
  const expected = standing.has(status) ? 0 : amount
  return given === expected && back === expected ? [] : [`${intent}: the booking is ${status}, Stripe gave back ${given} of ${amount}, and the house says ${back}`]
}

function wrongBooks(database: string, atStripe: number): string[] {
  const [books] = rowsIn<{ sum: number; stripe: number; refundsDue: number }>(
    database,
    `SELECT (SELECT sum(amount_minor) FROM ledger_entries) AS sum,
       (SELECT coalesce(sum(amount_minor), 0) FROM ledger_entries WHERE account = 'stripe-balance') AS stripe,
       (SELECT coalesce(sum(amount_minor), 0) FROM ledger_entries WHERE account = 'refunds-due') AS refundsDue`,
  )
  return [
    ...(books?.sum === 0 ? [] : [`the ledger sums to ${books?.sum}`]),
    ...(books?.stripe === atStripe ? [] : [`the house has ${books?.stripe} at Stripe, and Stripe has ${atStripe}`]),
    ...(books?.refundsDue === 0 ? [] : [`refunds of ${books?.refundsDue} are still due`]),
  ]
}

function sumOf(things: readonly { readonly amount: number }[]): number {
  return things.reduce((sum, { amount }) => sum + amount, 0)
}
