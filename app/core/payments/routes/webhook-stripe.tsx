import { webhook } from '~/platform/guarded.server'
import { handleEvent, receiveWebhook } from '../stripe-events.server'

const secondsToWait = 3

// Once it is stored it is ours to see to: Stripe need not tell it again, whatever comes of it.
export const action = webhook(async ({ body, request }) => {
  const id = receiveWebhook(body, request.headers.get('Stripe-Signature'))
  if (id === null) return new Response(null, { status: 400 })
  await handleEvent(id, secondsToWait)
  return new Response(null, { status: 204 })
})
