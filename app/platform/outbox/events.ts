import type * as z from 'zod'

/** A kind of event: its type, its version, and what its payload holds (ids and facts, nothing personal). */
export interface EventKind<Payload extends Record<string, unknown> = Record<string, unknown>> {
  readonly type: string
  readonly version: number
  readonly payload: z.ZodType<Payload>
  /** Makes today's payload of an older version's. */
  readonly upcast?: (version: number, payload: Record<string, unknown>) => Record<string, unknown>
}

export function defineEvent<Payload extends Record<string, unknown>>(kind: EventKind<Payload>): EventKind<Payload> {
  return kind
}

/** What every event carries around its payload. */
export interface Envelope<Payload = Record<string, unknown>> {
  readonly id: string
  readonly type: string
  readonly version: number
  readonly businessId: string | null
  readonly storeId: string | null
  readonly subject: string
  readonly occurredAt: number
  readonly actor: { readonly kind: string; readonly id?: string }
  readonly requestId: string
  readonly cause: string | null
  readonly payload: Payload
}
