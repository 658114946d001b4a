import { sumOf } from '~/kernel/money'
import { prepared, type Db } from '~/platform/database.server'

export const paymentMethods = ['cash', 'card-terminal', 'transfer', 'other'] as const
export type PaymentMethod = (typeof paymentMethods)[number]

export interface SaleLine {
  readonly position: number
  readonly kind: 'item' | 'fee' | 'discount' | 'tip' | 'tax' | 'rounding'
  readonly title: string
  readonly itemId: string | null
  readonly amountMinor: number
  readonly taxName: string | null
  readonly taxRatePpm: number | null
  readonly taxIncluded: boolean
  readonly onPosition: number | null
}

export interface Payment {
  readonly id: string
  readonly method: PaymentMethod
  readonly amountMinor: number
  readonly takenAt: number
  readonly undoneAt: number | null
  readonly undoneReason: string | null
}

export interface Sale {
  readonly id: string
  readonly storeId: string
  readonly contactId: string
  readonly currency: string
  readonly totalMinor: number
  readonly paidMinor: number
  /** What is still owed; nothing once the sale is void. */
  readonly dueMinor: number
  readonly voidedAt: number | null
  readonly lines: readonly SaleLine[]
  readonly payments: readonly Payment[]
}

/** A sale of this business with its lines and payments; null for anybody else's. */
export function saleById(db: Db, businessId: string, saleId: string): Sale | null {
  const sale = saleRow(db).get({ businessId, saleId })
  if (!sale) return null
  const payments = paymentRows(db).all({ saleId })
  const paidMinor = sumOf(payments.filter((payment) => payment.undoneAt === null).map((payment) => payment.amountMinor))
  const lines = lineRows(db)
    .all({ saleId })
    .map((line) => ({ ...line, taxIncluded: line.taxIncluded === 1 }))
  return { ...sale, paidMinor, dueMinor: sale.voidedAt === null ? Math.max(0, sale.totalMinor - paidMinor) : 0, lines, payments }
}

const saleRow = prepared((db) =>
  db.$client.prepare<{ businessId: string; saleId: string }, Omit<Sale, 'paidMinor' | 'dueMinor' | 'lines' | 'payments'>>(
    `SELECT id, store_id AS storeId, contact_id AS contactId, currency, total_minor AS totalMinor, voided_at AS voidedAt
     FROM sales WHERE id = @saleId AND business_id = @businessId`,
  ),
)

const lineRows = prepared((db) =>
  db.$client.prepare<{ saleId: string }, Omit<SaleLine, 'taxIncluded'> & { taxIncluded: number | null }>(
    `SELECT position, kind, title, item_id AS itemId, amount_minor AS amountMinor, tax_name AS taxName, tax_rate_ppm AS taxRatePpm,
       tax_included AS taxIncluded, on_position AS onPosition
     FROM sale_lines WHERE sale_id = @saleId ORDER BY position`,
  ),
)

const paymentRows = prepared((db) =>
  db.$client.prepare<{ saleId: string }, Payment>(
    `SELECT id, method, amount_minor AS amountMinor, taken_at AS takenAt, undone_at AS undoneAt, undone_reason AS undoneReason
     FROM payments WHERE sale_id = @saleId ORDER BY taken_at`,
  ),
)
