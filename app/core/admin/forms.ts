import type { I18n } from '@lingui/core'
import * as z from 'zod'
import { fieldKinds } from '~/core/listings/index'
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

const few = (i18n: I18n, most: number) => i18n.t('Write at most {max} characters', { max: most })

const words = (i18n: I18n, most: number) =>
  z
    .string()
    .trim()
    .max(most, few(i18n, most))
    .optional()
    .transform((text) => text || null)

/** A category as its editor sends it; whether its fields fit together is the use case's to say. */
export const categoryForm = worded((i18n) =>
  z.object({
    title: z.string({ error: i18n.t('Enter a title') }).trim().min(1, i18n.t('Enter a title')).max(80, few(i18n, 80)),
    under: z.string({ error: i18n.t('Choose where it stands') }).max(40),
    fields: z.array(fieldRow(i18n)).max(30, i18n.t('Ask at most {most} fields', { most: 30 })).default([]),
  }),
)

export type CategoryInput = z.input<ReturnType<typeof categoryForm>>

export const schemaForm = worded((i18n) => z.object({ schema: z.string({ error: i18n.t('Write the schema') }).max(60_000, few(i18n, 60_000)) }))

function fieldRow(i18n: I18n) {
  const missing = i18n.t('Write what the field is called, or remove its row')
  const number = i18n.t('Enter a number, or leave it empty')
  return z.object({
    key: z.string().max(40).optional(),
    title: z.string({ error: missing }).trim().min(1, missing).max(120, few(i18n, 120)),
    kind: z.enum(fieldKinds, { error: i18n.t('Choose what is filled in') }),
    help: words(i18n, 400),
    required: z.boolean().default(false),
    options: words(i18n, 6000),
    min: z.number({ error: number }).optional(),
    max: z.number({ error: number }).optional(),
  })
}
