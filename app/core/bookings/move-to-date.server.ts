import type { BusinessCtx } from '~/kernel/ctx'
import { formatMoney } from '~/kernel/format'
import { never, refuse, type Result } from '~/kernel/result'
import { transact } from '~/platform/database.server'
import { itemsOnDate, movesToDate } from './dates-to-move-to.server'
import { domainOf } from './domain.server'
import { moveBooking, previewMove, type Moved, type MoveRefusal } from './move-booking.server'
import type { Booking } from './queries.server'

export type DateMoveRefusal = MoveRefusal | { readonly kind: 'price-changed'; readonly nowMinor: number }

interface DateMove {
  readonly sessionId: string
  /** What the booking was shown to come to there, in minor units: it is not moved for more or less. Null where nothing was shown. */
  readonly shownMinor: number | null
}

/** Moves the places that a booking has in a session to another one of the same listing, all of them or none. */
export function moveToDate(ctx: BusinessCtx, booking: Booking, { sessionId, shownMinor }: DateMove): Result<Moved, DateMoveRefusal> {
  return transact((db): Result<Moved, DateMoveRefusal> => {
    const items = movesToDate(booking, sessionId)
    const price = previewMove(db, ctx, { bookingId: booking.id, items })
    if (price && shownMinor !== null && price.afterMinor !== shownMinor) return refuse({ kind: 'price-changed', nowMinor: price.afterMinor })
    return moveBooking(ctx, { bookingId: booking.id, items })
  })
}

/** What a form says: the date, and what it was shown to cost. */
export function dateMoveIn(form: FormData): DateMove {
  const sessionId = String(form.get('date') ?? '')
  const shown = form.get(shownName(sessionId))
  return { sessionId, shownMinor: typeof shown === 'string' && /^\d{1,15}$/.test(shown) ? Number(shown) : null }
}

function shownName(sessionId: string): string {
  return `shown-${sessionId}`
}

/** Why a date is not to be had, in a sentence, and with which status a page says so. */
export function dateMoveTrouble({ i18n }: BusinessCtx, booking: Booking, refusal: DateMoveRefusal): { readonly why: string; readonly status: 409 | 422 } {
  switch (refusal.kind) {
    case 'taken':
      return { why: i18n.t('Somebody else has just taken these places. Choose another date.'), status: 409 }
    case 'price-changed':
      return { why: i18n.t('On that date it comes to {price} by now. Look at the prices again.', { price: formatMoney(i18n.locale, refusal.nowMinor, booking.currency) }), status: 409 }
    case 'against-rule': {
      const words = itemsOnDate(booking).map(({ domain }) => domainOf(domain).ruleWords?.(i18n, refusal))[0]
      return { why: words ?? notToBeHad(), status: 422 }
    }
    case 'not-from-here':
      return { why: i18n.t('This booking no longer stands, so it cannot be moved.'), status: 409 }
    case 'already-started':
    case 'past':
      return { why: i18n.t('It has begun already, so it can no longer be moved.'), status: 422 }
    case 'unknown-booking':
      return { why: i18n.t('Choose one of the dates.'), status: 422 }
    case 'not-offered':
    case 'not-a-time':
    case 'too-soon':
    case 'too-far':
    case 'choose-person':
      return { why: notToBeHad(), status: 422 }
    default:
      return never(refusal)
  }

  function notToBeHad(): string {
    return i18n.t('This date is not to be had any more. Choose another one.')
  }
}
