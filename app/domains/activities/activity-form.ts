import type { I18n } from '@lingui/core'
import * as z from 'zod'
import { questionRow } from '~/core/bookings/index'
import { approvalFields, extraForm, listingFields, type Field } from '~/core/listings/index'
import { ownTermsFields } from '~/core/payments/index'
import { figure, ids, words } from '~/platform/form-fields'
import { worded } from '~/platform/words/i18n'

/** An activity as its editor sends it. Prices are read by whoever knows the currency; a row without a label is none. */
export const activityForm = worded((i18n) =>
  z.object({
    ...listingFields(i18n),
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
    ...approvalFields(i18n),
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
