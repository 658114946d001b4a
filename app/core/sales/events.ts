import * as z from 'zod'
import { defineEvent } from '~/platform/outbox/events'

const payment = z.object({ paymentId: z.string(), saleId: z.string(), method: z.string(), amountMinor: z.number(), currency: z.string() })

/** Money was taken for a sale. */
export const paymentTaken = defineEvent({ type: 'payment.taken', version: 1, payload: payment })

/** A payment that was marked turned out not to be one. */
export const paymentUndone = defineEvent({ type: 'payment.undone', version: 1, payload: payment })

const refund = z.object({ refundId: z.string(), saleId: z.string(), amountMinor: z.number(), currency: z.string() })

/** Money goes back: from now on it is due to the customer. */
export const refundMade = defineEvent({ type: 'refund.made', version: 1, payload: refund })

/** A refund has reached the customer: given by hand, or by Stripe. */
export const refundGiven = defineEvent({ type: 'refund.given', version: 1, payload: refund })

/** A refund that was due is due no more. */
export const refundWithdrawn = defineEvent({ type: 'refund.withdrawn', version: 1, payload: refund })

/** Stripe could not give a refund back, at once or days after it said that it had: it is due again. */
export const refundFailed = defineEvent({ type: 'refund.failed', version: 1, payload: refund })

/** A sale ended before its time: nothing more is owed. */
export const saleClosed = defineEvent({ type: 'sale.closed', version: 1, payload: z.object({ saleId: z.string() }) })
