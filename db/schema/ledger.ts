import { sql } from 'drizzle-orm'
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { businesses } from './businesses'
import { id, instant, minorUnits, oneOf } from './columns'

export const ledgerAccounts = ['stripe-balance', 'cash-box', 'receivable', 'revenue', 'tax-payable', 'refunds-due'] as const

export const ledgerKinds = [
  'sale-opened', 'sale-changed', 'sale-closed', 'payment-taken', 'payment-undone', 'refund-made', 'refund-withdrawn', 'refund-given', 'refund-failed',
] as const

/** One fact about money. It is written with its entries and sealed at once; ledger.sql refuses everything else. */
export const ledgerTransactions = sqliteTable(
  'ledger_transactions',
  {
    id: id(),
    businessId: text('business_id').notNull().references(() => businesses.id),
    currency: text().notNull(),
    /** When it happened. */
    at: instant().notNull(),
    kind: text({ enum: ledgerKinds }).notNull(),
    /** The sale that it is about. */
    saleId: text('sale_id').notNull(),
    /** The sale, payment or refund itself. */
    subject: text().notNull(),
    /** One for each fact: the same fact is posted once. */
    key: text().notNull(),
    sealedAt: instant(),
  },
  (t) => [
    uniqueIndex('ledger_transactions_key').on(t.businessId, t.key),
    index('ledger_transactions_by_time').on(t.at, t.id),
    index('ledger_transactions_by_business').on(t.businessId, t.at, t.id),
    index('ledger_transactions_by_sale').on(t.saleId),
    oneOf('ledger_transactions_kind', t.kind, ledgerKinds),
  ],
)

/** What a transaction moves: above zero into the account (debit), below zero out of it (credit). */
export const ledgerEntries = sqliteTable(
  'ledger_entries',
  {
    transactionId: text('transaction_id').notNull().references(() => ledgerTransactions.id),
    position: integer().notNull(),
    account: text({ enum: ledgerAccounts }).notNull(),
    amountMinor: integer('amount_minor').notNull(),
    currency: text().notNull(),
    /** Revenue and tax: the position of the sale's line that it is from. */
    line: integer(),
  },
  (t) => [
    primaryKey({ columns: [t.transactionId, t.position] }),
    oneOf('ledger_entries_account', t.account, ledgerAccounts),
    minorUnits('ledger_entries_amount', t.amountMinor),
    check('ledger_entries_moves', sql`amount_minor <> 0`),
  ],
)

/** What stands on each account, kept by the triggers alone. */
export const ledgerBalances = sqliteTable(
  'ledger_balances',
  {
    businessId: text('business_id').notNull().references(() => businesses.id),
    account: text({ enum: ledgerAccounts }).notNull(),
    currency: text().notNull(),
    balanceMinor: integer('balance_minor').notNull(),
  },
  (t) => [primaryKey({ columns: [t.businessId, t.account, t.currency] }), minorUnits('ledger_balances_amount', t.balanceMinor)],
)
