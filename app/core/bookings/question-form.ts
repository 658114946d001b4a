import type { I18n } from '@lingui/core'
import * as z from 'zod'
import type { FormErrors } from '~/platform/forms.server'
import type { QuestionDraft, QuestionRefusal } from './save-questions.server'

export const questionKinds = ['text', 'long-text', 'choice', 'yes-no'] as const

/** A question as an editor sends it, a row of its form's `questions`. */
export function questionRow(i18n: I18n) {
  const words = (max: number) =>
    z
      .string()
      .trim()
      .max(max, i18n.t('Write at most {max} characters', { max }))
      .optional()
      .transform((text) => text || null)
  const missing = i18n.t('Write the question, or remove its row')
  return z.object({
    id: z.string().max(40).optional(),
    label: z.string({ error: missing }).trim().min(1, missing).max(200, i18n.t('Write at most {max} characters', { max: 200 })),
    hint: words(200),
    kind: z.enum(questionKinds, { error: i18n.t('Choose how it is answered') }),
    options: words(2000),
    required: z.boolean().default(false),
  })
}

type QuestionRowSchema = ReturnType<typeof questionRow>
export type QuestionInput = z.input<QuestionRowSchema>

/** What the rows of an editor ask. */
export function questionsIn(rows: readonly z.output<QuestionRowSchema>[]): QuestionDraft[] {
  return rows.map(({ id, options, ...question }) => ({ ...question, id: id ?? null, options: options?.split(/\r?\n/) ?? [] }))
}

/** Questions in the words of an editor's rows. */
export function questionValues(questions: readonly QuestionDraft[]) {
  return questions.map(({ id, label, hint, kind, options, required }) => ({ id: id ?? '', label, hint: hint ?? '', kind, options: options.join('\n'), required: required ? 'on' : '' }))
}

/** What a new row begins with. */
export const freshQuestion = { kind: 'text' }

/** What stood in the way of saving questions, beside the row that it is about. */
export function questionErrors(i18n: I18n, refusal: QuestionRefusal): FormErrors {
  switch (refusal.kind) {
    case 'unknown-question':
      return { [`questions[${refusal.at}].label`]: i18n.t('This question is no longer here. Remove its row and write it anew.') }
    case 'question-empty':
      return { [`questions[${refusal.at}].label`]: i18n.t('Write the question, or remove its row') }
    case 'too-few-options':
      return { [`questions[${refusal.at}].options`]: i18n.t('Write at least two answers to choose from, each on a line of its own') }
    case 'too-many-questions':
      return { '': i18n.t('Ask at most {most} questions', { most: refusal.most }) }
  }
}
