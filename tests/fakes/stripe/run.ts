// Plays Stripe until it is stopped: tsx tests/fakes/stripe/run.ts --state <file> [--port <n>] [--app <origin>] [--with-parent]
import { env } from '~/platform/env.server'
import { play } from '../play'
import { startStripe } from './stripe'

await play(({ app, ...played }) => {
  const { STRIPE_KEY: key, STRIPE_WEBHOOK_SECRET: webhookSecret } = env()
  return startStripe({ ...played, ...(app ? { app } : {}), ...(key ? { key } : {}), ...(webhookSecret ? { webhookSecret } : {}) })
})
