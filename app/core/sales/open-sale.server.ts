import type { BusinessCtx } from '~/kernel/ctx'
import { sumOf } from '~/kernel/money'
import { prepared, type Db } from '~/platform/database.server'
import type { PriceLine } from '../pricing/index.server'

export interface NewSale {
  readonly storeId: string
  readonly contactId: string
  readonly currency: string
  readonly lines: readonly PriceLine[]
}

/** Opens a sale with its lines, in the caller's transaction. Answers its id and total (minor units). */
export function openSale(db: Db, ctx: BusinessCtx, { storeId, contactId, currency, lines }: NewSale): { id: string; totalMinor: number } {
  const id = ctx.newId()
  const totalMinor = sumOf(lines.map((line) => line.amount))
  insertSale(db).run({ id, businessId: ctx.businessId, storeId, contactId, currency, totalMinor, now: ctx.now })
  for (const line of lines) insertLine(db, ctx, id, currency, line)
  return { id, totalMinor }
}

/** Adds lines to a sale after those it has, and moves its total. Answers the new total. */
export function addLines(db: Db, ctx: BusinessCtx, saleId: string, currency: string, lines: readonly PriceLine[]): number {
  const { last } = lastPosition(db).get({ saleId }) ?? { last: 0 }
  for (const line of lines) insertLine(db, ctx, saleId, currency, line, last)
  return moveTotal(db).get({ saleId, businessId: ctx.businessId, added: sumOf(lines.map((line) => line.amount)) })?.totalMinor ?? 0
}

/** Nothing more is owed for this sale. What was paid stays what it is. */
export function voidSale(db: Db, ctx: BusinessCtx, saleId: string): void {
  markVoid(db).run({ saleId, businessId: ctx.businessId, now: ctx.now })
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
    `INSERT INTO sales (id, business_id, store_id, contact_id, currency, total_minor, opened_at)
     VALUES (@id, @businessId, @storeId, @contactId, @currency, @totalMinor, @now)`,
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

const markVoid = prepared((db) =>
  db.$client.prepare<{ saleId: string; businessId: string; now: number }>(
    'UPDATE sales SET voided_at = @now WHERE id = @saleId AND business_id = @businessId AND voided_at IS NULL',
  ),
)
