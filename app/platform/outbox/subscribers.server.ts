import type { Ctx } from '~/kernel/ctx'
import type { Db } from '../database.server'
import type { Envelope, EventKind } from './events'

/** Somebody who is told of every event of one kind, once to success. */
export interface Subscriber {
  /** Unique in the house, and kept for ever: delivery rows name it. */
  readonly name: string
  readonly type: string
  /** Runs in the transaction that marks the delivery done: what it writes is written exactly once. It calls nobody outside. */
  readonly run: (db: Db, event: Envelope, ctx: Ctx) => void
}

interface Subscription<Payload extends Record<string, unknown>> {
  readonly name: string
  readonly to: EventKind<Payload>
  readonly run: (db: Db, event: Envelope<Payload>, ctx: Ctx) => void
}

/** A subscriber who sees today's payload, checked; older versions come through the kind's up-caster. */
export function subscribe<Payload extends Record<string, unknown>>({ name, to, run }: Subscription<Payload>): Subscriber {
  return { name, type: to.type, run: (db, event, ctx) => run(db, presentEvent(to, event), ctx) }
}

let installed: readonly Subscriber[] = []

/** Hands over every module's subscribers, once, at start. Throws where two have one name. */
export function installSubscribers(subscribers: readonly Subscriber[]): void {
  const names = new Set<string>()
  for (const { name } of subscribers) {
    if (names.has(name)) throw new Error(`Two subscribers are called ${name}`)
    names.add(name)
  }
  installed = subscribers
}

/** Who is told of events of this type. */
export function subscribersTo(type: string): readonly Subscriber[] {
  return installed.filter((subscriber) => subscriber.type === type)
}

/** The subscriber that a delivery row names. Throws where the code no longer knows it. */
export function subscriberCalled(name: string): Subscriber {
  const found = installed.find((subscriber) => subscriber.name === name)
  if (!found) throw new Error(`No subscriber is called ${name}`)
  return found
}

function presentEvent<Payload extends Record<string, unknown>>(kind: EventKind<Payload>, event: Envelope): Envelope<Payload> {
  return { ...event, version: kind.version, payload: kind.payload.parse(presentPayload(kind, event)) }
}

function presentPayload(kind: EventKind, event: Envelope): Record<string, unknown> {
  if (event.version === kind.version) return event.payload
  if (event.version > kind.version || !kind.upcast) throw new Error(`${kind.type} of version ${event.version} is unknown here: this code knows ${kind.version}`)
  return kind.upcast(event.version, event.payload)
}
