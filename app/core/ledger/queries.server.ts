import { prepared, type Db } from '~/platform/database.server'
import type { Entry, FactKind, LedgerAccount } from './model/accounts'

export interface LedgerTransaction {
  readonly id: string
  readonly businessId: string
  readonly currency: string
  /** UTC milliseconds. */
  readonly at: number
  readonly kind: FactKind
  readonly saleId: string
  readonly subject: string
  readonly entries: readonly Entry[]
}

export interface LedgerFilter {
  readonly businessId: string | null
  readonly account: LedgerAccount | null
  /** Half-open, UTC milliseconds. */
  readonly from: number | null
  readonly to: number | null
}

export interface Balance {
  readonly account: LedgerAccount
  readonly currency: string
  /** Minor units; above zero is a debit. */
  readonly balanceMinor: number
}

/** Transactions that pass the filter with their entries, the latest first, at most `limit`; `before` is the last one of the page before. */
export function ledgerTransactions(db: Db, filter: LedgerFilter, before: { readonly at: number; readonly id: string } | null, limit: number): LedgerTransaction[] {
  const query = filter.businessId === null ? pageOfAll : pageOfBusiness
  return query(db)
    .all({ ...filter, beforeAt: before?.at ?? null, beforeId: before?.id ?? null, limit })
    .map((row) => ({ ...row, entries: entryRows(db).all({ id: row.id }).map(({ line, ...entry }) => (line === null ? entry : { ...entry, line })) }))
}

/** What stands on each account, of one business or (null) of all together, by currency. */
export function balances(db: Db, businessId: string | null): Balance[] {
  return balanceRows(db).all({ businessId })
}

/** What all entries of all time add up to in each currency: zero, or the books are wrong. */
export function sumOfEverything(db: Db): { readonly currency: string; readonly entries: number; readonly sumMinor: number }[] {
  return sumRows(db).all()
}

/** What the books hold as earned or taxed on each line of a sale, by position, in minor units: what was charged less what was reversed. */
export function standingOf(db: Db, saleId: string): Map<number, number> {
  return new Map(standingRows(db).all({ saleId }).map(({ line, amountMinor }) => [line, amountMinor]))
}

/** What the customer owes for a sale by the books, in minor units. */
export function receivableOf(db: Db, saleId: string): number {
  return receivableRow(db).get({ saleId })?.amountMinor ?? 0
}

type Page = Record<keyof LedgerFilter | 'beforeAt' | 'beforeId' | 'limit', string | number | null>

const page = (where: string) =>
  `SELECT t.id, t.business_id AS businessId, t.currency, t.at, t.kind, t.sale_id AS saleId, t.subject FROM ledger_transactions t
   WHERE ${where} AND (@from IS NULL OR t.at >= @from) AND (@to IS NULL OR t.at < @to) AND (@beforeAt IS NULL OR (t.at, t.id) < (@beforeAt, @beforeId))
     AND (@account IS NULL OR EXISTS (SELECT 1 FROM ledger_entries e WHERE e.transaction_id = t.id AND e.account = @account))
   ORDER BY t.at DESC, t.id DESC LIMIT @limit`

/** Exported for the test of their plans. */
export const ledgerSql = { ofAll: page('@businessId IS NULL'), ofBusiness: page('t.business_id = @businessId') }

const pageOfAll = prepared((db) => db.$client.prepare<Page, Omit<LedgerTransaction, 'entries'>>(ledgerSql.ofAll))
const pageOfBusiness = prepared((db) => db.$client.prepare<Page, Omit<LedgerTransaction, 'entries'>>(ledgerSql.ofBusiness))

const entryRows = prepared((db) =>
  db.$client.prepare<{ id: string }, Omit<Entry, 'line'> & { line: number | null }>(
    'SELECT account, amount_minor AS amountMinor, line FROM ledger_entries WHERE transaction_id = @id ORDER BY position',
  ),
)

const balanceRows = prepared((db) =>
  db.$client.prepare<{ businessId: string | null }, Balance>(
    `SELECT account, currency, sum(balance_minor) AS balanceMinor FROM ledger_balances
     WHERE @businessId IS NULL OR business_id = @businessId GROUP BY currency, account ORDER BY currency, account`,
  ),
)

const sumRows = prepared((db) =>
  db.$client.prepare<[], { currency: string; entries: number; sumMinor: number }>(
    'SELECT currency, count(*) AS entries, sum(amount_minor) AS sumMinor FROM ledger_entries GROUP BY currency ORDER BY currency',
  ),
)

const standingRows = prepared((db) =>
  db.$client.prepare<{ saleId: string }, { line: number; amountMinor: number }>(
    `SELECT e.line, -sum(e.amount_minor) AS amountMinor FROM ledger_transactions t JOIN ledger_entries e ON e.transaction_id = t.id
     WHERE t.sale_id = @saleId AND e.line IS NOT NULL GROUP BY e.line`,
  ),
)

const receivableRow = prepared((db) =>
  db.$client.prepare<{ saleId: string }, { amountMinor: number | null }>(
    `SELECT sum(e.amount_minor) AS amountMinor FROM ledger_transactions t JOIN ledger_entries e ON e.transaction_id = t.id
     WHERE t.sale_id = @saleId AND e.account = 'receivable'`,
  ),
)
