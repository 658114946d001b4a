import * as z from 'zod'
import { readPhone } from '~/kernel/phone'
import { isLocalDate } from '~/kernel/time'
import { worded } from '~/platform/words/i18n'

/** Who asks, what, and for when. */
export const enquiryForm = worded((i18n) =>
  z.object({
    name: z.string({ error: i18n.t('Enter your name') }).trim().min(1, i18n.t('Enter your name')).max(200, i18n.t('Enter a name of at most 200 letters')),
    email: z
      .string({ error: i18n.t('Enter your e-mail address') })
      .trim()
      .max(254, i18n.t('Enter an e-mail address of at most 254 letters'))
      .refine((text) => z.regexes.email.test(text), i18n.t('Write your e-mail address in full, like name@example.com')),
    phone: z.string().trim().refine((text) => readPhone(text) !== null, i18n.t('Write a telephone number like +351 912 345 678, or leave it empty')).optional(),
    message: z.string({ error: i18n.t('Write what you would like to know') }).trim().min(1, i18n.t('Write what you would like to know')).max(4000, i18n.t('Write at most {max} characters', { max: 4000 })),
    wishedFor: z.string().refine((text) => isLocalDate(text) && text >= '2000' && text < '9000', i18n.t('Enter a date such as 2027-03-28')).optional(),
    key: z.string({ error: i18n.t('The form was not complete. Send it once more') }).regex(/^[\w-]{8,100}$/, i18n.t('The form was not complete. Send it once more')),
  }),
)

export type EnquiryInput = z.input<ReturnType<typeof enquiryForm>>

/** What a member writes back. */
export const replyForm = worded((i18n) =>
  z.object({ body: z.string({ error: i18n.t('Write an answer') }).trim().min(1, i18n.t('Write an answer')).max(10_000, i18n.t('Write at most {max} characters', { max: 10_000 })) }),
)

export type ReplyInput = z.input<ReturnType<typeof replyForm>>

/** A form of one button. */
export const enquiryStatusForm = worded((i18n) => z.object({ to: z.enum(['closed', 'open'], { error: i18n.t('Choose what becomes of it') }) }))
