import type { I18n } from '@lingui/core'
import * as z from 'zod'
import { bookForm, type AskedQuestion } from './forms'

/** The form at the desk: the customer is on the telephone, so a name is enough. */
export function deskForm(i18n: I18n, questions: readonly AskedQuestion[]) {
  return bookForm(
    i18n,
    questions.map((question) => ({ ...question, required: false })),
  ).extend({
    name: z
      .string({ error: i18n.t('Enter the customer’s name') })
      .trim()
      .min(1, i18n.t('Enter the customer’s name'))
      .max(200, i18n.t('Enter a name of at most 200 letters')),
    email: z.email(i18n.t('Enter an e-mail address like ana@example.com, or leave it empty')).max(254).optional(),
  })
}
