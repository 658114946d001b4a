import type { I18n } from '@lingui/core'
import * as z from 'zod'
import { worded } from '~/platform/words/i18n'
import { holdLimits } from './model/hold-limits'
import type { PaymentTerms } from './model/payment-terms'

/** Where a listing follows its business. */
export const asBusiness = 'as-business'

/** How customers pay, as the settings page sends it. */
export const paymentSettingsForm = worded((i18n) => z.object({ terms: termsFields(i18n, kinds).transform(termsTyped), holdMinutes: figure(i18n, holdLimits.least, holdLimits.most), releaseDays: figure(i18n, 0, 60).optional() }).transform(({ releaseDays = null, ...rest }) => ({ ...rest, releaseDays })))

/** Terms of a listing of its own, or none: a part of the form of whatever trade it is. */
export const ownTermsFields = worded((i18n) =>
  termsFields(i18n, [asBusiness, ...kinds]).transform(({ kind, ...figures }) => (kind === asBusiness ? null : termsTyped({ kind, ...figures }))),
)

export type PaymentSettingsInput = z.input<ReturnType<typeof paymentSettingsForm>>
export type TermsInput = z.input<ReturnType<typeof ownTermsFields>>

export interface TermsValues {
  readonly kind: string
  readonly percent: string
  readonly restDays: string
}

/** What a form with such fields shows before anybody types. */
export function termsValues(terms: PaymentTerms | null): TermsValues {
  const deposit = terms?.kind === 'deposit' ? terms : null
  return { kind: terms?.kind ?? asBusiness, percent: deposit ? String(deposit.percent) : '', restDays: deposit?.restDays ? String(deposit.restDays) : '' }
}

const kinds = ['on-arrival', 'deposit', 'in-full'] as const

// Figures that are typed beside a choice that needs none are let be.
interface TypedTerms {
  readonly kind: PaymentTerms['kind']
  readonly percent?: number | undefined
  readonly restDays?: number | undefined
}

function termsTyped({ kind, percent = 0, restDays }: TypedTerms): PaymentTerms {
  return kind === 'deposit' ? { kind, percent, restDays: restDays ?? null } : { kind }
}

function termsFields<Kind extends string>(i18n: I18n, offered: readonly Kind[]) {
  return z
    .object({
      kind: z.enum(offered, { error: i18n.t('Choose when customers pay') }),
      percent: figure(i18n, 1, 99).optional(),
      restDays: figure(i18n, 1, 365).optional(),
    })
    .superRefine(({ kind, percent }, context) => {
      if (kind === 'deposit' && percent === undefined) context.addIssue({ code: 'custom', path: ['percent'], message: i18n.t('Enter a whole number from {from} to {to}', { from: 1, to: 99 }) })
    })
}

function figure(i18n: I18n, from: number, to: number) {
  const sentence = i18n.t('Enter a whole number from {from} to {to}', { from, to })
  return z.number({ error: sentence }).int(sentence).min(from, sentence).max(to, sentence)
}
