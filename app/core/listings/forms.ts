import type { I18n } from '@lingui/core'
import * as z from 'zod'
import { line, words } from '~/platform/form-fields'
import { worded } from '~/platform/words/i18n'
import { mostFurther } from './model/further-categories'

export const businessCategoriesForm = worded((i18n) =>
  z.object({
    main: z
      .string()
      .max(40)
      .optional()
      .transform((id) => id ?? null),
    further: z
      .array(z.string().max(40))
      .max(mostFurther + 1, i18n.t('Tick at most {most} further categories', { most: mostFurther }))
      .default([]),
  }),
)

/** What the editors of all trades ask first. */
export function listingFields(i18n: I18n) {
  return {
    title: line(i18n, i18n.t('Enter a title'), 120),
    description: words(i18n, 4000),
    section: words(i18n, 80),
    categoryId: words(i18n, 40),
  }
}

/** Whether the business confirms what is booked, and the cancellation policy that holds. */
export function approvalFields(i18n: I18n) {
  return {
    approval: z.enum(['no', 'yes'], { error: i18n.t('Choose how it is booked') }),
    policyId: words(i18n, 40),
  }
}

/** A button that publishes a listing, pauses or archives it. */
export const statusForm = worded((i18n) => z.object({ status: z.enum(['active', 'paused', 'archived'], { error: i18n.t('Choose what becomes of it') }) }))
