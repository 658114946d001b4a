import { day, minute } from '~/kernel/time'
import { now } from '~/platform/clock.server'
import { prepared, read, transact, type Db } from '~/platform/database.server'
import { backOff } from '~/platform/outbox/index.server'
import { listEvents, readWebhook, stripeReady, type StripeEvent } from '~/platform/stripe.server'
import { settleCardRefund } from './card-refunds.server'
import { settleSession } from './settle-checkouts.server'

interface DueEvent {
  readonly id: string
  readonly about: 'checkout' | 'refund'
  readonly objectId: string
  readonly tries: number
}

/** Takes a webhook: verified, stored once. Answers the event's id, null where Stripe did not sign it. */
export function receiveWebhook(rawBody: string, signature: string | null): string | null {
  const event = readWebhook(rawBody, signature)
  if (!event) return null
  transact((db) => storeEvent(db, event, now()))
  return event.id
}

/** Does what an event calls for, if nobody has yet; where Stripe cannot be asked, a job does it later. */
export async function handleEvent(id: string, secondsToWait?: number): Promise<void> {
  const event = read((db) => openEvent(db).get({ id }))
  if (event) await handle(event, secondsToWait)
}

/** Does what every event that is due calls for. Answers how many. */
export async function handleEvents({ atMost }: { readonly atMost: number }): Promise<number> {
  if (!stripeReady().ok) return 0
  const due = read((db) => dueEvents(db).all({ now: now(), atMost }))
  for (const event of due) await handle(event)
  return due.length
}

/** Fetches what Stripe could not tell: everything since the last time, and a little before it. Answers how many events were new. */
export async function fetchEvents(): Promise<number> {
  if (!stripeReady().ok) return 0
  const at = now()
  const until = read((db) => fetched(db).get()?.until) ?? at - day
  const outcome = await listEvents(until - overlap)
  if (outcome.kind !== 'ok') return 0
  return transact((db) => {
    fetchedUntil(db).run({ until: at })
    return outcome.value.filter((event) => storeEvent(db, event, now())).length
  })
}

// Stripe's clock and ours differ, and what happens while it is listed may be listed later.
const overlap = 10 * minute

// What an event shows is how things were: a later one may have come first. So Stripe is asked how they are.
async function handle({ id, about, objectId, tries }: DueEvent, secondsToWait?: number): Promise<void> {
  const outcome = about === 'checkout' ? await settleSession(objectId, secondsToWait) : await settleCardRefund(objectId, secondsToWait)
  transact((db) => {
    if (outcome === 'unknown') postponed(db).run({ id, nextAt: now() + Math.min(backOff(tries + 1, id), 5 * minute) })
    else handled(db).run({ id, now: now() })
  })
}

function storeEvent(db: Db, { id, type, at, about }: StripeEvent, receivedAt: number): boolean {
  const objectId = about === null ? null : about.kind === 'checkout' ? about.checkout.id : about.refund.id
  const [handledAt, nextAt] = about === null ? [receivedAt, null] : [null, receivedAt]
  return eventInsert(db).run({ id, type, at, receivedAt, about: about?.kind ?? null, objectId, handledAt, nextAt }).changes > 0
}

const eventInsert = prepared((db) =>
  db.$client.prepare(
    `INSERT INTO stripe_events (id, type, at, received_at, about, object_id, handled_at, next_at)
     VALUES (@id, @type, @at, @receivedAt, @about, @objectId, @handledAt, @nextAt) ON CONFLICT (id) DO NOTHING`,
  ),
)

const openColumns = 'SELECT id, about, object_id AS objectId, tries FROM stripe_events WHERE'

const openEvent = prepared((db) => db.$client.prepare<{ id: string }, DueEvent>(`${openColumns} id = @id AND next_at IS NOT NULL`))

/** Exported for the test of its plan. */
export const eventsDueSql = `${openColumns} next_at IS NOT NULL AND next_at <= @now ORDER BY next_at LIMIT @atMost`

const dueEvents = prepared((db) => db.$client.prepare<{ now: number; atMost: number }, DueEvent>(eventsDueSql))

const handled = prepared((db) =>
  db.$client.prepare<{ id: string; now: number }>('UPDATE stripe_events SET handled_at = @now, next_at = NULL WHERE id = @id AND handled_at IS NULL'),
)

const postponed = prepared((db) =>
  db.$client.prepare<{ id: string; nextAt: number }>('UPDATE stripe_events SET tries = tries + 1, next_at = @nextAt WHERE id = @id AND handled_at IS NULL'),
)

const fetched = prepared((db) => db.$client.prepare<[], { until: number }>("SELECT until FROM stripe_fetches WHERE id = 'events'"))

const fetchedUntil = prepared((db) =>
  db.$client.prepare<{ until: number }>("INSERT INTO stripe_fetches (id, until) VALUES ('events', @until) ON CONFLICT (id) DO UPDATE SET until = excluded.until"),
)
