import type { SubmissionResult } from '@conform-to/react'
import * as z from 'zod'
import type { BusinessCtx } from '~/kernel/ctx'
import { formatDay } from '~/kernel/format'
import { decimalText, parseMoney } from '~/kernel/money'
import { never } from '~/kernel/result'
import { isLocalDate, localDateOf } from '~/kernel/time'
import { notFound } from '~/platform/answers.server'
import type { Db } from '~/platform/database.server'
import { words } from '~/platform/form-fields'
import { readForm, type FormErrors } from '~/platform/forms.server'
import { worded } from '~/platform/words/i18n'
import { isLet, type LetProperty } from './availability.server'
import { saveSeason, type SeasonRefusal, type StoredSeason } from './change-seasons.server'
import { markedYear, seasonMark } from './model/season-year'
import { figure } from './property-form'
import { propertiesOf, propertyById } from './queries.server'
import { seasonsOf } from './rates.server'

/** The property whose seasons a page is about. Throws 404 where it has no rates yet. */
export function seasonalProperty(db: Db, ctx: BusinessCtx, id: string | undefined): LetProperty {
  const property = propertyById(db, ctx.businessId, id ?? '')
  return isLet(property) ? property : notFound(ctx.i18n.t('There is no such property here.'))
}

/** A year of seasons; a year that is none, or far away, gives the present one. */
export function seasonsYear(db: Db, ctx: BusinessCtx, { listing, store, stay }: LetProperty, asked: string | null) {
  const present = Number(localDateOf(ctx.now, store.timeZone).slice(0, 4))
  const wanted = /^\d{4}$/.test(asked ?? '') ? Number(asked) : present
  const year = Math.abs(wanted - present) <= 10 ? wanted : present
  const seasons = seasonsOf(db, listing.id, { from: `${year}-01-01`, to: `${year + 1}-01-01` })
  return {
    year,
    months: markedYear(year, seasons),
    seasons: seasons.map((season, at) => ({ ...season, mark: seasonMark(at) })),
    usual: { nightlyMinor: stay.nightlyMinor, weekendMinor: stay.weekendMinor, minNights: stay.minNights },
    currency: ctx.business.currency,
    /** Whose seasons could be copied here: its own of the year before, and those of others. */
    sources: propertiesOf(db, ctx.businessId, ['active', 'paused', 'draft']).filter((other) => isLet(other) && other.listing.id !== listing.id).map((other) => ({ value: other.listing.id, label: other.listing.title })),
  }
}

/** A season as its form sends it. Amounts are read by whoever knows the currency. */
export const seasonForm = worded((i18n) => {
  const night = z.string({ error: i18n.t('Enter a date such as 2027-03-28') }).refine((text) => isLocalDate(text) && text >= '2000' && text < '9000', i18n.t('Enter a date such as 2027-03-28'))
  return z.object({
    name: z.string({ error: i18n.t('Enter a name') }).trim().min(1, i18n.t('Enter a name')).max(60, i18n.t('Write at most {max} characters', { max: 60 })),
    firstNight: night,
    lastNight: night,
    nightly: z.string({ error: i18n.t('Enter an amount') }).trim().min(1, i18n.t('Enter an amount')).max(40),
    weekend: words(i18n, 40),
    minNights: figure(i18n, 'minNights').optional(),
  })
})

export type SeasonInput = z.input<ReturnType<typeof seasonForm>>

/** From which property and year to which year seasons are copied. */
export const copyForm = worded((i18n) => {
  const year = z.string({ error: i18n.t('Choose a year') }).regex(/^\d{4}$/, i18n.t('Choose a year')).transform(Number)
  return z.object({ from: z.string().max(40).optional(), fromYear: year, toYear: year })
})

/** A season in the words of its form. */
export function seasonValues(ctx: BusinessCtx, season: StoredSeason): Record<string, string> {
  const money = (minor: number | null) => (minor === null ? '' : decimalText(minor, ctx.business.currency, ctx.i18n.locale))
  const { name, firstNight, lastNight, nightlyMinor, weekendMinor, minNights } = season
  return { name, firstNight, lastNight, nightly: money(nightlyMinor), weekend: money(weekendMinor), minNights: minNights === null ? '' : String(minNights) }
}

/** Reads what the form of a season sent and saves it: `again` where something in it has to be mended. */
export function answerSeason(ctx: BusinessCtx, form: FormData, listingId: string, seasonId: string | null): { readonly saved: StoredSeason } | { readonly again: SubmissionResult; readonly status: 404 | 422 } {
  const sent = readForm(form, seasonForm(ctx.i18n))
  if (!sent.ok) return { again: sent.again(), status: 422 }
  const errors: Record<string, string> = {}
  const minor = (field: 'nightly' | 'weekend', written: string | null) => {
    const amount = written === null ? null : parseMoney(written, ctx.business.currency, ctx.i18n.locale)
    if (written !== null && (amount === null || amount < 0)) errors[field] = ctx.i18n.t('Enter an amount such as {example}', { example: decimalText(9500, ctx.business.currency, ctx.i18n.locale) })
    return amount
  }
  const { name, firstNight, lastNight, nightly, weekend, minNights = null } = sent.value
  const season = { name, firstNight, lastNight, nightlyMinor: minor('nightly', nightly) ?? 0, weekendMinor: minor('weekend', weekend), minNights }
  if (Object.keys(errors).length > 0) return { again: sent.again(errors), status: 422 }
  const saved = saveSeason(ctx, listingId, seasonId, season)
  if (saved.ok) return { saved: saved.value }
  return { again: sent.again(seasonErrors(ctx, saved.refusal)), status: saved.refusal.kind === 'unknown-season' ? 404 : 422 }
}

/** Why a season was not saved or copied, beside the field that it is about. */
export function seasonErrors(ctx: BusinessCtx, refusal: SeasonRefusal): FormErrors {
  const { i18n } = ctx
  switch (refusal.kind) {
    case 'unknown-property':
      return { '': i18n.t('This property is no longer here. Open the list and choose it again.') }
    case 'unknown-season':
      return { '': i18n.t('This season is no longer here.') }
    case 'last-before-first':
      return { lastNight: i18n.t('The last night lies before the first') }
    case 'out-of-range':
      return { minNights: i18n.t('Enter a whole number from {from} to {to}', { from: refusal.from, to: refusal.to }) }
    case 'overlaps': {
      const { name, firstNight, lastNight } = refusal.other
      const span = { other: name, from: formatDay(i18n.locale, firstNight, 'short'), to: formatDay(i18n.locale, lastNight) }
      return refusal.copied === null
        ? { firstNight: i18n.t('Some of these nights are in {other} already, {from} – {to}. Seasons do not overlap.', span) }
        : { '': i18n.t('Nothing was copied: some nights of {copied} are in {other} already, {from} – {to}.', { copied: refusal.copied, other: span.other, from: span.from, to: span.to }) }
    }
    case 'too-many':
      return { '': i18n.t('Keep at most {most} seasons. Remove those of years gone by.', { most: refusal.most }) }
    case 'nothing-to-copy':
      return { '': i18n.t('There is no season in that year.') }
    default:
      return never(refusal)
  }
}
