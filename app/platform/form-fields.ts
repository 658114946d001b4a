import type { I18n } from '@lingui/core'
import * as z from 'zod'
import { isLocalDate, parseTime } from '~/kernel/time'
import { worded } from './words/i18n'

/** A line that must be there. */
export function line(i18n: I18n, missing: string, max: number) {
  return z.string({ error: missing }).trim().min(1, missing).max(max, i18n.t('Write at most {max} characters', { max }))
}

/** Words that may be left out; null then. */
export function words(i18n: I18n, max: number) {
  return z
    .string()
    .trim()
    .max(max, i18n.t('Write at most {max} characters', { max }))
    .optional()
    .transform((text) => text || null)
}

/** A whole number between two, both included. */
export function figure(i18n: I18n, { from, to }: { readonly from: number; readonly to: number }) {
  const sentence = i18n.t('Enter a whole number from {from} to {to}', { from, to })
  return z.number({ error: sentence }).int(sentence).min(from, sentence).max(to, sentence)
}

/** A day on the wall: 2027-03-28. */
export function date(i18n: I18n) {
  return z.string({ error: i18n.t('Enter a date') }).refine(isLocalDate, i18n.t('Enter a date such as 2027-03-28'))
}

/** A time on the wall: 19:30. */
export function time(i18n: I18n) {
  return z.string({ error: i18n.t('Enter a time') }).refine((text) => parseTime(text) !== null, i18n.t('Enter a time such as 19:30'))
}

/** Ids of what was ticked. */
export function ids() {
  return z.array(z.string().max(40)).max(500).default([])
}

/** One place up or down in a list: a form of one button. */
export const directionForm = worded((i18n) => z.object({ direction: z.enum(['up', 'down'], { error: i18n.t('Choose up or down') }) }))
