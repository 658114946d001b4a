import * as z from 'zod'
import { worded } from '~/platform/words/i18n'

export const roleForm = worded((i18n) => z.object({ held: z.enum(['yes', 'no'], { error: i18n.t('Say whether to give or to take the role') }) }))

export const businessStatuses = ['trial', 'active', 'suspended', 'cancelled'] as const

export const businessStatusForm = worded((i18n) =>
  z.object({
    status: z.enum(businessStatuses, { error: i18n.t('Choose what becomes of the business') }),
    reason: z
      .string({ error: i18n.t('Write down why: it is kept in the audit') })
      .trim()
      .min(1, i18n.t('Write down why: it is kept in the audit'))
      .max(500, i18n.t('Write at most 500 letters')),
  }),
)

export const deliveryForm = worded(() => z.object({ subscriber: z.string().max(200) }))
