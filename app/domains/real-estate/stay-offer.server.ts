import { quote, type Priced } from '~/core/bookings/index.server'
import { policyWords } from '~/core/pricing/index.server'
import type { BusinessCtx } from '~/kernel/ctx'
import { formatDay } from '~/kernel/format'
import { addDays } from '~/kernel/time'
import type { Db } from '~/platform/database.server'
import { availabilityOf, type LetProperty } from './availability.server'
import type { AskedStay } from './asked-stay'
import { chosenStay, type StayChoice } from './choice'
import { isFree } from './model/free-stays'
import { countNights, type Dates } from './model/nights'
import { nearestDates, stayPlan } from './stay-plan.server'
import { refusalWords, traceRows, type TraceRow } from './stay-words'

/** What an asked-for stay costs and why. */
export interface PricedStay {
  readonly kind: 'priced'
  readonly choice: StayChoice
  readonly nights: number
  readonly startsAt: number
  readonly endsAt: number
  readonly priced: Priced
  /** How the price came about, row by row. */
  readonly rows: readonly TraceRow[]
  /** What holds when the guest cancels. */
  readonly policy: readonly string[]
}

/** Why it is not to be had, and the nearest that are. */
export interface RefusedStay {
  readonly kind: 'refused'
  readonly why: string
  readonly nearest: readonly NearDates[]
  /** 409 where somebody was faster, 422 where a rule stands in its way. */
  readonly status: 409 | 422
}

export interface NearDates extends Dates {
  /** "Sat 28 Nov – Sat 5 Dec" */
  readonly label: string
}

/** The choice that an address makes; null where one of its dates is missing. */
export function choiceOf({ arrive, depart, guests }: AskedStay): StayChoice | null {
  return arrive && depart ? chosenStay({ arrive, depart }, guests) : null
}

/** Prices a stay as a guest would book it now, or says why it is not to be had. */
export function stayOffer(db: Db, ctx: BusinessCtx, property: LetProperty, choice: StayChoice): PricedStay | RefusedStay {
  const planned = stayPlan(db, ctx, property, choice, false)
  if (!planned.ok) return refusedStay(db, ctx, property, choice, refusalWords(ctx.i18n, planned.refusal), 422)
  const known = availabilityOf(db, ctx, property, { arrive: choice.arrive, depart: addDays(choice.depart, property.stay.prepareNights) })
  if (!isFree(known, choice)) return refusedStay(db, ctx, property, choice, takenWords(ctx), 409)
  const quoted = quote(db, ctx, [{ listing: property.listing, choice }])
  if (!quoted.ok) return refusedStay(db, ctx, property, choice, takenWords(ctx), 409)
  const { startsAt, endsAt, trace } = planned.value
  return {
    kind: 'priced', choice, nights: countNights(choice), startsAt, endsAt,
    priced: quoted.value.priced,
    rows: traceRows(ctx.i18n, ctx.business.currency, trace),
    policy: policyWords(ctx.i18n, quoted.value.policy),
  }
}

/** The same once the ledger or a rule has refused it. */
export function refusedStay(db: Db, ctx: BusinessCtx, property: LetProperty, choice: StayChoice, why: string, status: RefusedStay['status']): RefusedStay {
  const nearest = nearestDates(db, ctx, property, choice, { atDesk: false }).map((dates) => ({ ...dates, label: datesWords(ctx, dates) }))
  return { kind: 'refused', why, nearest, status }
}

export function takenWords({ i18n }: BusinessCtx): string {
  return i18n.t('Some of these nights are taken.')
}

/** "Sat 28 Nov – Sat 5 Dec 2026" */
export function datesWords({ i18n }: BusinessCtx, { arrive, depart }: Dates): string {
  return `${formatDay(i18n.locale, arrive, 'short')} – ${formatDay(i18n.locale, depart)}`
}
