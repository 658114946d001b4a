import type { I18n } from '@lingui/core'
import * as z from 'zod'
import { questionRow } from '~/core/bookings/index'
import { approvalFields, extraForm, listingFields, type Field } from '~/core/listings/index'
import { ownTermsFields } from '~/core/payments/index'
import { figure as wholeNumber, words } from '~/platform/form-fields'
import { worded } from '~/platform/words/i18n'
import { figures, type Figure } from './model/figures'

export const tenures = ['nightly', 'long-term', 'sale'] as const

/** What and where a property is, as its editor sends it. The price is read by whoever knows the currency. */
export const propertyForm = worded((i18n) =>
  z.object({
    ...listingFields(i18n),
    tenure: z.enum(tenures, { error: i18n.t('Choose how it is let') }),
    wholeId: words(i18n, 40),
    price: words(i18n, 40),
    storeId: z.string({ error: i18n.t('Choose one of your stores') }).max(40),
    street: words(i18n, 120),
    postalCode: words(i18n, 20),
    city: words(i18n, 80),
    latitude: degrees(i18n, 90),
    longitude: degrees(i18n, 180),
    bedrooms: figure(i18n, 'bedrooms').optional(),
    beds: figure(i18n, 'beds').optional(),
    baths: figure(i18n, 'baths').optional(),
    size: figure(i18n, 'size').optional(),
    amenities: words(i18n, 4000),
    houseRules: words(i18n, 4000),
    licence: words(i18n, 60),
    ...approvalFields(i18n),
    payment: ownTermsFields(i18n),
    viewingAgents: z.array(z.string().max(40)).max(200).default([]),
    viewingMinutes: figure(i18n, 'minutes').optional(),
    viewingNotice: figure(i18n, 'noticeHours').optional(),
    viewingDays: figure(i18n, 'viewingDays').optional(),
    questions: z.array(questionRow(i18n)).max(20, i18n.t('Ask at most {most} questions', { most: 20 })).default([]),
  }),
)

/** The same with what the category that is chosen asks. */
export function propertyFormWith(i18n: I18n, fields: readonly Field[]) {
  return propertyForm(i18n).extend({ extra: extraForm(i18n, fields) })
}

export type PropertyInput = z.input<ReturnType<typeof propertyForm>> & { readonly extra?: Readonly<Record<string, string>> }
export type PropertyValues = z.output<ReturnType<typeof propertyFormWith>>

/** A whole number within what the figure may be. */
export function figure(i18n: I18n, name: Figure) {
  return wholeNumber(i18n, figures[name])
}

/** "38.7071" or "38,7071", in degrees × 1,000,000. */
function degrees(i18n: I18n, most: number) {
  const sentence = i18n.t('Enter degrees such as {example}, from −{most} to {most}', { example: most === 90 ? '38.7071' : '-9.1355', most })
  return words(i18n, 20).transform((text, context) => {
    if (text === null) return null
    const value = /^[-−]?\d{1,3}([.,]\d{1,10})?$/.test(text) ? Number(text.replace(',', '.').replace('−', '-')) : NaN
    if (Math.abs(value) <= most) return Math.round(value * 1e6)
    context.addIssue({ code: 'custom', message: sentence })
    return z.NEVER
  })
}
