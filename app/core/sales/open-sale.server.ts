import type { BusinessCtx } from '~/kernel/ctx'
import { sumOf } from '~/kernel/money'
import { prepared, type Db } from '~/platform/database.server'
import { post, type Entry, type FactKind } from '../ledger/index.server'
import type { PriceLine } from '../pricing/index.server'
import { giveBackOverpaid } from './refund-rows.server'
import { saleById } from './queries.server'

export interface NewSale {
  readonly storeId: string
  readonly contactId: string
  readonly currency: string
  readonly lines: readonly PriceLine[]
  /** The share of the total that is to be paid at once; nothing where it is left out. */
  readonly dueAtOnceMinor?: number
  /** Until when the rest is paid; null or left out: on arrival. */
  readonly restDueAt?: number | null
}

/** Opens a sale with its lines, in the caller's transaction. Answers its id and total (minor units). */
export function openSale(db: Db, ctx: BusinessCtx, { storeId, contactId, currency, lines, dueAtOnceMinor = 0, restDueAt = null }: NewSale): { id: string; totalMinor: number } {
  const id = ctx.newId()
  const totalMinor = sumOf(lines.map((line) => line.amount))
  insertSale(db).run({ id, businessId: ctx.businessId, storeId, contactId, currency, totalMinor, dueAtOnceMinor, restDueAt, now: ctx.now })
  for (const line of lines) insertLine(db, ctx, id, currency, line)
  postLines(db, ctx, { kind: 'sale-opened', saleId: id, currency, lines })
  return { id, totalMinor }
}

/**
 * Adds lines to a sale after those it has, and moves its total. Where it then costs less than was paid, the difference is due back.
 * Answers the new total.
 */
export function addLines(db: Db, ctx: BusinessCtx, saleId: string, currency: string, lines: readonly PriceLine[]): number {
  const { last } = lastPosition(db).get({ saleId }) ?? { last: 0 }
  for (const line of lines) insertLine(db, ctx, saleId, currency, line, last)
  const moved = moveTotal(db).get({ saleId, businessId: ctx.businessId, added: sumOf(lines.map((line) => line.amount)) })
  if (!moved) return 0
  postLines(db, ctx, { kind: 'sale-changed', saleId, nth: last, currency, lines }, last)
  const sale = saleById(db, ctx.businessId, saleId)
  if (sale) giveBackOverpaid(db, ctx, sale, 'overpaid')
  return moved.totalMinor
}

interface PostedLines {
  readonly kind: FactKind
  readonly saleId: string
  readonly nth?: number
  readonly currency: string
  readonly lines: readonly PriceLine[]
}

/** What is charged is owed by the customer, and earned or owed as tax on each line. */
function postLines(db: Db, ctx: BusinessCtx, { lines, ...fact }: PostedLines, after = 0): void {
  const earned = lines.map((line): Entry => ({ account: line.kind === 'tax' ? 'tax-payable' : 'revenue', amountMinor: 0 - line.amount, line: after + line.position }))
  post(db, ctx, { ...fact, subject: fact.saleId, entries: [{ account: 'receivable', amountMinor: sumOf(lines.map((line) => line.amount)) }, ...earned] })
}

function insertLine(db: Db, ctx: BusinessCtx, saleId: string, currency: string, line: PriceLine, after = 0): void {
  const onLine = line.tax?.onLine ?? null
  insertSaleLine(db).run({
    id: ctx.newId(),
    saleId,
    position: after + line.position,
    kind: line.kind,
    title: line.title,
    itemId: line.itemKey ?? null,
    amountMinor: line.amount,
    currency,
    taxName: line.tax?.name ?? null,
    taxRatePpm: line.tax?.ratePpm ?? null,
    taxIncluded: line.tax ? Number(line.tax.included) : null,
    onPosition: onLine === null ? null : after + onLine,
    now: ctx.now,
  })
}

const insertSale = prepared((db) =>
  db.$client.prepare(
    `INSERT INTO sales (id, business_id, store_id, contact_id, currency, total_minor, due_at_once_minor, rest_due_at, opened_at)
     VALUES (@id, @businessId, @storeId, @contactId, @currency, @totalMinor, @dueAtOnceMinor, @restDueAt, @now)`,
  ),
)

const insertSaleLine = prepared((db) =>
  db.$client.prepare(
    `INSERT INTO sale_lines (id, sale_id, position, kind, title, item_id, amount_minor, currency, tax_name, tax_rate_ppm, tax_included, on_position, added_at)
     VALUES (@id, @saleId, @position, @kind, @title, @itemId, @amountMinor, @currency, @taxName, @taxRatePpm, @taxIncluded, @onPosition, @now)`,
  ),
)

const lastPosition = prepared((db) =>
  db.$client.prepare<{ saleId: string }, { last: number }>('SELECT coalesce(max(position), 0) AS last FROM sale_lines WHERE sale_id = @saleId'),
)

const moveTotal = prepared((db) =>
  db.$client.prepare<{ saleId: string; businessId: string; added: number }, { totalMinor: number }>(
    'UPDATE sales SET total_minor = total_minor + @added WHERE id = @saleId AND business_id = @businessId RETURNING total_minor AS totalMinor',
  ),
)
