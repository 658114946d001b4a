import * as z from 'zod'
import { defineEvent } from '~/platform/outbox/events'

const payment = z.object({ paymentId: z.string(), saleId: z.string(), method: z.string(), amountMinor: z.number(), currency: z.string() })

/** Money was taken for a sale. */
export const paymentTaken = defineEvent({ type: 'payment.taken', version: 1, payload: payment })

/** A payment that was marked turned out not to be one. */
export const paymentUndone = defineEvent({ type: 'payment.undone', version: 1, payload: payment })
