import * as z from 'zod'

/** The endpoints that the stand-in plays, as faults name them. */
export const endpoints = [
  'POST /v1/checkout/sessions',
  'GET /v1/checkout/sessions',
  'GET /v1/checkout/sessions/:id',
  'POST /v1/checkout/sessions/:id/expire',
  'GET /v1/payment_intents/:id',
  'POST /v1/refunds',
  'GET /v1/refunds',
  'GET /v1/refunds/:id',
  'GET /v1/events',
  'GET /v1/events/:id',
] as const

export type EndpointName = (typeof endpoints)[number]

const at = z.enum([...endpoints, 'POST /c/pay/:id']).optional()
const times = z.number().int().positive().optional()
/** Whether the work is done before the fault, so that only its answer is lost. */
const when = z.enum(['before', 'after']).default('before')

/** How the stand-in is told to misbehave: at one endpoint or all, a few times or until `work`. */
export const ruleShape = z.discriminatedUnion('mode', [
  z.strictObject({ mode: z.literal('work'), at }),
  /** `kept`: Stripe itself failed half-way, and answers the same failure for the same key from then on. */
  z.strictObject({ mode: z.literal('fail'), at, times, when, status: z.number().int().min(500).max(599).default(500), kept: z.boolean().default(false) }),
  /** No answer ever: the connection stays open until the caller gives up. */
  z.strictObject({ mode: z.literal('silent'), at, times, when }),
  /** The connection breaks. The SDK then asks once more by itself, whatever it was told about retries. */
  z.strictObject({ mode: z.literal('cut'), at, times, when }),
  /** `before`: the work is done after `ms`, and whoever asks with the same key meanwhile is told 409. */
  z.strictObject({ mode: z.literal('slow'), at, times, when, ms: z.number().int().min(0) }),
  /** How the next refunds end: at once, never until told, or failed `ms` after they succeeded. */
  z.strictObject({ mode: z.literal('refund'), outcome: z.enum(['succeed', 'pending', 'fail']), times, ms: z.number().int().min(0).default(500) }),
  /** How webhooks go: `late` by `ms`; `reversed`: what is told together arrives in the opposite order; `lost`: never, but the events can be listed. */
  z.strictObject({
    mode: z.literal('webhook'),
    how: z.enum(['right', 'late', 'twice', 'reversed', 'broken-signature', 'lost']),
    type: z.string().optional(),
    times,
    ms: z.number().int().min(0).default(1000),
  }),
])

export type Rule = z.infer<typeof ruleShape>
export type FaultRule = Extract<Rule, { mode: 'fail' | 'silent' | 'cut' | 'slow' }>
export type RefundRule = Extract<Rule, { mode: 'refund' }>
export type WebhookRule = Extract<Rule, { mode: 'webhook' }>

/** Rules with one scope replace each other. */
export function scopeOf(rule: Rule): string {
  if (rule.mode === 'refund') return 'refund'
  if (rule.mode === 'webhook') return `webhook ${rule.type ?? '*'}`
  return `fault ${rule.at ?? '*'}`
}
