import * as z from 'zod'
import { worded } from '~/platform/words/i18n'

const door = z.string().trim().max(40).optional()

/** Who asks to come in: a typed or scanned code, or a row found by name. */
export const admissionForm = worded((i18n) =>
  z
    .object({
      code: z.string().trim().max(200, i18n.t('That is too long for a code')).optional(),
      item: z.string().max(60).optional(),
      count: z.coerce.number({ error: i18n.t('Enter how many come in') }).int(i18n.t('Enter how many come in')).min(1, i18n.t('Enter how many come in')).max(1000, i18n.t('Enter how many come in')).optional(),
      door,
    })
    .refine(({ code, item }) => Boolean(code) || Boolean(item), { path: ['code'], message: i18n.t('Type or scan the code of a ticket') }),
)
