import type { SubmissionResult } from '@conform-to/react'
import type { BusinessCtx } from '~/kernel/ctx'
import { decimalsOf, formatDay, formatNumber, majorUnits } from '~/kernel/format'
import { decimalText, parseMoney } from '~/kernel/money'
import { never } from '~/kernel/result'
import type { Db } from '~/platform/database.server'
import { readForm, type FormErrors } from '~/platform/forms.server'
import { takenNights, todayAt, type LetProperty } from './availability.server'
import { blocksOf, changeNights, type NightsAct, type NightsRefusal } from './change-nights.server'
import { addMonths, firstOf, monthOf, monthsFrom, weeksOf, type Month } from './model/months'
import { nightAt, nightOf } from './model/nights'
import { priceNight } from './model/rates'
import { nightsForm, type NightsValues } from './nights-form'
import { ratesOf } from './rates.server'

/** A night as its owner sees it: what it costs, and what keeps guests out of it. */
export interface DeskNight {
  readonly date: string
  readonly price: string
  /** The price is its own. */
  readonly own: boolean
  readonly state: 'past' | 'free' | 'taken' | 'blocked'
}

/** Some months of nights with their prices, from one on, and the blocks within them. */
export function nightsPage(db: Db, ctx: BusinessCtx, property: LetProperty, wanted: Month | null, count: number) {
  const today = todayAt(ctx, property)
  const now = monthOf(today)
  const first = wanted === null || wanted < now ? now : wanted
  const end = addMonths(first, count)
  const dates = { arrive: firstOf(first), depart: firstOf(end) }
  const zone = property.store.timeZone
  const rates = ratesOf(db, property.listing.id, property.stay, { from: dates.arrive, to: dates.depart })
  const taken = takenNights(db, ctx, property, dates)
  const blocks = blocksOf(db, property, nightOf(dates.arrive, zone).start, nightOf(dates.depart, zone).start)
  const blocked = (night: string) => blocks.some(({ startsAt, endsAt }) => startsAt < nightOf(night, zone).end && endsAt > nightOf(night, zone).start)
  const { i18n, business } = ctx
  const shown = (date: string): DeskNight => {
    const { amountMinor, rule } = priceNight(rates, date)
    const state = date < today ? 'past' : taken.has(date) ? (blocked(date) ? 'blocked' : 'taken') : 'free'
    return { date, price: shortPrice(i18n.locale, amountMinor, business.currency), own: rule.kind === 'date', state }
  }
  return {
    months: monthsFrom(first, count).map((month) => ({ month, weeks: weeksOf(month).map((week) => week.map((date) => (date === null ? null : shown(date)))) })),
    earlier: first > now ? (addMonths(first, -count) < now ? now : addMonths(first, -count)) : null,
    later: end,
    blocks: [...new Map(blocks.map(({ startsAt, endsAt, reason }) => [`${startsAt}-${endsAt}`, { startsAt, endsAt, reason }])).values()].map(({ startsAt, endsAt, reason }) => ({
      key: `${startsAt}-${endsAt}`,
      nights: `${formatDay(i18n.locale, nightAt(startsAt, zone), 'short')} – ${formatDay(i18n.locale, nightAt(endsAt - 1, zone), 'short')}`,
      reason: reason ?? '',
    })),
  }
}

// A night is a narrow cell: no symbol, and no cents where there are none.
function shortPrice(locale: string, amountMinor: number, currency: string): string {
  const decimals = decimalsOf(currency)
  return formatNumber(locale, Number(majorUnits(amountMinor, decimals)), amountMinor % 10 ** decimals === 0 ? 0 : decimals)
}

/** Reads what the form sent and does it: `again` where something in it has to be mended. */
export function answerNights(ctx: BusinessCtx, form: FormData, listingId: string): { readonly done: NightsAct['kind'] } | { readonly again: SubmissionResult } {
  const read = readForm(form, nightsForm(ctx.i18n))
  if (!read.ok) return { again: read.again(actErrors(ctx, form)) }
  const act = actIn(ctx, read.value)
  if ('errors' in act) return { again: read.again(act.errors) }
  const changed = changeNights(ctx, listingId, { firstNight: read.value.firstNight, lastNight: read.value.lastNight, act })
  return changed.ok ? { done: act.kind } : { again: read.again(nightsErrors(ctx, changed.refusal)) }
}

// Where the dates are wrong, what the act lacks is told with them.
function actErrors(ctx: BusinessCtx, form: FormData): FormErrors {
  const read = readForm(form, nightsForm(ctx.i18n).pick({ act: true, price: true, reason: true }))
  const act = read.ok ? actIn(ctx, read.value) : null
  return act && 'errors' in act ? act.errors : {}
}

function actIn({ i18n, business }: BusinessCtx, { act, price, reason }: Pick<NightsValues, 'act' | 'price' | 'reason'>): NightsAct | { readonly errors: FormErrors } {
  switch (act) {
    case 'block':
      return reason === null ? { errors: { reason: i18n.t('Say why they are blocked; only you see it.') } } : { kind: 'block', reason }
    case 'price': {
      const nightlyMinor = price === null ? null : parseMoney(price, business.currency, i18n.locale)
      return nightlyMinor === null || nightlyMinor < 0
        ? { errors: { price: i18n.t('Enter an amount such as {example}', { example: decimalText(9500, business.currency, i18n.locale) }) } }
        : { kind: 'price', nightlyMinor, reason }
    }
    default:
      return { kind: act }
  }
}

function nightsErrors({ i18n }: BusinessCtx, refusal: NightsRefusal): FormErrors {
  switch (refusal.kind) {
    case 'unknown-property':
      return { '': i18n.t('This property is no longer here. Open the list and choose it again.') }
    case 'wrong-way-round':
      return { lastNight: i18n.t('The last night lies before the first') }
    case 'too-many':
      return { lastNight: i18n.t('Change at most {most} nights at once', { most: refusal.most }) }
    case 'over':
      return { lastNight: i18n.t('That day is over.') }
    case 'taken': {
      const [first] = refusal.nights
      return { firstNight: first === undefined ? i18n.t('Some of these nights are taken.') : i18n.t('{count, plural, one {# of these nights is} other {# of these nights are}} taken already, the first on {day}.', { count: refusal.nights.length, day: formatDay(i18n.locale, first, 'short') }) }
    }
    case 'not-blocked':
      return { firstNight: i18n.t('None of these nights is blocked.') }
    default:
      return never(refusal)
  }
}
