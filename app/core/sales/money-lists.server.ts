import { prepared, type Db } from '~/platform/database.server'
import type { PaymentMethod } from './queries.server'

export const moneyKinds = ['owed', 'taken', 'given', 'due-back'] as const
/** What customers owe, what was taken and given back in a stretch of time, and what is still to be given back. */
export type MoneyKind = (typeof moneyKinds)[number]

/** One sale that owes, one payment, or one refund. */
export interface MoneyRow {
  readonly id: string
  readonly saleId: string
  readonly contactId: string
  /** When the sale was opened, the payment taken, the refund given, or made where it is still due. */
  readonly at: number
  /** Minor units of the business's currency. */
  readonly amountMinor: number
  readonly method: PaymentMethod | null
}

export interface MoneyCursor {
  readonly at: number
  readonly id: string
}

export interface MoneyList {
  readonly rows: readonly MoneyRow[]
  /** Where the list goes on; null at its end. */
  readonly next: MoneyCursor | null
}

interface Span {
  readonly from: number
  readonly to: number
}

const perPage = 50
/** So many sales are looked at for a page of those that owe: the rest is on the pages after it. */
const mostWalked = 5000

/** The rows behind one of the overview's sums of money, the latest first. All rows of its pages add up to the sum. `span` counts for what was taken and given. */
export function moneyList(db: Db, businessId: string, kind: MoneyKind, { from, to }: Span, after: MoneyCursor | null): MoneyList {
  const before = after ?? { at: Number.MAX_SAFE_INTEGER, id: '' }
  const asked = { businessId, from, to, at: before.at, id: before.id }
  const found = listRows[kind](db).all(asked)
  const rows = found.slice(0, perPage)
  const last = rows.at(-1)
  if (found.length > perPage && last) return { rows, next: { at: last.at, id: last.id } }
  return { rows, next: kind === 'owed' ? (lastWalked(db).get(asked) ?? null) : null }
}

interface Asked extends MoneyCursor {
  readonly businessId: string
  readonly from: number
  readonly to: number
}

const page = `LIMIT ${perPage + 1}`
const walk = 'FROM sales s INDEXED BY sales_by_business WHERE s.business_id = @businessId AND (s.opened_at, s.id) < (@at, @id) ORDER BY s.opened_at DESC, s.id DESC'
const standing = '(SELECT coalesce(sum(p.amount_minor), 0) FROM payments p WHERE p.sale_id = walked.id AND p.undone_at IS NULL)'
const back = '(SELECT coalesce(sum(r.amount_minor), 0) FROM refunds r WHERE r.sale_id = walked.id AND r.withdrawn_at IS NULL)'

/** Exported for the test of their plans. */
export const moneyListsSql: Readonly<Record<MoneyKind, string>> = {
  owed: `SELECT * FROM (
      SELECT id, id AS saleId, contact_id AS contactId, opened_at AS at, total_minor - reversed_minor - ${standing} + ${back} AS amountMinor, NULL AS method
      FROM (SELECT * ${walk} LIMIT ${mostWalked}) walked) WHERE amountMinor > 0 ORDER BY at DESC, id DESC ${page}`,
  taken: `SELECT p.id, p.sale_id AS saleId, s.contact_id AS contactId, p.taken_at AS at, p.amount_minor AS amountMinor, p.method
    FROM payments p INDEXED BY payments_by_business CROSS JOIN sales s ON s.id = p.sale_id
    WHERE p.business_id = @businessId AND p.taken_at >= @from AND p.taken_at < @to AND p.undone_at IS NULL AND (p.taken_at, p.id) < (@at, @id)
    ORDER BY p.taken_at DESC, p.id DESC ${page}`,
  given: `SELECT r.id, r.sale_id AS saleId, s.contact_id AS contactId, r.given_at AS at, r.amount_minor AS amountMinor, r.given_method AS method
    FROM refunds r INDEXED BY refunds_by_business CROSS JOIN sales s ON s.id = r.sale_id
    WHERE r.business_id = @businessId AND r.given_at >= @from AND r.given_at < @to AND (r.given_at, r.id) < (@at, @id)
    ORDER BY r.given_at DESC, r.id DESC ${page}`,
  'due-back': `SELECT r.id, r.sale_id AS saleId, s.contact_id AS contactId, r.made_at AS at, r.amount_minor AS amountMinor, NULL AS method
    FROM refunds r INDEXED BY refunds_due CROSS JOIN sales s ON s.id = r.sale_id
    WHERE r.business_id = @businessId AND r.given_at IS NULL AND r.withdrawn_at IS NULL AND (r.made_at, r.id) < (@at, @id)
    ORDER BY r.made_at DESC, r.id DESC ${page}`,
}

const listRows = {
  owed: prepared((db) => db.$client.prepare<Asked, MoneyRow>(moneyListsSql.owed)),
  taken: prepared((db) => db.$client.prepare<Asked, MoneyRow>(moneyListsSql.taken)),
  given: prepared((db) => db.$client.prepare<Asked, MoneyRow>(moneyListsSql.given)),
  'due-back': prepared((db) => db.$client.prepare<Asked, MoneyRow>(moneyListsSql['due-back'])),
}

const lastWalked = prepared((db) => db.$client.prepare<Asked, MoneyCursor>(`SELECT s.opened_at AS at, s.id ${walk} LIMIT 1 OFFSET ${mostWalked - 1}`))
