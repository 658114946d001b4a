import { randomBytes } from 'node:crypto'
import Stripe from 'stripe'
import { scopeOf, type EndpointName, type FaultRule, type RefundRule, type Rule, type WebhookRule } from './rules'
import type { Delivery, KeptEvent, Store } from './store'

const deliveriesApart = 60

/** Who caused what happens: a request with its key, or nobody, when time did. */
export type Cause = KeptEvent['request']

/** One Stripe account: what it keeps, its clock, and what it tells by webhook. */
export class Account {
  private told: KeptEvent[] = []
  private cause: Cause = null

  constructor(
    readonly store: Store,
    readonly now: () => number,
    /** The origin of its payment pages. */
    readonly origin: () => string,
    private readonly hasEndpoint: boolean,
  ) {}

  /** The clock in seconds, as Stripe's objects have it. */
  seconds(): number {
    return Math.floor(this.now() / 1000)
  }

  newId(prefix: string): string {
    return `${prefix}_${randomBytes(12).toString('hex')}`
  }

  /** Runs one act whole or not at all; what it announces goes out with it. */
  act<T>(cause: Cause, work: () => T): T {
    return this.store.transact(() => {
      this.told = []
      this.cause = cause
      const done = work()
      this.send(this.told)
      return done
    })
  }

  /** Tells the world, with the object as it is now. */
  announce(type: string, object: KeptEvent['data']['object']): void {
    const event: KeptEvent = {
      id: this.newId('evt'),
      object: 'event',
      api_version: Stripe.API_VERSION,
      created: this.seconds(),
      data: { object },
      livemode: false,
      pending_webhooks: this.hasEndpoint ? 1 : 0,
      request: this.cause,
      type,
    }
    this.store.put('event', event.id, event)
    this.told.push(event)
  }

  addRule(rule: Rule): void {
    if (rule.mode === 'work' && rule.at === undefined) {
      for (const kept of this.store.all('rule')) if (!['refund', 'webhook'].includes(kept.rule.mode)) this.store.forget('rule', scopeOf(kept.rule))
    } else if (rule.mode === 'work') this.store.forget('rule', scopeOf(rule))
    else this.store.put('rule', scopeOf(rule), { rule, left: 'times' in rule ? (rule.times ?? null) : null })
  }

  /** The fault for one request, counted as used once. */
  faultAt(endpoint: EndpointName | 'POST /c/pay/:id'): FaultRule | undefined {
    const rule = this.useRule(`fault ${endpoint}`) ?? this.useRule('fault *')
    return rule && rule.mode !== 'work' && rule.mode !== 'refund' && rule.mode !== 'webhook' ? rule : undefined
  }

  refundRule(): RefundRule | undefined {
    const rule = this.useRule('refund')
    return rule?.mode === 'refund' ? rule : undefined
  }

  /** Sends an event again, on its way at once. */
  deliver(event: KeptEvent, signature: Delivery['signature'], due = Date.now()): void {
    const id = this.newId('whd')
    this.store.put('delivery', id, { id, event: event.id, type: event.type, signature, state: 'waiting', tries: 0, status: null }, due)
  }

  // Ways are paced by real time: the clock of a test may stand still.
  private send(events: readonly KeptEvent[]): void {
    if (!this.hasEndpoint) return
    const start = Date.now()
    events.forEach((event, at) => {
      const rule = this.webhookRule(event.type)
      if (rule?.how === 'lost') return
      const late = rule?.how === 'late' ? rule.ms : rule?.how === 'reversed' ? (events.length - at) * deliveriesApart : 0
      this.deliver(event, rule?.how === 'broken-signature' ? 'broken' : 'right', start + late)
      if (rule?.how === 'twice') this.deliver(event, 'right', start + deliveriesApart)
    })
  }

  private webhookRule(type: string): WebhookRule | undefined {
    const rule = this.useRule(`webhook ${type}`) ?? this.useRule('webhook *')
    return rule?.mode === 'webhook' ? rule : undefined
  }

  private useRule(scope: string): Rule | undefined {
    const kept = this.store.get('rule', scope)
    if (!kept || kept.left === 0) return undefined
    if (kept.left !== null) this.store.put('rule', scope, { rule: kept.rule, left: kept.left - 1 })
    return kept.rule
  }
}
