import type { SubmissionResult } from '@conform-to/react'
import type { BusinessCtx } from '~/kernel/ctx'
import { decimalText, parseMoney } from '~/kernel/money'
import { formatTime } from '~/kernel/time'
import { readForm, type FormErrors } from '~/platform/forms.server'
import type { Property } from './queries.server'
import { ratesForm, spareRows, type RatesValues } from './rates-form'
import { ratesErrors } from './refusal-words'
import { saveRates, type RatesDetails, type RatesRefusal } from './save-rates.server'

const everyDay = [1, 2, 3, 4, 5, 6, 7]

/** Rates that nobody has written yet. */
export const blankRates: RatesDetails = {
  nightlyMinor: 0, weekendMinor: null, weekendDays: [5, 6], guestsIncluded: 2, guestsMost: 2, extraGuestMinor: 0, taxMinor: 0, taxNights: null, childAge: 13,
  minNights: 1, maxNights: null, stayBy: 'arrival', arrivalDays: everyDay, departureDays: everyDay, prepareNights: 0, noticeDays: 1, windowDays: 365,
  checkInFrom: 15 * 60, checkInUntil: null, checkOutBy: 11 * 60, discounts: [], fees: [],
}

/** Rates in the words of their form, with rows to spare. `fresh`: nobody has said yet what a night costs. */
export function ratesValues(ctx: BusinessCtx, rates: RatesDetails, fresh: boolean): Record<string, unknown> {
  const money = (minor: number | null) => (minor === null ? '' : decimalText(minor, ctx.business.currency, ctx.i18n.locale))
  const text = (value: number | string | null) => (value === null ? '' : String(value))
  const spare = <Row extends Record<string, string>>(rows: readonly Row[], empty: Row): Row[] => [...rows, ...Array.from({ length: spareRows }, () => empty)]
  const { guestsIncluded, guestsMost, taxNights, childAge, minNights, maxNights, stayBy, prepareNights, noticeDays, windowDays } = rates
  return {
    ...Object.fromEntries(Object.entries({ guestsIncluded, guestsMost, taxNights, childAge, minNights, maxNights, stayBy, prepareNights, noticeDays, windowDays }).map(([name, value]) => [name, text(value)])),
    nightly: fresh ? '' : money(rates.nightlyMinor),
    weekend: money(rates.weekendMinor),
    extraGuest: rates.extraGuestMinor === 0 ? '' : money(rates.extraGuestMinor),
    tax: rates.taxMinor === 0 ? '' : money(rates.taxMinor),
    weekendDays: rates.weekendDays.map(String), arrivalDays: rates.arrivalDays.map(String), departureDays: rates.departureDays.map(String),
    checkInFrom: formatTime(rates.checkInFrom),
    checkInUntil: rates.checkInUntil === null ? '' : formatTime(rates.checkInUntil),
    checkOutBy: formatTime(rates.checkOutBy),
    discounts: spare(rates.discounts.map(({ kind, threshold, percent }) => ({ kind: kind as string, threshold: text(threshold), percent: text(percent) })), { kind: 'length', threshold: '', percent: '' }),
    fees: spare(rates.fees.map(({ name, per, amountMinor }) => ({ name, per: per as string, amount: money(amountMinor) })), { name: '', per: 'stay', amount: '' }),
  }
}

/** Reads what the editor sent and saves it: `again` where something in it has to be mended. */
export function answerRates(ctx: BusinessCtx, form: FormData, listingId: string): { readonly saved: Property } | { readonly again: SubmissionResult } {
  const read = readForm(form, ratesForm(ctx.i18n))
  const errors = amountErrors(ctx, form)
  if (!read.ok || Object.keys(errors).length > 0) return { again: read.again(errors) }
  const saved = saveRates(ctx, listingId, detailsIn(ctx, read.value))
  return saved.ok ? { saved: saved.value } : { again: read.again(ratesErrors(ctx.i18n, asTyped(read.value, saved.refusal))) }
}

// A refusal counts the rows that are filled in; the form counts the empty ones among them too.
function asTyped({ discounts }: RatesValues, refusal: RatesRefusal): RatesRefusal {
  if (!('at' in refusal)) return refusal
  const filled = discounts.flatMap(({ threshold }, at) => (threshold === undefined ? [] : [at]))
  return { ...refusal, at: filled[refusal.at] ?? refusal.at }
}

const amountNames = /^(nightly|weekend|extraGuest|tax|fees\[\d+\]\.amount)$/

// Read from what was sent, so that amounts that are none are told together with all else that is wrong.
function amountErrors({ business, i18n }: BusinessCtx, form: FormData): FormErrors {
  const sentence = i18n.t('Enter an amount such as {example}', { example: decimalText(9500, business.currency, i18n.locale) })
  return Object.fromEntries([...form].flatMap(([name, written]) => {
    if (!amountNames.test(name) || typeof written !== 'string' || written.trim() === '') return []
    const amountMinor = parseMoney(written, business.currency, i18n.locale)
    return amountMinor !== null && amountMinor >= (name.startsWith('fees') ? 1 : 0) ? [] : [[name, sentence]]
  }))
}

function detailsIn({ business, i18n }: BusinessCtx, { nightly, weekend, extraGuest, tax, discounts, fees, ...rest }: RatesValues): RatesDetails {
  const minor = (written: string | null) => (written === null ? null : parseMoney(written, business.currency, i18n.locale))
  return {
    ...rest,
    taxNights: rest.taxNights ?? null, maxNights: rest.maxNights ?? null, checkInUntil: rest.checkInUntil ?? null,
    nightlyMinor: minor(nightly) ?? 0,
    weekendMinor: minor(weekend),
    extraGuestMinor: minor(extraGuest) ?? 0,
    taxMinor: minor(tax) ?? 0,
    discounts: discounts.flatMap(({ kind, threshold, percent }) => (kind === undefined || threshold === undefined || percent === undefined ? [] : [{ kind, threshold, percent }])),
    fees: fees.flatMap(({ name, per = 'stay', amount }) => (name === null || amount === null ? [] : [{ name, per, amountMinor: minor(amount) ?? 0 }])),
  }
}
