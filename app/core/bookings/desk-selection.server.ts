import { formatMoney } from '~/kernel/format'
import type { Db } from '~/platform/database.server'
import type { MemberCtx } from '~/platform/guarded.server'
import { saleById } from '../sales/index.server'
import { mostChosen, type RowOutcome } from './act-on-selection.server'
import { actsOn } from './booking-page.server'
import { deskBooking } from './desk-booking.server'
import { selectionTitle } from './desk-selection-words'
import { diaryOf, inDiary } from './diary.server'
import { bookingByReference, type Booking } from './queries.server'
import { chosenIn, listChosenIn, type SelectionAct } from './selection'
import { outcomeIn, outcomeToken } from './selection-outcome.server'
import { settlementIf } from './settlement.server'

/** The page that asks before something is done with several bookings: which of them it can be done with, and what each gives back. */
export function selectionPage(db: Db, ctx: MemberCtx, act: SelectionAct, query: URLSearchParams) {
  const chosen = chosenIn(query)
  const rows = chosen.slice(0, mostChosen).flatMap((reference) => chosenRow(db, ctx, act, reference) ?? [])
  const count = rows.filter(({ possible }) => possible).length
  return {
    title: selectionTitle(ctx.i18n, act, count),
    list: listOf(ctx, listChosenIn(query)),
    rows,
    count,
    unknown: Math.min(chosen.length, mostChosen) - rows.length,
    tooMany: chosen.length > mostChosen ? mostChosen : null,
  }
}

export type ShownSelection = ReturnType<typeof selectionPage>

/** Where the outcome of an act on several bookings is told. */
export function outcomeHref(ctx: MemberCtx, act: SelectionAct, rows: readonly RowOutcome[], list: string): string {
  return `/dashboard/${ctx.business.slug}/bookings/selection/outcome?${new URLSearchParams({ of: outcomeToken(ctx, act, rows), ...(list === '' ? {} : { list: list.slice(1) }) }).toString()}`
}

/** What came of each chosen booking, as it was told then; null where the address tells this member nothing. */
export function outcomePage(db: Db, ctx: MemberCtx, query: URLSearchParams) {
  const outcome = outcomeIn(ctx, query.get('of') ?? '')
  if (!outcome) return null
  const { act, at, rows } = outcome
  return {
    act,
    at,
    zone: ctx.business.timeZone,
    list: listOf(ctx, listChosenIn(query)),
    done: rows.filter(({ refusal }) => refusal === null).length,
    rows: rows.map(({ reference, refusal }) => {
      const booking = inOwnDiary(ctx, bookingByReference(db, ctx.businessId, reference))
      return { reference, refusal, booking: booking && deskBooking(ctx, booking), back: booking && refusal === null ? backNow(db, ctx, booking) : null }
    }),
  }
}

export type ShownOutcome = NonNullable<ReturnType<typeof outcomePage>>

function chosenRow(db: Db, ctx: MemberCtx, act: SelectionAct, reference: string) {
  const booking = inOwnDiary(ctx, bookingByReference(db, ctx.businessId, reference))
  if (!booking) return null
  const may = actsOn(ctx, booking)
  const possible = { confirmation: may.confirm, refusal: may.decline, completion: may.mark }[act]
  const settlement = possible && act === 'refusal' ? settlementIf(db, booking, { by: 'business' }) : null
  return {
    ...deskBooking(ctx, booking),
    status: booking.status,
    possible,
    back: settlement && backWords(ctx, settlement),
  }
}

/** What a customer gets back, in words. */
function backWords({ i18n }: MemberCtx, { refundMinor, currency }: { refundMinor: number; currency: string }): string {
  return refundMinor === 0 ? i18n.t('Nothing was paid, so nothing goes back.') : i18n.t('{amount} goes back.', { amount: formatMoney(i18n.locale, refundMinor, currency) })
}

function backNow(db: Db, ctx: MemberCtx, { saleId }: Booking): string | null {
  const sale = saleById(db, ctx.businessId, saleId)
  return sale && sale.refundedMinor > 0 ? formatMoney(ctx.i18n.locale, sale.refundedMinor, sale.currency) : null
}

function inOwnDiary({ member }: MemberCtx, booking: Booking | null): Booking | null {
  return booking && inDiary(diaryOf(member), booking) ? booking : null
}

function listOf({ business }: MemberCtx, list: string): string {
  return `/dashboard/${business.slug}/bookings${list}`
}
