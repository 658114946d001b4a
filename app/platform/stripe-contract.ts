import type { Instant } from '~/kernel/time'

/** What a payment page is opened with. Plain data, so that it can be stored before the call and sent again exactly as it was. */
export interface CheckoutParams {
  /** In capitals, as `Money` has it. */
  readonly currency: string
  readonly lines: readonly CheckoutLine[]
  /** What the payment is called on our side; it comes back with the session. */
  readonly reference: string
  readonly description: string
  readonly email: string | null
  /** One of our languages. */
  readonly language: string
  /** Where paying leads to; `{CHECKOUT_SESSION_ID}` in it becomes the session's id. */
  readonly successUrl: string
  readonly cancelUrl: string
  /** At least 30 minutes after the call and at most 24 hours, to the second. */
  readonly expiresAt: Instant
  readonly metadata: Readonly<Record<string, string>>
}

export interface CheckoutLine {
  readonly name: string
  readonly description?: string
  readonly amountMinor: number
  readonly quantity: number
}

/** A payment page as Stripe has it at the moment. */
export interface Checkout {
  readonly id: string
  /** Null once it is complete or expired. */
  readonly url: string | null
  readonly status: 'open' | 'complete' | 'expired'
  /** Whether the money is there; complete alone does not say so. */
  readonly paid: boolean
  readonly amountMinor: number
  readonly currency: string
  readonly expiresAt: Instant
  readonly reference: string | null
  readonly metadata: Readonly<Record<string, string>>
  /** What refunds are made against; null until somebody has tried to pay. */
  readonly paymentIntentId: string | null
  /** Known where the session was asked for itself; an event does not say it. */
  readonly card: { readonly brand: string | null; readonly last4: string | null } | null
}

export interface RefundParams {
  readonly paymentIntentId: string
  readonly amountMinor: number
  readonly currency: string
  readonly metadata: Readonly<Record<string, string>>
}

export interface StripeRefund {
  readonly id: string
  /** One that succeeded may still fail, days later. */
  readonly status: 'pending' | 'requires_action' | 'succeeded' | 'failed' | 'canceled'
  readonly amountMinor: number
  readonly currency: string
  readonly paymentIntentId: string | null
  readonly failureReason: string | null
  readonly metadata: Readonly<Record<string, string>>
}

/** Something that happened at Stripe. What it shows is how things were at that moment: a later event may arrive first. */
export interface StripeEvent {
  readonly id: string
  readonly type: string
  readonly at: Instant
  /** Null where the house does not follow events of this type. */
  readonly about: { readonly kind: 'checkout'; readonly checkout: Checkout } | { readonly kind: 'refund'; readonly refund: StripeRefund } | null
}

/**
 * `refused`: Stripe did nothing and will not, whoever asks again; `code` is Stripe's, such as `charge_already_refunded`.
 * `unknown`: it may or may not have happened, or Stripe could not be asked: ask again with the same key and parameters.
 */
export type StripeOutcome<Value> =
  | { readonly kind: 'ok'; readonly value: Value }
  | { readonly kind: 'refused'; readonly code: string; readonly why: string }
  | { readonly kind: 'unknown'; readonly why: string }

export type StripeReadiness = { readonly ok: true } | { readonly ok: false; readonly why: string }
