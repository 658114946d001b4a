import { sql } from 'drizzle-orm'
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { businesses, stores } from './businesses'
import { flag, id, instant, minorUnits, oneOf } from './columns'
import { contacts } from './contacts'
import { users } from './identity'

/** What one contact owes one business. All money hangs here, never on the thing sold. */
export const sales = sqliteTable(
  'sales',
  {
    id: id(),
    businessId: text('business_id').notNull().references(() => businesses.id),
    storeId: text('store_id').notNull().references(() => stores.id),
    contactId: text('contact_id').notNull().references(() => contacts.id),
    currency: text().notNull(),
    /** The sum of its lines, moved with them. */
    totalMinor: integer('total_minor').notNull(),
    /** What is no longer owed of it: refunded by line, or given up when it was closed. Moved with the books. */
    reversedMinor: integer('reversed_minor').notNull().default(0),
    /** The share of it that is paid when it is made; the rest is due on arrival, or by the date below. No line: part of what the lines add up to. */
    dueAtOnceMinor: integer('due_at_once_minor').notNull().default(0),
    /** Until when the rest is paid; null: on arrival. */
    restDueAt: instant(),
    /** What may be paid beyond what is owed, for a change that waits to be paid first. */
    aheadMinor: integer('ahead_minor').notNull().default(0),
    openedAt: instant().notNull(),
    /** Closed: whatever comes, nothing more is owed. */
    voidedAt: instant(),
  },
  (t) => [index('sales_by_business').on(t.businessId, t.openedAt), index('sales_by_contact').on(t.contactId), minorUnits('sales_total', t.totalMinor), minorUnits('sales_due_at_once', t.dueAtOnceMinor)],
)

export const saleLineKinds = ['item', 'fee', 'discount', 'tip', 'tax', 'rounding'] as const

/** Computed once, never changed: a change of the sale adds lines. Amounts are net; every tax is a line of its own. */
export const saleLines = sqliteTable(
  'sale_lines',
  {
    id: id(),
    saleId: text('sale_id').notNull().references(() => sales.id),
    position: integer().notNull(),
    kind: text({ enum: saleLineKinds }).notNull(),
    title: text().notNull(),
    /** The booking item that it is for. */
    itemId: text('item_id'),
    amountMinor: integer('amount_minor').notNull(),
    currency: text().notNull(),
    taxName: text('tax_name'),
    taxRatePpm: integer('tax_rate_ppm'),
    taxIncluded: flag(),
    /** The position of the line that a tax is on; null: on the whole. */
    onPosition: integer('on_position'),
    addedAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('sale_lines_position').on(t.saleId, t.position),
    oneOf('sale_lines_kind', t.kind, saleLineKinds),
    minorUnits('sale_lines_amount', t.amountMinor),
    check('sale_lines_tax', sql`(kind = 'tax') = (tax_name is not null and tax_rate_ppm is not null and tax_included is not null)`),
  ],
)

/** Lines that were settled before their sale, since what they are for was cancelled alone: what still stands of them is the fee. */
export const droppedLines = sqliteTable(
  'dropped_lines',
  {
    saleId: text('sale_id').notNull().references(() => sales.id),
    position: integer().notNull(),
    droppedAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.saleId, t.position] })],
)

export const paymentMethods = ['cash', 'card-terminal', 'transfer', 'other', 'card'] as const

/** Money taken for a sale: marked by hand, or (`card`) paid on a page of Stripe's. Taking a mark back is a mark of its own, never a deletion. */
export const payments = sqliteTable(
  'payments',
  {
    id: id(),
    businessId: text('business_id').notNull().references(() => businesses.id),
    saleId: text('sale_id').notNull().references(() => sales.id),
    method: text({ enum: paymentMethods }).notNull(),
    amountMinor: integer('amount_minor').notNull(),
    currency: text().notNull(),
    takenAt: instant().notNull(),
    /** Who marked it; null where it was paid by card. */
    takenBy: text('taken_by').references(() => users.id),
    /** By card: the payment page that it was paid on, what refunds are made against, and which card, as receipts name it. */
    checkoutId: text('checkout_id'),
    paymentIntentId: text('payment_intent_id'),
    cardBrand: text('card_brand'),
    cardLast4: text('card_last4'),
    undoneAt: instant(),
    undoneBy: text('undone_by').references(() => users.id),
    undoneReason: text('undone_reason'),
  },
  (t) => [
    index('payments_by_sale').on(t.saleId),
    index('payments_by_business').on(t.businessId, t.takenAt),
    oneOf('payments_method', t.method, paymentMethods),
    uniqueIndex('payments_by_checkout').on(t.checkoutId).where(sql`checkout_id is not null`),
    check('payments_card', sql`(method = 'card') = (checkout_id is not null and payment_intent_id is not null) and (method = 'card') = (taken_by is null)`),
    check('payments_amount', sql`typeof(amount_minor) = 'integer' and amount_minor between 1 and 9007199254740991`),
  ],
)

export const refundCauses = ['cancelled', 'called-off', 'no-show', 'by-hand', 'overpaid', 'too-late'] as const

/** Money that goes back, by one way. It is due from the moment it is made until it is given, or withdrawn with a reason. */
export const refunds = sqliteTable(
  'refunds',
  {
    id: id(),
    businessId: text('business_id').notNull().references(() => businesses.id),
    saleId: text('sale_id').notNull().references(() => sales.id),
    amountMinor: integer('amount_minor').notNull(),
    currency: text().notNull(),
    cause: text({ enum: refundCauses }).notNull(),
    reason: text(),
    madeAt: instant().notNull(),
    /** The payment by card that it goes back to; null: it is given by hand. */
    paymentId: text('payment_id').references(() => payments.id),
    /** Stripe could not give it back; it stays due. */
    failedAt: instant(),
    failure: text(),
    givenAt: instant(),
    givenBy: text('given_by').references(() => users.id),
    givenMethod: text('given_method', { enum: paymentMethods }),
    withdrawnAt: instant(),
    withdrawnBy: text('withdrawn_by').references(() => users.id),
    withdrawnReason: text('withdrawn_reason'),
  },
  (t) => [
    index('refunds_by_sale').on(t.saleId),
    index('refunds_by_payment').on(t.paymentId).where(sql`payment_id is not null`),
    index('refunds_by_business').on(t.businessId, t.givenAt),
    index('refunds_due').on(t.businessId, t.madeAt).where(sql`given_at is null and withdrawn_at is null`),
    oneOf('refunds_cause', t.cause, refundCauses),
    oneOf('refunds_method', t.givenMethod, paymentMethods),
    check('refunds_amount', sql`typeof(amount_minor) = 'integer' and amount_minor between 1 and 9007199254740991`),
    check('refunds_given', sql`(given_at is null) = (given_method is null) and (given_at is null or (withdrawn_at is null and failed_at is null))`),
  ],
)

/** What of a refund is taken off which line. An overpayment is off none. */
export const refundLines = sqliteTable(
  'refund_lines',
  {
    refundId: text('refund_id').notNull().references(() => refunds.id),
    position: integer().notNull(),
    amountMinor: integer('amount_minor').notNull(),
  },
  (t) => [primaryKey({ columns: [t.refundId, t.position] }), minorUnits('refund_lines_amount', t.amountMinor)],
)
