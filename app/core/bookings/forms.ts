import * as z from 'zod'
import { worded } from '~/platform/words/i18n'

export const cancellationForm = worded((i18n) => z.object({ reason: z.string().trim().max(1000, i18n.t('Write a reason of at most 1,000 letters')).optional() }))

export const findBookingForm = worded((i18n) =>
  z.object({
    reference: z
      .string({ error: i18n.t('Enter the reference, like AP-7K3M9Q') })
      .trim()
      .max(40, i18n.t('Enter the reference, like AP-7K3M9Q')),
    email: z
      .string({ error: i18n.t('Enter your e-mail address') })
      .trim()
      .max(254, i18n.t('Enter an e-mail address of at most 254 letters'))
      .refine((text) => z.regexes.email.test(text), i18n.t('Write your e-mail address in full, like name@example.com')),
  }),
)
