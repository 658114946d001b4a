import type { BusinessCtx } from '~/kernel/ctx'
import { sumOf } from '~/kernel/money'
import { ok, refuse, type Result } from '~/kernel/result'
import { record } from '~/platform/audit.server'
import { prepared, transact, type Db } from '~/platform/database.server'
import { announce } from '~/platform/outbox/announce.server'
import { post, type Entry } from '../ledger/index.server'
import { spread, type StandingLine } from '../pricing/index.server'
import { standingLines } from './close-sale.server'
import { refundGiven, refundWithdrawn } from './events'
import { saleById, type HandMethod, type Sale } from './queries.server'
import type { RefundLine } from './refund-parts.server'
import { earnedEntry, moveReversed, writeRefund } from './refund-rows.server'

/** What can still go back of a line with the taxes on it. */
export interface RefundableLine {
  readonly position: number
  readonly title: string
  readonly refundableMinor: number
}

export interface Refundable {
  /** What was paid and does not go back already: no more than this in all. */
  readonly mostMinor: number
  readonly lines: readonly RefundableLine[]
}

/** What a member may still refund of a sale. */
export function refundable(db: Db, sale: Sale): Refundable {
  const groups = groupsOf(standingLines(db, sale))
  const lines = sale.lines.flatMap(({ position, title }) => {
    const refundableMinor = sumOf((groups.get(position) ?? []).map((line) => line.amountMinor))
    return refundableMinor > 0 ? [{ position, title, refundableMinor }] : []
  })
  return { mostMinor: Math.max(0, sale.paidMinor - sale.refundedMinor), lines }
}

export interface RefundInput {
  readonly saleId: string
  readonly reason: string
  /** Amounts by the position of a line, with the taxes on it; `all`: everything that was paid and does not go back already. */
  readonly amounts: 'all' | ReadonlyMap<number, number>
}

export type RefundRefusal =
  | { readonly kind: 'unknown-sale' }
  | { readonly kind: 'not-a-member' }
  | { readonly kind: 'nothing-chosen' }
  | { readonly kind: 'more-than-line'; readonly position: number; readonly mostMinor: number }
  | { readonly kind: 'more-than-paid'; readonly mostMinor: number }

/**
 * Makes a refund, in full or in part by line, with a reason. A part of a line goes off its net amount and its taxes by cumulative
 * difference of what still stands, so that the parts always add up to the whole. Answers the refund's id.
 */
export function makeRefund(ctx: BusinessCtx, { saleId, reason, amounts }: RefundInput): Result<string, RefundRefusal> {
  return transact((db): Result<string, RefundRefusal> => {
    if (ctx.actor.kind !== 'user') return refuse({ kind: 'not-a-member' })
    const sale = saleById(db, ctx.businessId, saleId)
    if (!sale) return refuse({ kind: 'unknown-sale' })
    const { mostMinor } = refundable(db, sale)
    const standing = standingLines(db, sale)
    const lines = amounts === 'all' ? ok(partOf(standing, mostMinor)) : partsOf(standing, amounts)
    if (!lines.ok) return lines
    const amountMinor = sumOf(lines.value.map((line) => line.amountMinor))
    if (amountMinor <= 0) return refuse({ kind: 'nothing-chosen' })
    if (amountMinor > mostMinor) return refuse({ kind: 'more-than-paid', mostMinor })
    return ok(writeRefund(db, ctx, sale, { amountMinor, cause: 'by-hand', reason, lines: lines.value }))
  })
}

export type GiveRefusal = { readonly kind: 'unknown-refund' } | { readonly kind: 'not-a-member' }

/** Marks by hand that a refund was given to the customer; one that goes back to a card only once Stripe could not. */
export function giveRefund(ctx: BusinessCtx, refundId: string, method: HandMethod): Result<null, GiveRefusal> {
  return transact((db): Result<null, GiveRefusal> => {
    const { actor } = ctx
    if (actor.kind !== 'user') return refuse({ kind: 'not-a-member' })
    const given = markGiven(db).get({ refundId, businessId: ctx.businessId, now: ctx.now, by: actor.id, method })
    if (!given) return refuse({ kind: 'unknown-refund' })
    const { saleId, amountMinor, currency } = given
    const entries = [{ account: 'refunds-due', amountMinor }, { account: 'cash-box', amountMinor: 0 - amountMinor }] as const
    post(db, ctx, { kind: 'refund-given', saleId, subject: refundId, currency, entries })
    record(db, ctx, { businessId: ctx.businessId, action: 'sales.refund.give', subject: saleId, changes: { refundId, method, amountMinor } })
    announce(db, ctx, refundGiven, { businessId: ctx.businessId, subject: saleId, payload: { refundId, saleId, amountMinor, currency } })
    return ok(null)
  })
}

