export const accounts = ['stripe-balance', 'cash-box', 'receivable', 'revenue', 'tax-payable', 'refunds-due'] as const

/**
 * Where money stands: at Stripe, in the cash box (whatever was taken or given by hand), owed by the customer, earned, owed to the
 * tax office, owed back to the customer.
 */
export type LedgerAccount = (typeof accounts)[number]

export type FactKind =
  | 'sale-opened'
  | 'sale-changed'
  | 'sale-closed'
  | 'payment-taken'
  | 'payment-undone'
  | 'refund-made'
  | 'refund-withdrawn'
  | 'refund-given'
  | 'refund-failed'

/** Into an account (above zero: debit) or out of it (below zero: credit), in minor units of the transaction's currency. */
export interface Entry {
  readonly account: LedgerAccount
  readonly amountMinor: number
  /** Revenue and tax: the position of the sale's line. */
  readonly line?: number
}
