import type { BusinessCtx } from '~/kernel/ctx'
import { record } from '~/platform/audit.server'
import { prepared, transact, type Db } from '~/platform/database.server'
import { stripeReady } from '~/platform/stripe.server'
import { onArrival, type PaymentTerms } from './model/payment-terms'

export interface PaymentSettings {
  /** What holds for a service that says nothing else. */
  readonly terms: PaymentTerms
  /** How long a time is kept for who has not paid yet. */
  readonly holdMinutes: number
  /** How many days after the rest was due a booking is let go whose rest was not paid; null: never by itself. */
  readonly releaseDays: number | null
}

/** Where a business has said nothing. */
export const plainSettings: PaymentSettings = { terms: onArrival, holdMinutes: 30, releaseDays: null }

/** How a business is paid. */
export function paymentSettings(db: Db, businessId: string): PaymentSettings {
  const row = settingsRow(db).get({ businessId })
  return row ? { terms: termsIn(row), holdMinutes: row.holdMinutes, releaseDays: row.releaseDays } : plainSettings
}

/** When something is paid whose own terms are these (null: as its business has it): on arrival wherever nobody can pay by card. */
export function termsInForce(db: Db, businessId: string, own: PaymentTerms | null): PaymentTerms {
  return stripeReady().ok ? (own ?? paymentSettings(db, businessId).terms) : onArrival
}

/** Says how the business is paid from now on. What is booked keeps what it was booked with. */
export function changePaymentSettings(ctx: BusinessCtx, { terms, holdMinutes, releaseDays = null }: Omit<PaymentSettings, 'releaseDays'> & Partial<PaymentSettings>): void {
  transact((db) => {
    settingsUpsert(db).run({ businessId: ctx.businessId, ...termColumns(terms), holdMinutes, releaseDays, now: ctx.now })
    record(db, ctx, { businessId: ctx.businessId, action: 'payments.settings.change', subject: ctx.businessId, changes: { terms: terms.kind, holdMinutes, releaseDays } })
  })
}

/** Terms as they stand in a row that has such columns: the settings here, a trade's own listings. */
export interface TermColumns {
  readonly paymentTerms: PaymentTerms['kind']
  readonly depositPercent: number | null
  readonly restDays: number | null
}

export function termColumns(terms: PaymentTerms): TermColumns {
  const deposit = terms.kind === 'deposit' ? terms : null
  return { paymentTerms: terms.kind, depositPercent: deposit?.percent ?? null, restDays: deposit?.restDays ?? null }
}

export function termsIn({ paymentTerms, depositPercent, restDays }: TermColumns): PaymentTerms {
  return paymentTerms === 'deposit' ? { kind: 'deposit', percent: depositPercent ?? 0, restDays } : { kind: paymentTerms }
}

const settingsRow = prepared((db) =>
  db.$client.prepare<{ businessId: string }, TermColumns & { holdMinutes: number; releaseDays: number | null }>(
    `SELECT payment_terms AS paymentTerms, deposit_percent AS depositPercent, rest_days AS restDays, hold_minutes AS holdMinutes, release_days AS releaseDays
     FROM payment_settings WHERE business_id = @businessId`,
  ),
)

const settingsUpsert = prepared((db) =>
  db.$client.prepare(
    `INSERT INTO payment_settings (business_id, payment_terms, deposit_percent, rest_days, hold_minutes, release_days, changed_at)
     VALUES (@businessId, @paymentTerms, @depositPercent, @restDays, @holdMinutes, @releaseDays, @now)
     ON CONFLICT (business_id) DO UPDATE SET payment_terms = excluded.payment_terms, deposit_percent = excluded.deposit_percent,
       rest_days = excluded.rest_days, hold_minutes = excluded.hold_minutes, release_days = excluded.release_days, changed_at = excluded.changed_at`,
  ),
)
