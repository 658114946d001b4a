import { createHmac } from 'node:crypto'
import type { Account } from './account'
import { expireDueSessions } from './checkout'
import { failDueRefunds } from './refunds'
import type { Delivery } from './store'

const pause = 100
const longestAnswer = 8000
const mostTries = 12

interface Endpoint {
  readonly url: string
  readonly secret: string
}

/** Does what time brings: ends sessions and refunds, and delivers webhooks, each again until it is taken. */
export class Courier {
  private timer: NodeJS.Timeout | undefined
  private readonly stop = new AbortController()
  private round: Promise<void> = Promise.resolve()
  private busy = false

  constructor(
    private readonly account: Account,
    private readonly endpoint: Endpoint | undefined,
  ) {}

  start(): void {
    this.timer = setInterval(() => this.wake(), pause)
    this.wake()
  }

  /** Looks at once whether anything is due. */
  wake(): void {
    if (this.busy || this.stop.signal.aborted) return
    this.busy = true
    this.round = this.goRound().finally(() => (this.busy = false))
  }

  async close(): Promise<void> {
    clearInterval(this.timer)
    this.stop.abort()
    await this.round
  }

  private async goRound(): Promise<void> {
    this.account.act(null, () => {
      expireDueSessions(this.account)
      failDueRefunds(this.account)
    })
    if (!this.endpoint) return
    for (let next = this.take(); next && !this.stop.signal.aborted; next = this.take()) await this.deliver(next, this.endpoint)
  }

  // Whoever takes it has it for as long as a try may last; if that process dies, another tries again.
  private take(): Delivery | undefined {
    const { store } = this.account
    return store.transact(() => {
      const [next] = store.due('delivery', Date.now(), 1)
      if (next) store.put('delivery', next.id, next, Date.now() + longestAnswer + 2000)
      return next
    })
  }

  private async deliver(delivery: Delivery, endpoint: Endpoint): Promise<void> {
    const { store } = this.account
    const event = store.get('event', delivery.event)
    if (!event) return
    const payload = JSON.stringify(event, null, 2)
    const secret = delivery.signature === 'right' ? endpoint.secret : `${endpoint.secret} of somebody else`
    const status = await this.post(endpoint.url, payload, signatureOf(payload, secret, this.account.seconds()))
    if (status === null && this.stop.signal.aborted) return
    const tried = { ...delivery, tries: delivery.tries + 1, status }
    store.transact(() => {
      if (status !== null && status >= 200 && status < 300) {
        store.put('delivery', delivery.id, { ...tried, state: 'delivered' })
        store.put('event', event.id, { ...event, pending_webhooks: 0 })
      } else if (delivery.signature === 'broken' || tried.tries >= mostTries) store.put('delivery', delivery.id, { ...tried, state: 'failed' })
      else store.put('delivery', delivery.id, tried, Date.now() + Math.min(10_000, 200 * 2 ** delivery.tries))
    })
  }

  private async post(url: string, body: string, signature: string): Promise<number | null> {
    try {
      const answer = await fetch(url, {
        method: 'POST',
        redirect: 'manual',
        headers: { 'Content-Type': 'application/json; charset=utf-8', 'Stripe-Signature': signature, 'User-Agent': 'Stripe/1.0 (+https://stripe.com/docs/webhooks)' },
        body,
        signal: AbortSignal.any([this.stop.signal, AbortSignal.timeout(longestAnswer)]),
      })
      await answer.arrayBuffer()
      return answer.status
    } catch {
      return null
    }
  }
}

/** The Stripe-Signature header: https://docs.stripe.com/webhooks#verify-manually. `seconds`: when it is sent. */
export function signatureOf(payload: string, secret: string, seconds: number): string {
  return `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.${payload}`).digest('hex')}`
}
