import type { I18n } from '@lingui/core'
import * as z from 'zod'
import { questionRow } from '~/core/bookings/index'
import { extraForm, type Field } from '~/core/listings/index'
import { ownTermsFields } from '~/core/payments/index'
import { isLocalDate, parseTime } from '~/kernel/time'
import { worded } from '~/platform/words/i18n'

/** An activity as its editor sends it. Prices are read by whoever knows the currency; a row without a label is none. */
export const activityForm = worded((i18n) =>
  z.object({
    title: line(i18n, i18n.t('Enter a title'), 120),
    description: words(i18n, 4000),
    section: words(i18n, 80),
    categoryId: words(i18n, 40),
    durationMinutes: figure(i18n, { from: 1, to: 43_200 }),
    meetingPoint: words(i18n, 300),
    place: words(i18n, 60),
    languages: words(i18n, 200),
    minGroup: figure(i18n, { from: 1, to: 500 }),
    maxGroup: figure(i18n, { from: 1, to: 500 }),
    kinds: z
      .array(z.object({ id: words(i18n, 40), label: words(i18n, 60), hint: words(i18n, 80), price: words(i18n, 40), places: figure(i18n, { from: 0, to: 20 }).default(1) }))
      .max(8, i18n.t('Have at most {most} kinds of person', { most: 8 }))
      .default([]),
    bulkFrom: figure(i18n, { from: 2, to: 500 }).optional(),
    bulkPercent: figure(i18n, { from: 1, to: 99 }).optional(),
    privatePrice: words(i18n, 40),
    cutOffMinutes: figure(i18n, { from: 0, to: 525_600 }),
    bring: words(i18n, 1000),
    included: words(i18n, 1000),
    approval: z.enum(['no', 'yes'], { error: i18n.t('Choose how it is booked') }),
    policyId: words(i18n, 40),
    payment: ownTermsFields(i18n),
    storeIds: ids(),
    questions: z.array(questionRow(i18n)).max(20, i18n.t('Ask at most 20 questions')).default([]),
  }),
)

/** The same with what the category that is chosen asks. */
export function activityFormWith(i18n: I18n, fields: readonly Field[]) {
  return activityForm(i18n).extend({ extra: extraForm(i18n, fields) })
}

export type ActivityInput = z.input<ReturnType<typeof activityForm>> & { readonly extra?: Readonly<Record<string, string>> }
export type ActivityValues = z.output<ReturnType<typeof activityFormWith>>

const terms = (i18n: I18n) => ({
  title: words(i18n, 120),
  capacity: figure(i18n, { from: 1, to: 100_000 }).optional(),
  price: words(i18n, 40),
  staffId: words(i18n, 40),
  placeIds: ids(),
  prepareMinutes: figure(i18n, { from: 0, to: 1440 }).default(0),
  clearMinutes: figure(i18n, { from: 0, to: 1440 }).default(0),
  minPeople: figure(i18n, { from: 1, to: 100_000 }).optional(),
  decideHours: figure(i18n, { from: 0, to: 8760 }).optional(),
})

/** A date, or dates that come again: every so many weeks on these weekdays, until a date or so many times. */
export const dateForm = worded((i18n) =>
  z.object({
    ...terms(i18n),
    date: date(i18n),
    time: time(i18n),
    durationMinutes: figure(i18n, { from: 1, to: 43_200 }),
    storeId: words(i18n, 40),
    repeats: z.enum(['no', 'weekly']).default('no'),
    everyWeeks: figure(i18n, { from: 1, to: 52 }).default(1),
    weekdays: z.array(z.coerce.number().int().min(1).max(7)).max(7).default([]),
    until: date(i18n).optional(),
    times: figure(i18n, { from: 1, to: 400 }).optional(),
    /** Dates that are left out, since what they need is taken. */
    skip: z.array(date(i18n)).max(400).default([]),
  }),
)

export type DateInput = z.input<ReturnType<typeof dateForm>>
export type DateValues = z.output<ReturnType<typeof dateForm>>

/** What holds of one date, or of it and all that follow. */
export const changeForm = worded((i18n) => z.object({ ...terms(i18n), scope: scope() }))

export type ChangeInput = z.input<ReturnType<typeof changeForm>>
export type ChangeValues = z.output<ReturnType<typeof changeForm>>

/** Another time for a date. */
export const moveForm = worded((i18n) => z.object({ date: date(i18n), time: time(i18n), scope: scope(), reason: words(i18n, 500) }))

/** The end of a date, with what everybody is told. */
export const cancelForm = worded((i18n) => z.object({ reason: line(i18n, i18n.t('Write why: everybody who is booked reads it'), 500), scope: scope() }))

/** Small acts, each a form of one button. */
export const statusForm = worded((i18n) => z.object({ status: z.enum(['active', 'paused', 'archived'], { error: i18n.t('Choose what becomes of it') }) }))

function scope() {
  return z.enum(['one', 'following']).default('one')
}

function ids() {
  return z.array(z.string().max(40)).max(500).default([])
}

function line(i18n: I18n, missing: string, max: number) {
  return z.string({ error: missing }).trim().min(1, missing).max(max, i18n.t('Write at most {max} characters', { max }))
}

function words(i18n: I18n, max: number) {
  return z
    .string()
    .trim()
    .max(max, i18n.t('Write at most {max} characters', { max }))
    .optional()
    .transform((text) => text || null)
}

function figure(i18n: I18n, { from, to }: { readonly from: number; readonly to: number }) {
  const sentence = i18n.t('Enter a whole number from {from} to {to}', { from, to })
  return z.number({ error: sentence }).int(sentence).min(from, sentence).max(to, sentence)
}

function date(i18n: I18n) {
  return z.string({ error: i18n.t('Enter a date') }).refine(isLocalDate, i18n.t('Enter a date such as 2027-03-28'))
}

function time(i18n: I18n) {
  return z.string({ error: i18n.t('Enter a time') }).refine((text) => parseTime(text) !== null, i18n.t('Enter a time such as 19:30'))
}
