import * as z from 'zod'
import { isLocalDate } from '~/kernel/time'
import { words } from '~/platform/form-fields'
import { worded } from '~/platform/words/i18n'

export const nightsActs = ['block', 'free', 'price', 'usual-price'] as const

/** What becomes of many nights, as the form of the calendar sends it. */
export const nightsForm = worded((i18n) => {
  const date = i18n.t('Enter a date such as 2027-03-28')
  const night = z.string({ error: date }).refine(isLocalDate, date)
  return z.object({ firstNight: night, lastNight: night, act: z.enum(nightsActs, { error: i18n.t('Choose one') }), price: words(i18n, 40), reason: words(i18n, 100) })
})

export type NightsInput = z.input<ReturnType<typeof nightsForm>>
export type NightsValues = z.output<ReturnType<typeof nightsForm>>
