import type { I18n } from '@lingui/core'
import * as z from 'zod'
import { optionalText, requiredText, storeShape } from '~/core/businesses/index.server'
import { isCurrency } from '~/kernel/money'
import { never } from '~/kernel/result'
import { daysBetween, isLocalDate } from '~/kernel/time'
import { worded } from '~/platform/words/i18n'
import { longestDaysOff } from './model/days-off'
import { edgeNames, readStretch, readWeek, type StretchProblem } from './model/week-form'

/** The hours of a week, read into rows. */
export const weekForm = worded((i18n) => z.object(weekShape()).transform((values, check) => ({ rows: weekRows(i18n, values, check) })))

/** Other hours on one date. */
export const exceptionForm = worded((i18n) =>
  z
    .object({ date: date(i18n), from: requiredText(i18n, i18n.t('Enter when it opens'), 5), to: requiredText(i18n, i18n.t('Enter when it closes'), 5), reason: optionalText(i18n, 100) })
    .transform((values, check) => {
      const stretch = readStretch(values)
      if (stretch && 'problem' in stretch) check.addIssue({ code: 'custom', path: [stretch.edge], message: problemWords(i18n, stretch.problem) })
      const minutes = stretch && !('problem' in stretch) ? stretch : { from: 0, to: 0 }
      return { date: values.date, reason: values.reason, ...minutes }
    }),
)

/** A range of days on which it is closed. */
export const daysOffForm = worded((i18n) =>
  z
    .object({ from: date(i18n), to: date(i18n), reason: optionalText(i18n, 100) })
    .refine(({ from, to }) => daysBetween(from, to) >= 0, { path: ['to'], message: i18n.t('The last day lies before the first') })
    .refine(({ from, to }) => daysBetween(from, to) < longestDaysOff, { path: ['to'], message: i18n.t('Enter at most a year at once') }),
)

/** The exceptions to take back. */
export const removalForm = worded((i18n) => z.object({ exceptions: z.array(z.string(), { error: i18n.t('Choose at least one') }).min(1).max(longestDaysOff) }))

/** Signing up, first step: what the business is called. */
export const startNameForm = worded((i18n) =>
  z.object({
    name: requiredText(i18n, i18n.t('Enter the name of the business'), 80),
    code: optionalText(i18n, 10)
      .transform((code) => code?.toUpperCase() ?? null)
      .refine((code) => code === null || /^[A-Z]{2,4}$/.test(code), i18n.t('Use two to four letters')),
  }),
)

/** Second step: what it does, and how it charges. */
export const startTradesForm = worded((i18n) => {
  const { taxName, taxRate, taxIncluded } = storeShape(i18n)
  return z.object({
    domains: z.array(z.string(), { error: i18n.t('Choose at least one') }).min(1, i18n.t('Choose at least one')),
    currency: z.string({ error: i18n.t('Choose a currency') }).refine(isCurrency, i18n.t('Choose a currency')),
    taxName,
    taxRate,
    taxIncluded,
  })
})

/** Third step: where it is, and when it is open. */
export const startPlaceForm = worded((i18n) => {
  const { line1, line2, postalCode, city, country, timeZone } = storeShape(i18n)
  return z
    .object({ line1, line2, postalCode, city, country, timeZone, ...weekShape() })
    .transform(({ line1, line2, postalCode, city, country, timeZone, ...week }, check) => ({
      line1, line2, postalCode, city, country, timeZone, hours: weekRows(i18n, week, check),
    }))
})

function weekShape() {
  return Object.fromEntries(edgeNames().map((name) => [name, z.string().optional()]))
}

function weekRows(i18n: I18n, values: Readonly<Record<string, string | undefined>>, check: z.RefinementCtx) {
  return readWeek(values, (name, problem) => check.addIssue({ code: 'custom', path: [name], message: problemWords(i18n, problem) }))
}

function date(i18n: I18n) {
  return z.string({ error: i18n.t('Enter a date') }).refine(isLocalDate, i18n.t('Enter a date such as 2027-03-28'))
}

function problemWords(i18n: I18n, problem: StretchProblem): string {
  switch (problem) {
    case 'no-time':
      return i18n.t('Enter a time such as 09:30')
    case 'missing':
      return i18n.t('Enter both times, or leave both empty')
    case 'empty':
      return i18n.t('It closes when it opens: change one of the two')
    case 'overlap':
      return i18n.t('It opens again before it has closed')
    default:
      return never(problem)
  }
}
