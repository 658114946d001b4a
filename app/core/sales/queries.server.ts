import { sumOf } from '~/kernel/money'
import { prepared, type Db } from '~/platform/database.server'

/** How money is taken or given by hand. */
export const handMethods = ['cash', 'card-terminal', 'transfer', 'other'] as const
export type HandMethod = (typeof handMethods)[number]

/** `card`: on a page of Stripe's. */
export type PaymentMethod = HandMethod | 'card'

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
  /** Something else is charged for its item instead since: it is owed no more, and nothing of it was kept. */
  readonly replaced: boolean
}

export interface Payment {
  readonly id: string
  readonly method: PaymentMethod
  readonly amountMinor: number
  readonly takenAt: number
  /** By card: which, as receipts name it. */
  readonly cardBrand: string | null
  readonly cardLast4: string | null
  readonly undoneAt: number | null
  readonly undoneReason: string | null
}

export const refundCauses = ['cancelled', 'called-off', 'no-show', 'by-hand', 'overpaid', 'too-late'] as const
/** Why money goes back: the customer cancelled, the business did, nobody came, a member chose to, more was paid than is owed, or it came when nothing was owed any more. */
export type RefundCause = (typeof refundCauses)[number]

/** Money that goes back, by one way. Due until it is given or withdrawn. */
export interface Refund {
  readonly id: string
  readonly amountMinor: number
  readonly cause: RefundCause
  readonly reason: string | null
  readonly madeAt: number
  /** The payment by card that it goes back to; null: it is given by hand. */
  readonly paymentId: string | null
  /** Stripe could not give it back: somebody tries again, or gives it by hand. */
  readonly failedAt: number | null
  readonly failure: string | null
  readonly givenAt: number | null
  readonly givenMethod: PaymentMethod | null
  readonly withdrawnAt: number | null
  readonly withdrawnReason: string | null
}

export interface Sale {
  readonly id: string
  readonly storeId: string
  readonly contactId: string
  readonly currency: string
  readonly totalMinor: number
  /** The share of it that was to be paid when it was made. */
  readonly dueAtOnceMinor: number
  /** Until when the rest is paid; null: on arrival. */
  readonly restDueAt: number | null
  /** What may be paid beyond what is owed, for a change that waits for it. */
  readonly aheadMinor: number
  /** What was taken and not undone, whether or not some of it goes back. */
  readonly paidMinor: number
  /** What goes back or has gone back. */
  readonly refundedMinor: number
  /** What of it is still to be given back. */
  readonly refundDueMinor: number
  /** What is no longer owed: refunded by line, or given up when the sale was closed. */
  readonly reversedMinor: number
  /** The same while the sale goes on; of one that is closed the page says what was paid and comes back. */
  readonly letGoMinor: number
  /** What the books have as receivable; below zero only until an overpayment is made a refund. */
  readonly owedMinor: number
  /** What is still to be paid. */
  readonly dueMinor: number
  readonly voidedAt: number | null
  readonly lines: readonly SaleLine[]
  readonly payments: readonly Payment[]
  readonly refunds: readonly Refund[]
}

/** A sale of this business with its lines and payments; null for anybody else's. */
export function saleById(db: Db, businessId: string, saleId: string): Sale | null {
  const sale = saleRow(db).get({ businessId, saleId })
  if (!sale) return null
  const payments = paymentRows(db).all({ saleId })
  const paidMinor = sumOf(payments.filter((payment) => payment.undoneAt === null).map((payment) => payment.amountMinor))
  const refunds = refundRows(db).all({ saleId })
  const standing = refunds.filter((refund) => refund.withdrawnAt === null)
  const refundedMinor = sumOf(standing.map((refund) => refund.amountMinor))
  const refundDueMinor = sumOf(standing.filter((refund) => refund.givenAt === null).map((refund) => refund.amountMinor))
  const owedMinor = sale.totalMinor - sale.reversedMinor - paidMinor + refundedMinor
  const lines = lineRows(db)
    .all({ saleId })
    .map((line) => ({ ...line, taxIncluded: line.taxIncluded === 1, replaced: line.replaced === 1 }))
  const letGoMinor = sale.voidedAt === null ? sale.reversedMinor : 0
  return { ...sale, letGoMinor, paidMinor, refundedMinor, refundDueMinor, owedMinor, dueMinor: Math.max(0, owedMinor), lines, payments, refunds }
}

/** The same as people read it: without what something else has taken the place of, and what was charged for that. */
export function saleAsRead(db: Db, businessId: string, saleId: string): Sale | null {
  const sale = saleById(db, businessId, saleId)
  return sale && withoutReplaced(sale)
}

