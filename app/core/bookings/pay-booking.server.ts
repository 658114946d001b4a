import type { I18n } from '@lingui/core'
import type { BusinessCtx } from '~/kernel/ctx'
import { hour } from '~/kernel/time'
import { i18nFor } from '~/platform/words/i18n'
import { read, type Db } from '~/platform/database.server'
import { formatDateTime } from '~/kernel/format'
import { canPayByCard, startCheckout, type CheckoutStarted } from '../payments/index.server'
import { saleById } from '../sales/index.server'
import { unpaidRequest } from './change-requests.server'
import { letterFor, type Letter } from './emails/letter.server'
import { managePath } from './manage-link.server'
import { isOpen } from './model/states'
import { bookingById, type BookingHead } from './queries.server'

export interface Payable {
  /** Minor units of the booking's currency. */
  readonly amountMinor: number
  /** Until when, where the time is held for it; null where it is the rest of a booking that stands. */
  readonly until: number | null
  /** For something else that it is to become; else for the booking as it stands. */
  readonly forChange: boolean
}

/** What a customer can pay by card now: while it is held what is due at once, what a change asks for first, else the rest. Null where there is nothing, or no way. */
export function payableNow(db: Db, booking: BookingHead, now: number): Payable | null {
  const sale = isOpen(booking.status) ? saleById(db, booking.businessId, booking.saleId) : null
  if (!sale || sale.voidedAt !== null) return null
  const change = unpaidRequest(db, booking.businessId, booking.id, now)
  if (change) {
    const missingMinor = change.payFirstMinor - (sale.paidMinor - sale.refundedMinor)
    return missingMinor > 0 && change.payBy > now && canPayByCard(missingMinor, sale.currency) ? { amountMinor: missingMinor, until: change.payBy, forChange: true } : null
  }
  const { status, holdUntil } = booking
  const amountMinor = status === 'held' ? sale.dueAtOnceMinor - (sale.paidMinor - sale.refundedMinor) : sale.dueMinor
  if (amountMinor <= 0 || !canPayByCard(amountMinor, sale.currency)) return null
  if (status !== 'held') return { amountMinor, until: null, forChange: false }
  return holdUntil !== null && holdUntil > now ? { amountMinor, until: holdUntil, forChange: false } : null
}

/** `too-late`: the time that was kept has run out. `unknown`: Stripe did not answer; the time is kept, and the customer tries again. */
export type PayOutcome = CheckoutStarted | { readonly kind: 'too-late' }

const restMs = hour

/** Leads to the page where a booking is paid by card; a page that is open already is taken up again. Call it outside of any transaction. */
export async function payBooking(ctx: BusinessCtx, bookingId: string): Promise<PayOutcome> {
  const wanted = read((db) => wantedFor(db, ctx, bookingId))
  return 'kind' in wanted ? wanted : startCheckout(ctx, wanted)
}

function wantedFor(db: Db, ctx: BusinessCtx, bookingId: string): Parameters<typeof startCheckout>[1] | Exclude<PayOutcome, { kind: 'page' }> {
  const booking = bookingById(db, ctx.businessId, bookingId)
  const letter = booking && letterFor(db, booking)
  if (!booking || !letter) return { kind: 'nothing-due' }
  const payable = payableNow(db, booking, ctx.now)
  if (!payable) return { kind: booking.status === 'held' && (booking.holdUntil ?? 0) <= ctx.now ? 'too-late' : 'nothing-due' }
  const i18n = i18nFor(booking.language)
  return {
    saleId: booking.saleId,
    amountMinor: payable.amountMinor,
    deadline: payable.until ?? ctx.now + restMs,
    title: titleOf(i18n, booking, letter, payable),
    description: i18n.t('{business}, {when}', { business: letter.business.name, when: formatDateTime(i18n.locale, letter.zone, booking.startsAt) }),
    statement: booking.reference,
    email: booking.contactEmail,
    returnTo: managePath(booking),
  }
}

function titleOf(i18n: I18n, { status }: BookingHead, { what, sale }: Letter, { amountMinor, forChange }: Payable): string {
  if (forChange) return i18n.t('Change of {what}', { what })
  if (amountMinor === sale?.totalMinor) return what
  return status === 'held' ? i18n.t('Deposit for {what}', { what }) : i18n.t('The rest of {what}', { what })
}
