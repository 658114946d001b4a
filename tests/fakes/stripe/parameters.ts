import * as z from 'zod'
import { type Refusal, wrongParameter } from './refusal'

/** Parameters as they came: every value a text, every list a map of its places. */
export type Nested = { [name: string]: string | Nested }

/** Reads `a[b][0]=c` as Stripe does: into maps, whose shape says which of them are lists. */
export function decode(form: URLSearchParams): Nested {
  const decoded: Nested = Object.create(null) as Nested
  for (const [name, value] of form) {
    const [first = '', ...rest] = name.split('[').map((part, at) => (at === 0 ? part : part.replace(/\]$/, '')))
    let into = decoded
    let key = first
    for (const next of rest) {
      const inner = into[key]
      const map: Nested = typeof inner === 'object' ? inner : (Object.create(null) as Nested)
      into[key] = map
      into = map
      key = next === '' ? String(Object.keys(map).length) : next
    }
    into[key] = value
  }
  return decoded
}

/** Judges parameters by the shape of an endpoint. Throws the refusal that Stripe would answer for the first that is wrong. */
export function readParameters<Input>(shape: z.ZodType<Input>, given: Nested): Input {
  const read = shape.safeParse(given)
  if (read.success) return read.data
  throw refusalFor(read.error.issues, given)
}

function refusalFor(issues: readonly z.core.$ZodIssue[], given: Nested): Refusal {
  const issue = issues.find(({ code }) => code === 'unrecognized_keys') ?? issues[0]
  if (!issue) throw new Error('Refused without an issue')
  if (issue.code === 'unrecognized_keys') {
    const param = named([...issue.path, issue.keys[0] ?? ''])
    return wrongParameter(param, `Received unknown parameter: ${param}`, 'parameter_unknown')
  }
  const param = named(issue.path)
  const value = valueAt(given, issue.path)
  if (value === undefined) return wrongParameter(param, `Missing required param: ${param}.`, 'parameter_missing')
  if (value === '') return wrongParameter(param, `You passed an empty string for '${param}'.`, 'parameter_invalid_empty')
  const code: unknown = issue.code === 'custom' ? issue.params?.code : undefined
  return wrongParameter(param, `Invalid ${param}: ${issue.message}`, typeof code === 'string' ? code : undefined)
}

function named(path: readonly PropertyKey[]): string {
  return path.map((part, at) => (at === 0 ? String(part) : `[${String(part)}]`)).join('')
}

function valueAt(given: Nested, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, part) => (typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[part] : undefined), given)
}

const text = z.string().min(1).max(5000)
const whole = text.refine((value) => /^-?\d+$/.test(value), { error: 'must be an integer', params: { code: 'parameter_invalid_integer' } }).transform(Number)
const count = (least: number, most: number) =>
  whole.refine((value) => value >= least && value <= most, { error: `must be between ${least} and ${most}`, params: { code: 'parameter_invalid_integer' } })
const address = text.refine((value) => /^https?:\/\/[^\s]+$/.test(value) && URL.canParse(value), { error: 'Not a valid URL', params: { code: 'url_invalid' } })
const email = text.refine((value) => /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(value), { error: 'Invalid email address', params: { code: 'email_invalid' } })
const metadata = z
  .record(z.string().max(40), z.string().max(500))
  .refine((map) => Object.keys(map).length <= 50, { error: 'A map holds 50 keys at most' })

function list<Item extends z.ZodType>(item: Item) {
  const inOrder = (value: unknown) => (typeof value === 'object' && value !== null ? Object.values(value) : value)
  return z.preprocess(inOrder, z.array(item).min(1).max(100))
}

const expand = list(text).optional()
const bounds = z.strictObject({ gt: whole.optional(), gte: whole.optional(), lt: whole.optional(), lte: whole.optional() })
const span = z.union([whole.transform((at): Span => ({ gte: at, lte: at })), bounds.transform((between): Span => between)])
const page = { limit: count(1, 100).default(10), starting_after: text.optional(), ending_before: text.optional(), expand }

const priceData = z.strictObject({
  currency: text.toLowerCase(),
  unit_amount: count(0, Number.MAX_SAFE_INTEGER),
  product_data: z.strictObject({ name: text.max(250), description: text.optional() }),
})

/** The parameters that each endpoint takes; what is not named is refused, as Stripe refuses what it does not know. */
export const shapes = {
  nothing: z.strictObject({}),
  one: z.strictObject({ expand }),
  newSession: z.strictObject({
    mode: z.enum(['payment'], 'the stand-in plays payment only'),
    ui_mode: z.enum(['hosted_page'], 'the stand-in plays hosted_page only').optional(),
    excluded_payment_method_types: list(text.regex(/^[a-z_]+$/)).optional(),
    line_items: list(z.strictObject({ price_data: priceData, quantity: count(1, 999_999) })),
    success_url: address,
    cancel_url: address.optional(),
    client_reference_id: text.max(200).optional(),
    customer_email: email.optional(),
    expires_at: whole.optional(),
    locale: z.enum(['auto', 'en', 'en-GB', 'pt', 'pt-BR', 'es', 'fr', 'de', 'it', 'nl']).optional(),
    submit_type: z.enum(['auto', 'book', 'donate', 'pay']).optional(),
    metadata: metadata.optional(),
    payment_intent_data: z.strictObject({ description: text.max(1000).optional(), receipt_email: email.optional(), metadata: metadata.optional() }).optional(),
    expand,
  }),
  sessions: z.strictObject({ ...page, created: span.optional(), status: z.enum(['open', 'complete', 'expired']).optional(), payment_intent: text.optional() }),
  newRefund: z.strictObject({
    payment_intent: text.optional(),
    charge: text.optional(),
    amount: count(1, Number.MAX_SAFE_INTEGER).optional(),
    reason: z.enum(['duplicate', 'fraudulent', 'requested_by_customer']).optional(),
    metadata: metadata.optional(),
    expand,
  }),
  refunds: z.strictObject({ ...page, created: span.optional(), payment_intent: text.optional(), charge: text.optional() }),
  events: z.strictObject({
    ...page,
    created: span.optional(),
    type: text.optional(),
    types: list(text).optional(),
    delivery_success: z.enum(['true', 'false']).transform((value) => value === 'true').optional(),
  }),
}

export type NewSession = z.output<typeof shapes.newSession>
export type NewRefund = z.output<typeof shapes.newRefund>

/** Seconds since 1970, each bound where it is said. */
export type Span = z.output<typeof bounds>
