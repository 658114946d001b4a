import type * as z from 'zod'
import type { Account } from './account'
import { createSession, expireSession, sessionNow } from './checkout'
import { expanded, pageOf } from './lists'
import { readParameters, shapes, type Nested } from './parameters'
import { noSuch, wrongParameter } from './refusal'
import { createRefund } from './refunds'
import { endpoints, type EndpointName } from './rules'

/** What one endpoint does with parameters that it has judged. Throws a Refusal. */
export type Work = (account: Account, id: string) => object

/** Judges the parameters at once, before any key is looked up; throws a Refusal. */
type Endpoint = (given: Nested) => Work

/** The endpoint of a request, with the id in its path. */
export function endpointAt(method: string, path: string): { name: EndpointName; id: string } | undefined {
  for (const name of endpoints) {
    const [verb, template = ''] = name.split(' ')
    const found = verb === method ? new RegExp(`^${template.replace(':id', '([^/]+)')}$`).exec(path) : null
    if (found) return { name, id: decodeURIComponent(found[1] ?? '') }
  }
  return undefined
}

/** Everything of Stripe's API that the stand-in plays. */
export const api: Readonly<Record<EndpointName, Endpoint>> = {
  'POST /v1/checkout/sessions': endpoint(shapes.newSession, (account, input) => expanded(account, createSession(account, input), input.expand)),
  'GET /v1/checkout/sessions': endpoint(shapes.sessions, (account, input) => {
    const { status, payment_intent: intent } = input
    const sessions = account.store.all('session').map(({ id }) => sessionNow(account, id))
    const fits = (session: (typeof sessions)[number]) => (!status || session.status === status) && (!intent || session.payment_intent === intent)
    return expanded(account, pageOf('/v1/checkout/sessions', sessions, input, fits), input.expand)
  }),
  'GET /v1/checkout/sessions/:id': endpoint(shapes.one, (account, input, id) => expanded(account, sessionNow(account, id), input.expand)),
  'POST /v1/checkout/sessions/:id/expire': endpoint(shapes.one, (account, input, id) => expanded(account, expireSession(account, id), input.expand)),
  'GET /v1/payment_intents/:id': endpoint(shapes.one, (account, input, id) =>
    expanded(account, known(account.store.get('intent', id), () => noSuch('payment_intent', id, 'intent')), input.expand),
  ),
  'POST /v1/refunds': endpoint(shapes.newRefund, (account, input) => expanded(account, createRefund(account, input), input.expand)),
  'GET /v1/refunds': endpoint(shapes.refunds, (account, input) => {
    const { payment_intent: intent, charge } = input
    const refunds = account.store.all('refund')
    const fits = (refund: (typeof refunds)[number]) => (!intent || refund.payment_intent === intent) && (!charge || refund.charge === charge)
    return expanded(account, pageOf('/v1/refunds', refunds, input, fits), input.expand)
  }),
  'GET /v1/refunds/:id': endpoint(shapes.one, (account, input, id) =>
    expanded(account, known(account.store.get('refund', id), () => noSuch('refund', id, 'refund')), input.expand),
  ),
  'GET /v1/events': endpoint(shapes.events, (account, input) => {
    const { type, types, delivery_success: delivered } = input
    if (type !== undefined && types !== undefined) throw wrongParameter('types', 'You may only specify one of these parameters: type, types.')
    const wanted = types ?? (type === undefined ? ['*'] : [type])
    const events = account.store.all('event')
    const fits = (event: (typeof events)[number]) =>
      wanted.some((one) => (one.endsWith('*') ? event.type.startsWith(one.slice(0, -1)) : event.type === one)) &&
      (delivered === undefined || delivered === (event.pending_webhooks === 0))
    return expanded(account, pageOf('/v1/events', events, input, fits), input.expand)
  }),
  'GET /v1/events/:id': endpoint(shapes.one, (account, input, id) =>
    expanded(account, known(account.store.get('event', id), () => noSuch('event', id, 'id')), input.expand),
  ),
}

function endpoint<Input>(shape: z.ZodType<Input>, work: (account: Account, input: Input, id: string) => object): Endpoint {
  return (given) => {
    const input = readParameters(shape, given)
    return (account, id) => work(account, input, id)
  }
}

function known<Thing>(thing: Thing | undefined, refusal: () => Error): Thing {
  if (thing === undefined) throw refusal()
  return thing
}
