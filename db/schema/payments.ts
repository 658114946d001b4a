import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { businesses } from './businesses'
import { id, instant, oneOf } from './columns'
import { refunds, sales } from './sales'

export const paymentTerms = ['on-arrival', 'deposit', 'in-full'] as const

/** A deposit has a share; only a deposit has a rest. */
export const depositRule = sql`coalesce(payment_terms = 'deposit', 0) = (deposit_percent is not null) and (deposit_percent is null or deposit_percent between 1 and 99) and (rest_days is null or (deposit_percent is not null and rest_days between 1 and 365))`

/** How a business is paid, where a service says nothing else; no row: on arrival. */
export const paymentSettings = sqliteTable(
  'payment_settings',
  {
    businessId: text('business_id').primaryKey().references(() => businesses.id),
    paymentTerms: text('payment_terms', { enum: paymentTerms }).notNull(),
    depositPercent: integer('deposit_percent'),
    restDays: integer('rest_days'),
    /** How long a time is kept for who has not paid yet. */
    holdMinutes: integer('hold_minutes').notNull(),
    /** How many days after the rest was due a booking is let go whose rest was not paid; null: never by itself. */
    releaseDays: integer('release_days'),
    changedAt: instant().notNull(),
  },
  (t) => [oneOf('payment_settings_terms', t.paymentTerms, paymentTerms), check('payment_settings_deposit', depositRule), check('payment_settings_hold', sql`hold_minutes between 5 and 1380`)],
)

export const checkoutStates = ['asked', 'open', 'paid', 'closed'] as const

/** A payment page of Stripe's for a sale. Key and parameters are written before Stripe is asked for it, so that a lost answer is found again. */
export const checkouts = sqliteTable(
  'checkouts',
  {
    id: id(),
    businessId: text('business_id').notNull().references(() => businesses.id),
    saleId: text('sale_id').notNull().references(() => sales.id),
    amountMinor: integer('amount_minor').notNull(),
    currency: text().notNull(),
    state: text({ enum: checkoutStates }).notNull(),
    /** Stripe's idempotency key of the call. */
    key: text().notNull(),
    /** Exactly what the call says; it holds an address, so it goes once the page is settled. */
    params: text({ mode: 'json' }).$type<Record<string, unknown>>(),
    /** Until when the customer may pay, as the customer was told. */
    deadline: instant().notNull(),
    /** When Stripe closes the page by itself. */
    expiresAt: instant().notNull(),
    askedAt: instant().notNull(),
    sessionId: text('session_id'),
    url: text(),
    settledAt: instant(),
    /** When to look after it next. */
    nextAt: instant(),
    tries: integer().notNull().default(0),
    /** What Stripe said when it refused, or why it could not be asked. */
    error: text(),
  },
  (t) => [
    uniqueIndex('checkouts_key').on(t.key),
    uniqueIndex('checkouts_session').on(t.sessionId).where(sql`session_id is not null`),
    index('checkouts_by_sale').on(t.saleId, t.askedAt),
    index('checkouts_due').on(t.nextAt).where(sql`next_at is not null`),
    oneOf('checkouts_state', t.state, checkoutStates),
    check('checkouts_amount', sql`typeof(amount_minor) = 'integer' and amount_minor between 1 and 9007199254740991`),
    check('checkouts_open', sql`(state in ('asked', 'open')) = (next_at is not null and params is not null)`),
  ],
)

export const cardRefundStates = ['asked', 'pending', 'given', 'failed'] as const

/** What Stripe was told of a refund to a card, and what came of it. */
export const cardRefunds = sqliteTable(
  'card_refunds',
  {
    refundId: text('refund_id').primaryKey().references(() => refunds.id),
    businessId: text('business_id').notNull().references(() => businesses.id),
    paymentIntentId: text('payment_intent_id').notNull(),
    amountMinor: integer('amount_minor').notNull(),
    currency: text().notNull(),
    state: text({ enum: cardRefundStates }).notNull(),
    /** Each attempt is a call of its own, with a key of its own. */
    attempt: integer().notNull(),
    stripeId: text('stripe_id'),
    askedAt: instant().notNull(),
    lastTriedAt: instant(),
    nextAt: instant(),
    tries: integer().notNull().default(0),
    error: text(),
  },
  (t) => [
    uniqueIndex('card_refunds_stripe').on(t.stripeId).where(sql`stripe_id is not null`),
    index('card_refunds_due').on(t.nextAt).where(sql`next_at is not null`),
    index('card_refunds_failed').on(t.businessId).where(sql`state = 'failed'`),
    oneOf('card_refunds_state', t.state, cardRefundStates),
  ],
)

export const stripeSubjects = ['checkout', 'refund'] as const

/** What Stripe told of, once for each of its events, however often it told. It holds ids alone: what is true is asked for when it is handled. */
export const stripeEvents = sqliteTable(
  'stripe_events',
  {
    /** Stripe's own. */
    id: text().primaryKey(),
    type: text().notNull(),
    /** When it happened at Stripe. */
    at: instant().notNull(),
    receivedAt: instant().notNull(),
    about: text({ enum: stripeSubjects }),
    /** The session or refund that it is about. */
    objectId: text('object_id'),
    handledAt: instant(),
    nextAt: instant(),
    tries: integer().notNull().default(0),
    error: text(),
  },
  (t) => [
    index('stripe_events_due').on(t.nextAt).where(sql`next_at is not null`),
    index('stripe_events_by_time').on(t.at),
    check('stripe_events_handled', sql`(handled_at is null) = (next_at is not null)`),
  ],
)

/** How far the house has asked Stripe for events by itself, so that what Stripe could not tell is found. One row. */
export const stripeFetches = sqliteTable('stripe_fetches', {
  id: text({ enum: ['events'] }).primaryKey(),
  /** Everything that happened before was asked for. */
  until: instant().notNull(),
})
