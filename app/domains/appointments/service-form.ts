import type { I18n } from '@lingui/core'
import * as z from 'zod'
import { questionRow } from '~/core/bookings/index'
import { extraForm, type Field } from '~/core/listings/index'
import { ownTermsFields } from '~/core/payments/index'
import { isLocalDate } from '~/kernel/time'
import { worded } from '~/platform/words/i18n'
import { figures } from './model/figures'

export const staffChoices = ['must', 'may', 'none', 'places'] as const

/** A service as its editor sends it. The price is read by whoever knows the currency. */
export const serviceForm = worded((i18n) =>
  z.object({
    title: line(i18n, i18n.t('Enter a title'), 120),
    description: words(i18n, 4000),
    section: words(i18n, 80),
    categoryId: words(i18n, 40),
    price: words(i18n, 40),
    durationMinutes: figure(i18n, figures.durationMinutes),
    bufferBeforeMinutes: figure(i18n, figures.bufferBeforeMinutes).default(0),
    bufferAfterMinutes: figure(i18n, figures.bufferAfterMinutes).default(0),
    noticeMinutes: figure(i18n, figures.noticeMinutes),
    windowDays: figure(i18n, figures.windowDays),
    stepMinutes: figure(i18n, figures.stepMinutes),
    approval: z.enum(['no', 'yes'], { error: i18n.t('Choose how it is booked') }),
    policyId: words(i18n, 40),
    payment: ownTermsFields(i18n),
    staffChoice: z.enum(staffChoices, { error: i18n.t('Choose who it needs') }),
    staffIds: ids(),
    placeIds: ids(),
    storeIds: ids(),
    seats: figure(i18n, { from: 1, to: 10_000 }).optional(),
    questions: z.array(questionRow(i18n)).max(20, i18n.t('Ask at most 20 questions')).default([]),
  }),
)

/** The same with what the category that is chosen asks. */
export function serviceFormWith(i18n: I18n, fields: readonly Field[]) {
  return serviceForm(i18n).extend({ extra: extraForm(i18n, fields) })
}

export type ServiceInput = z.input<ReturnType<typeof serviceForm>> & { readonly extra?: Readonly<Record<string, string>> }
export type ServiceValues = z.output<ReturnType<typeof serviceFormWith>>

/** Another number of places on some dates. */
export const seatsForm = worded((i18n) =>
  z
    .object({ from: date(i18n), to: date(i18n).optional(), seats: figure(i18n, { from: 0, to: 10_000 }), reason: words(i18n, 100) })
    .transform(({ from, to, ...rest }) => ({ from, to: to ?? from, ...rest }))
    .refine(({ from, to }) => to >= from, { path: ['to'], message: i18n.t('The last day lies before the first') }),
)

/** A room, a chair: whatever a visit needs beside the person. */
export const placeForm = worded((i18n) =>
  z.object({ name: line(i18n, i18n.t('Enter a name'), 80), storeId: words(i18n, 40), capacity: figure(i18n, { from: 1, to: 10_000 }) }),
)

/** Small acts on a list, each a form of one button. */
export const directionForm = worded((i18n) => z.object({ direction: z.enum(['up', 'down'], { error: i18n.t('Choose up or down') }) }))
export const activeForm = worded((i18n) => z.object({ active: z.enum(['yes', 'no'], { error: i18n.t('Choose whether it can be booked') }) }))
export const statusForm = worded((i18n) => z.object({ status: z.enum(['active', 'paused', 'archived'], { error: i18n.t('Choose what becomes of it') }) }))
export const changeForm = worded((i18n) => z.object({ change: line(i18n, i18n.t('Choose one'), 40) }))

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

function ids() {
  return z.array(z.string().max(40)).max(500).default([])
}

function date(i18n: I18n) {
  return z.string({ error: i18n.t('Enter a date') }).refine(isLocalDate, i18n.t('Enter a date such as 2027-03-28'))
}
