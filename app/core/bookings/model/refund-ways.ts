interface StandingRefund {
  readonly cause: string
  readonly paymentId: string | null
  readonly failedAt: number | null
  readonly givenAt: number | null
  readonly withdrawnAt: number | null
}

export interface RefundWays {
  /** Stripe is asked for it, and has not said how it ended. */
  readonly underway: boolean
  /** Stripe could not give it back. */
  readonly failed: boolean
  /** A member gives it, and marks it. */
  readonly byHand: boolean
  /** The business may still keep it. */
  readonly withdrawable: boolean
}

/** What can become of a refund. What was overpaid, or came too late, is not the business's to keep. */
export function refundWays({ paymentId, failedAt, givenAt, withdrawnAt, cause }: StandingRefund): RefundWays {
  const open = givenAt === null && withdrawnAt === null
  const underway = open && paymentId !== null && failedAt === null
  const byHand = open && !underway
  return { underway, failed: open && failedAt !== null, byHand, withdrawable: byHand && cause !== 'overpaid' && cause !== 'too-late' }
}
