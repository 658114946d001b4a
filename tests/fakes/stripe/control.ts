import * as z from 'zod'
import type { Account } from './account'
import { settleRefund } from './refunds'
import { ruleShape } from './rules'
import type { Delivery, Kept } from './store'

/** Everything that was charged, given back and told, the oldest first. */
export interface Books {
  readonly sessions: Kept['session'][]
  readonly intents: Kept['intent'][]
  readonly charges: Kept['charge'][]
  readonly refunds: Kept['refund'][]
  readonly events: Kept['event'][]
  readonly deliveries: Delivery[]
}

const settling = z.strictObject({ refund: z.string(), status: z.enum(['succeeded', 'failed']) })
const resending = z.strictObject({ event: z.string(), signature: z.enum(['right', 'broken']).default('right') })

/** What tests and people tell the stand-in, and ask of it; none of this is Stripe's. */
export function answerControl(account: Account, asked: string, body: string): { status: number; body: object } {
  switch (asked) {
    case 'GET /__books':
      return { status: 200, body: books(account) }
    case 'POST /__control':
      return told(ruleShape, body, (rule) => account.store.transact(() => account.addRule(rule)))
    case 'POST /__refund':
      return told(settling, body, ({ refund, status }) => account.act(null, () => settleRefund(account, refund, status)))
    case 'POST /__webhook':
      return told(resending, body, ({ event, signature }) => resend(account, event, signature))
    default:
      return { status: 404, body: { message: `The stand-in does not know ${asked}.` } }
  }
}

function books(account: Account): Books {
  const { store } = account
  return store.transact(() => ({
    sessions: store.all('session').reverse(),
    intents: store.all('intent').reverse(),
    charges: store.all('charge').reverse(),
    refunds: store.all('refund').reverse(),
    events: store.all('event').reverse(),
    deliveries: store.all('delivery').reverse(),
  }))
}

function resend(account: Account, id: string, signature: Delivery['signature']): boolean {
  const event = account.store.get('event', id)
  if (event) account.deliver(event, signature)
  return event !== undefined
}

function told<Shape extends z.ZodType>(shape: Shape, body: string, act: (input: z.output<Shape>) => unknown): { status: number; body: object } {
  const read = shape.safeParse(jsonOf(body))
  if (!read.success) return { status: 422, body: { errors: read.error.issues } }
  return act(read.data) === false ? { status: 409, body: { message: 'There is no such thing, or it has ended already.' } } : { status: 200, body: { told: read.data } }
}

function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}