function withoutReplaced(sale: Sale): Sale {
  const replacedMinor = sumOf(sale.lines.filter(({ replaced }) => replaced).map(({ amountMinor }) => amountMinor))
  return {
    ...sale,
    lines: sale.lines.filter(({ replaced }) => !replaced),
    totalMinor: sale.totalMinor - replacedMinor,
    reversedMinor: sale.reversedMinor - replacedMinor,
    letGoMinor: Math.max(0, sale.letGoMinor - replacedMinor),
  }
}

export interface FailedRefund {
  readonly id: string
  readonly saleId: string
  readonly amountMinor: number
  readonly currency: string
}

/** The refunds of a business that Stripe could not give back and nobody has seen to, the oldest first. */
export function failedRefunds(db: Db, businessId: string, atMost: number): FailedRefund[] {
  return failedRows(db).all({ businessId, atMost })
}

export interface MoneyMoved {
  /** Minor units of the business's currency: taken and not undone. */
  readonly takenMinor: number
  /** Given back. */
  readonly refundedMinor: number
}

/** What a business took and gave back from `from` to before `to`. */
export function moneyMoved(db: Db, businessId: string, from: number, to: number): MoneyMoved {
  return movedRow(db).get({ businessId, from, to }) ?? { takenMinor: 0, refundedMinor: 0 }
}

const saleRow = prepared((db) =>
  db.$client.prepare<{ businessId: string; saleId: string }, Pick<Sale, 'id' | 'storeId' | 'contactId' | 'currency' | 'totalMinor' | 'dueAtOnceMinor' | 'restDueAt' | 'aheadMinor' | 'reversedMinor' | 'voidedAt'>>(
    `SELECT id, store_id AS storeId, contact_id AS contactId, currency, total_minor AS totalMinor, due_at_once_minor AS dueAtOnceMinor, rest_due_at AS restDueAt, ahead_minor AS aheadMinor,
       reversed_minor AS reversedMinor, voided_at AS voidedAt
     FROM sales WHERE id = @saleId AND business_id = @businessId`,
  ),
)

const lineRows = prepared((db) =>
  db.$client.prepare<{ saleId: string }, Omit<SaleLine, 'taxIncluded' | 'replaced'> & { taxIncluded: number | null; replaced: number }>(
    `SELECT position, kind, title, item_id AS itemId, amount_minor AS amountMinor, tax_name AS taxName, tax_rate_ppm AS taxRatePpm,
       tax_included AS taxIncluded, on_position AS onPosition,
       EXISTS (SELECT 1 FROM dropped_lines d JOIN sale_lines later ON later.sale_id = l.sale_id AND later.item_id = l.item_id AND later.position > l.position
         LEFT JOIN dropped_lines too ON too.sale_id = later.sale_id AND too.position = later.position
         WHERE d.sale_id = l.sale_id AND d.position = l.position AND (too.dropped_at IS NULL OR too.dropped_at > d.dropped_at)) AS replaced
     FROM sale_lines l WHERE sale_id = @saleId ORDER BY position`,
  ),
)

const paymentRows = prepared((db) =>
  db.$client.prepare<{ saleId: string }, Payment>(
    `SELECT id, method, amount_minor AS amountMinor, taken_at AS takenAt, card_brand AS cardBrand, card_last4 AS cardLast4,
       undone_at AS undoneAt, undone_reason AS undoneReason
     FROM payments WHERE sale_id = @saleId ORDER BY taken_at, id`,
  ),
)

const refundRows = prepared((db) =>
  db.$client.prepare<{ saleId: string }, Refund>(
    `SELECT id, amount_minor AS amountMinor, cause, reason, made_at AS madeAt, payment_id AS paymentId, failed_at AS failedAt, failure, given_at AS givenAt, given_method AS givenMethod,
       withdrawn_at AS withdrawnAt, withdrawn_reason AS withdrawnReason
     FROM refunds WHERE sale_id = @saleId ORDER BY made_at, id`,
  ),
)

/** Exported for the test of its plan. */
export const failedRefundsSql = `SELECT id, sale_id AS saleId, amount_minor AS amountMinor, currency FROM refunds
  WHERE business_id = @businessId AND given_at IS NULL AND withdrawn_at IS NULL AND failed_at IS NOT NULL ORDER BY made_at LIMIT @atMost`

const failedRows = prepared((db) => db.$client.prepare<{ businessId: string; atMost: number }, FailedRefund>(failedRefundsSql))

/** Exported for the test of its plan. */
export const moneyMovedSql = `SELECT
    (SELECT coalesce(sum(amount_minor), 0) FROM payments WHERE business_id = @businessId AND taken_at >= @from AND taken_at < @to AND undone_at IS NULL) AS takenMinor,
    (SELECT coalesce(sum(amount_minor), 0) FROM refunds WHERE business_id = @businessId AND given_at >= @from AND given_at < @to) AS refundedMinor`

const movedRow = prepared((db) => db.$client.prepare<{ businessId: string; from: number; to: number }, MoneyMoved>(moneyMovedSql))
