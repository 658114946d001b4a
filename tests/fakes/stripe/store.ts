import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import type Stripe from 'stripe'
import type { Rule } from './rules'

/** What the stand-in keeps, by kind. The objects are Stripe's own, as its API shows them. */
export interface Kept {
  session: Stripe.Checkout.Session
  basket: Basket
  intent: Stripe.PaymentIntent
  charge: Stripe.Charge
  refund: Stripe.Refund
  event: KeptEvent
  answer: KeptAnswer
  rule: KeptRule
  delivery: Delivery
}

/** What belongs to a session and is not shown with it. */
export interface Basket {
  readonly lines: Stripe.LineItem[]
  readonly description: string | null
  readonly metadata: Record<string, string>
  readonly receiptEmail: string | null
}

/** Stripe's types pair each type of event with its object; here one shape writes them all. */
export interface KeptEvent {
  readonly id: string
  readonly object: 'event'
  readonly api_version: string
  readonly created: number
  readonly data: { readonly object: Stripe.Checkout.Session | Stripe.PaymentIntent | Stripe.Charge | Stripe.Refund }
  readonly livemode: false
  readonly pending_webhooks: number
  readonly request: { readonly id: string | null; readonly idempotency_key: string | null } | null
  readonly type: string
}

/** The answer that a key got, and to what. */
export interface KeptAnswer {
  readonly endpoint: string
  readonly parameters: string
  readonly status: number
  readonly body: object
  /** In milliseconds, by the clock. */
  readonly until: number
}

export interface KeptRule {
  readonly rule: Rule
  readonly left: number | null
}

/** One webhook on its way. */
export interface Delivery {
  readonly id: string
  readonly event: string
  readonly type: string
  readonly signature: 'right' | 'broken'
  readonly state: 'waiting' | 'delivered' | 'failed'
  readonly tries: number
  /** What the application answered last; null where it answered nothing. */
  readonly status: number | null
}

interface Row {
  readonly body: string
}

/** A file that several processes share. Whatever several of them do at once happens one after the other. */
export class Store {
  private readonly file: Database.Database

  constructor(path: string) {
    mkdirSync(dirname(path), { recursive: true })
    this.file = new Database(path, { timeout: 10_000 })
    this.file.pragma('journal_mode = WAL')
    this.file.pragma('synchronous = NORMAL')
    this.file.exec(`
      CREATE TABLE IF NOT EXISTS kept (
        place INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, id TEXT NOT NULL, due INTEGER, body TEXT NOT NULL, UNIQUE (kind, id));
      CREATE INDEX IF NOT EXISTS kept_due ON kept (kind, due, place) WHERE due IS NOT NULL;
      CREATE INDEX IF NOT EXISTS kept_place ON kept (kind, place);`)
  }

  /** All of it or nothing, and nobody between. */
  transact<T>(work: () => T): T {
    return this.file.transaction(work).immediate()
  }

  get<Kind extends keyof Kept>(kind: Kind, id: string): Kept[Kind] | undefined {
    const row = this.file.prepare<[string, string], Row>('SELECT body FROM kept WHERE kind = ? AND id = ?').get(kind, id)
    return row && (JSON.parse(row.body) as Kept[Kind])
  }

  /** Keeps it where it was first put. `due`: when something is to be done about it, in milliseconds; null for never. */
  put<Kind extends keyof Kept>(kind: Kind, id: string, body: Kept[Kind], due: number | null = null): void {
    this.file
      .prepare('INSERT INTO kept (kind, id, due, body) VALUES (?, ?, ?, ?) ON CONFLICT (kind, id) DO UPDATE SET due = excluded.due, body = excluded.body')
      .run(kind, id, due, JSON.stringify(body))
  }

  forget(kind: keyof Kept, id: string): void {
    this.file.prepare('DELETE FROM kept WHERE kind = ? AND id = ?').run(kind, id)
  }

  /** All of a kind, the newest first. */
  all<Kind extends keyof Kept>(kind: Kind): Kept[Kind][] {
    return this.read(kind, this.file.prepare<[string], Row>('SELECT body FROM kept WHERE kind = ? ORDER BY place DESC').all(kind))
  }

  /** What is due at `now`, the longest overdue first. */
  due<Kind extends keyof Kept>(kind: Kind, now: number, atMost: number): Kept[Kind][] {
    const query = 'SELECT body FROM kept WHERE kind = ? AND due IS NOT NULL AND due <= ? ORDER BY due, place LIMIT ?'
    return this.read(kind, this.file.prepare<[string, number, number], Row>(query).all(kind, now, atMost))
  }

  close(): void {
    this.file.close()
  }

  private read<Kind extends keyof Kept>(_kind: Kind, rows: Row[]): Kept[Kind][] {
    return rows.map((row) => JSON.parse(row.body) as Kept[Kind])
  }
}
