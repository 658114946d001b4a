// Plays Stripe until it is stopped: tsx tests/fakes/stripe/run.ts --state <file> [--port <n>] [--app <origin>] [--with-parent]
import { parseArgs } from 'node:util'
import { now } from '~/platform/clock.server'
import { env, EnvError } from '~/platform/env.server'
import { startStripe, type StripeOptions } from './stripe'

const { values } = parseArgs({
  options: { port: { type: 'string', default: '0' }, state: { type: 'string' }, app: { type: 'string' }, 'with-parent': { type: 'boolean', default: false } },
})

try {
  if (!values.state) throw new Error('--state must name the file in which the stand-in keeps its state')
  const { STRIPE_KEY: key, STRIPE_WEBHOOK_SECRET: webhookSecret } = env()
  const stripe = await openAt(Number(values.port), {
    stateFile: values.state,
    now,
    ...(values.app ? { app: values.app } : {}),
    ...(key ? { key } : {}),
    ...(webhookSecret ? { webhookSecret } : {}),
  })
  console.log(stripe.url)
  const stop = () => void stripe.close().then(() => process.exit(0))
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
  // However the parent ends, its end of the pipe closes.
  if (values['with-parent']) process.stdin.once('end', stop).once('error', stop).resume()
} catch (error) {
  console.error(error instanceof EnvError ? error.message : error)
  process.exit(1)
}

// A payment page should be where it was before a restart; where somebody else is there now, any other place will do.
async function openAt(port: number, options: Omit<StripeOptions, 'port'>) {
  try {
    return await startStripe({ port, ...options })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
    return startStripe({ port: 0, ...options })
  }
}
