import * as z from 'zod'
import { worded } from '~/platform/words/i18n'

export const mostLetters = 2000

export const reviewForm = worded((i18n) =>
  z.object({
    listing: z.string({ error: i18n.t('Choose what you rate') }).max(40),
    stars: z.enum(['1', '2', '3', '4', '5'], { error: i18n.t('Choose from one to five stars') }).transform(Number),
    words: z.string().trim().max(mostLetters, i18n.t('Write at most 2,000 letters')).optional(),
  }),
)

export const answerForm = worded((i18n) =>
  z.object({ answer: z.string({ error: i18n.t('Write an answer') }).trim().min(1, i18n.t('Write an answer')).max(mostLetters, i18n.t('Write at most 2,000 letters')) }),
)

export const hidingForm = worded((i18n) =>
  z.object({ reason: z.string({ error: i18n.t('Say why it is hidden') }).trim().min(1, i18n.t('Say why it is hidden')).max(500, i18n.t('Write a reason of at most 500 letters')) }),
)
