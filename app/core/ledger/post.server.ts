import type { BusinessCtx } from '~/kernel/ctx'
import { sumOf } from '~/kernel/money'
import { prepared, type Db } from '~/platform/database.server'
import type { Entry, FactKind } from './model/accounts'

export interface Fact {
  readonly kind: FactKind
  readonly saleId: string
  /** The sale, payment or refund itself. */
  readonly subject: string
  /** Tells facts of one kind about one subject apart: a sale changes more than once. */
  readonly nth?: number
  readonly currency: string
  /** Those of zero are left out. */
  readonly entries: readonly Entry[]
}

/**
 * Writes a fact into the books, in the caller's transaction. The same fact is posted once: a second time changes nothing. A fact that
 * moves nothing leaves no row. Throws where the entries do not add up to zero: a bug.
 */
export function post(db: Db, ctx: Pick<BusinessCtx, 'businessId' | 'newId' | 'now'>, { kind, saleId, subject, nth, currency, entries }: Fact): void {
  const moving = entries.filter(({ amountMinor }) => amountMinor !== 0)
  if (sumOf(moving.map(({ amountMinor }) => amountMinor)) !== 0) throw new Error(`${kind} of ${subject} does not add up to zero`)
  if (moving.length === 0) return
  const key = nth === undefined ? `${kind}:${subject}` : `${kind}:${subject}:${nth}`
  const made = transactionInsert(db).get({ id: ctx.newId(), businessId: ctx.businessId, currency, at: ctx.now, kind, saleId, subject, key })
  if (!made) return
  moving.forEach(({ account, amountMinor, line = null }, position) => entryInsert(db).run({ transactionId: made.id, position, account, amountMinor, currency, line }))
  seal(db).run({ id: made.id, now: ctx.now })
}

const transactionInsert = prepared((db) =>
  db.$client.prepare<Record<string, string | number>, { id: string }>(
    `INSERT INTO ledger_transactions (id, business_id, currency, at, kind, sale_id, subject, key)
     VALUES (@id, @businessId, @currency, @at, @kind, @saleId, @subject, @key) ON CONFLICT (business_id, key) DO NOTHING RETURNING id`,
  ),
)

const entryInsert = prepared((db) =>
  db.$client.prepare<Record<string, string | number | null>>(
    `INSERT INTO ledger_entries (transaction_id, position, account, amount_minor, currency, line)
     VALUES (@transactionId, @position, @account, @amountMinor, @currency, @line)`,
  ),
)

const seal = prepared((db) => db.$client.prepare<{ id: string; now: number }>('UPDATE ledger_transactions SET sealed_at = @now WHERE id = @id'))
