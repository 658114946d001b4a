import type { I18n } from '@lingui/core'
import * as z from 'zod'
import { questionRow } from '~/core/bookings/index'
import { approvalFields, extraForm, listingFields, type Field } from '~/core/listings/index'
import { ownTermsFields } from '~/core/payments/index'
import { date, figure, ids, line, words } from '~/platform/form-fields'
import { worded } from '~/platform/words/i18n'
import { figures } from './model/figures'

export const staffChoices = ['must', 'may', 'none', 'places'] as const

/** A service as its editor sends it. The price is read by whoever knows the currency. */
export const serviceForm = worded((i18n) =>
  z.object({
    ...listingFields(i18n),
    price: words(i18n, 40),
    durationMinutes: figure(i18n, figures.durationMinutes),
    bufferBeforeMinutes: figure(i18n, figures.bufferBeforeMinutes).default(0),
    bufferAfterMinutes: figure(i18n, figures.bufferAfterMinutes).default(0),
    noticeMinutes: figure(i18n, figures.noticeMinutes),
    windowDays: figure(i18n, figures.windowDays),
    stepMinutes: figure(i18n, figures.stepMinutes),
    ...approvalFields(i18n),
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
export const activeForm = worded((i18n) => z.object({ active: z.enum(['yes', 'no'], { error: i18n.t('Choose whether it can be booked') }) }))
export const changeForm = worded((i18n) => z.object({ change: line(i18n, i18n.t('Choose one'), 40) }))
