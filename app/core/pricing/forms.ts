import type { I18n } from '@lingui/core'
import * as z from 'zod'
import { worded } from '~/platform/words/i18n'

export const backRules = ['always', 'by-tier', 'never'] as const

/** How many rows the form of a policy has: empty ones are no tiers. */
export const mostTiers = 5

/** A cancellation policy as its settings page sends it. */
export const policyForm = worded((i18n) =>
  z
    .object({
      name: z.string({ error: i18n.t('Enter a name') }).trim().min(1, i18n.t('Enter a name')).max(80, i18n.t('Write at most {max} characters', { max: 80 })),
      tiers: z.array(z.object({ hoursBefore: figure(i18n, 8760), percent: figure(i18n, 100) })).max(mostTiers).default([]),
      fees: z.enum(backRules, { error: i18n.t('Choose one') }),
      taxes: z.enum(backRules, { error: i18n.t('Choose one') }),
      noShowPercent: z.number({ error: i18n.t('Enter a whole number from {from} to {to}', { from: 0, to: 100 }) }).int().min(0).max(100),
      isDefault: z.boolean().default(false),
    })
    .superRefine(({ tiers }, context) => {
      tiers.forEach(({ hoursBefore, percent }, at) => {
        if ((hoursBefore === undefined) === (percent === undefined)) return
        const path = ['tiers', at, hoursBefore === undefined ? 'hoursBefore' : 'percent']
        context.addIssue({ code: 'custom', path, message: i18n.t('Fill in both, or leave both empty') })
      })
    }),
)

export type PolicyInput = z.input<ReturnType<typeof policyForm>>
export type PolicyValues = z.output<ReturnType<typeof policyForm>>

function figure(i18n: I18n, to: number) {
  const sentence = i18n.t('Enter a whole number from {from} to {to}', { from: 0, to })
  return z.number({ error: sentence }).int(sentence).min(0, sentence).max(to, sentence).optional()
}