/** Takes back a refund that is due and was not given, with a reason: the business keeps what it would have given. */
export function withdrawRefund(ctx: BusinessCtx, refundId: string, reason: string): Result<null, GiveRefusal> {
  return transact((db): Result<null, GiveRefusal> => {
    const { actor } = ctx
    if (actor.kind !== 'user') return refuse({ kind: 'not-a-member' })
    const withdrawn = markWithdrawn(db).get({ refundId, businessId: ctx.businessId, now: ctx.now, by: actor.id, reason })
    const sale = withdrawn && saleById(db, ctx.businessId, withdrawn.saleId)
    if (!sale) return refuse({ kind: 'unknown-refund' })
    const { saleId, amountMinor, currency } = withdrawn
    const taken = lineRows(db).all({ refundId })
    const kinds = new Map(sale.lines.map(({ position, kind }) => [position, kind]))
    const kept = taken.map((line): Entry => earnedEntry({ position: line.position, kind: kinds.get(line.position) ?? 'item' }, 0 - line.amountMinor))
    post(db, ctx, { kind: 'refund-withdrawn', saleId, subject: refundId, currency, entries: [{ account: 'refunds-due', amountMinor }, ...kept] })
    moveReversed(db, ctx, saleId, 0 - amountMinor)
    record(db, ctx, { businessId: ctx.businessId, action: 'sales.refund.withdraw', subject: saleId, changes: { refundId, amountMinor } })
    announce(db, ctx, refundWithdrawn, { businessId: ctx.businessId, subject: saleId, payload: { refundId, saleId, amountMinor, currency } })
    return ok(null)
  })
}

/** Each line that is no tax with the taxes on it; what is on the whole stands alone. */
function groupsOf(lines: readonly StandingLine[]): Map<number, StandingLine[]> {
  const groups = new Map<number, StandingLine[]>()
  for (const line of lines) {
    const at = line.kind === 'tax' && line.onPosition !== null ? line.onPosition : line.position
    groups.set(at, [...(groups.get(at) ?? []), line])
  }
  return groups
}

function partsOf(standing: readonly StandingLine[], amounts: Exclude<RefundInput['amounts'], 'all'>): Result<RefundLine[], RefundRefusal> {
  const groups = groupsOf(standing)
  const parts: RefundLine[] = []
  for (const [position, amountMinor] of amounts) {
    const group = groups.get(position) ?? []
    const mostMinor = Math.max(0, sumOf(group.map((line) => line.amountMinor)))
    if (amountMinor < 0 || amountMinor > mostMinor) return refuse({ kind: 'more-than-line', position, mostMinor })
    parts.push(...partOf(group, amountMinor))
  }
  return ok(parts)
}

function partOf(lines: readonly StandingLine[], amountMinor: number): RefundLine[] {
  const parts = spread(amountMinor, lines.map((line) => line.amountMinor))
  return lines.map(({ position, kind }, at) => ({ position, kind, amountMinor: parts[at] ?? 0 }))
}

const returned = 'RETURNING sale_id AS saleId, amount_minor AS amountMinor, currency'
type Marked = { saleId: string; amountMinor: number; currency: string }

const markGiven = prepared((db) =>
  db.$client.prepare<{ refundId: string; businessId: string; now: number; by: string; method: string }, Marked>(
    `UPDATE refunds SET given_at = @now, given_by = @by, given_method = @method, failed_at = NULL
     WHERE id = @refundId AND business_id = @businessId AND given_at IS NULL AND withdrawn_at IS NULL AND (payment_id IS NULL OR failed_at IS NOT NULL) ${returned}`,
  ),
)

// What was overpaid or came too late is not the business's to keep: it is given, never withdrawn. What is on its way to a card is not here any more.
const markWithdrawn = prepared((db) =>
  db.$client.prepare<{ refundId: string; businessId: string; now: number; by: string; reason: string }, Marked>(
    `UPDATE refunds SET withdrawn_at = @now, withdrawn_by = @by, withdrawn_reason = @reason
     WHERE id = @refundId AND business_id = @businessId AND given_at IS NULL AND withdrawn_at IS NULL AND cause NOT IN ('overpaid', 'too-late')
       AND (payment_id IS NULL OR failed_at IS NOT NULL) ${returned}`,
  ),
)

const lineRows = prepared((db) =>
  db.$client.prepare<{ refundId: string }, { position: number; amountMinor: number }>('SELECT position, amount_minor AS amountMinor FROM refund_lines WHERE refund_id = @refundId'),
)
