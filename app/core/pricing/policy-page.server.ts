import type { SubmissionResult } from '@conform-to/react'
import type { BusinessCtx } from '~/kernel/ctx'
import { never } from '~/kernel/result'
import { readForm } from '~/platform/forms.server'
import { mostTiers, policyForm, type PolicyValues } from './forms'
import { freePolicy } from './model/policy'
import type { NamedPolicy } from './policies.server'
import { noticeWords } from './policy-words'
import { savePolicy, type PolicyDraft, type PolicyRefusal } from './save-policy.server'

/** A policy as its form has it; a new one is free up to a day before and half up to the start. */
export function policyValues(policy: NamedPolicy | null): Record<string, unknown> {
  const { name, tiers, fees, taxes, noShowPercent, isDefault } = policy ?? { ...freePolicy, name: '', tiers: [{ hoursBefore: 24, percent: 100 }, { hoursBefore: 0, percent: 50 }], isDefault: false }
  const rows = tiers.map(({ hoursBefore, percent }) => ({ hoursBefore: String(hoursBefore), percent: String(percent) }))
  const empty = Array.from({ length: Math.max(0, mostTiers - rows.length) }, () => ({ hoursBefore: '', percent: '' }))
  return { name, tiers: [...rows, ...empty], fees, taxes, noShowPercent: String(noShowPercent), isDefault: isDefault ? 'on' : '' }
}

/** Reads what the form sent and saves it: `again` where something in it has to be mended. */
export function answerPolicy(ctx: BusinessCtx, form: FormData, id: string | null): { readonly again: SubmissionResult } | { readonly saved: string } {
  const read = readForm(form, policyForm(ctx.i18n))
  if (!read.ok) return { again: read.again() }
  const saved = savePolicy(ctx, id, draftIn(read.value))
  return saved.ok ? { saved: saved.value } : { again: read.again({ '': policyRefusal(ctx, saved.refusal) }) }
}

function draftIn({ tiers, ...rest }: PolicyValues): PolicyDraft {
  const filled = tiers.flatMap(({ hoursBefore, percent }) => (hoursBefore === undefined || percent === undefined ? [] : [{ hoursBefore, percent }]))
  return { ...rest, tiers: filled }
}

function policyRefusal({ i18n }: BusinessCtx, refusal: PolicyRefusal): string {
  switch (refusal.kind) {
    case 'unknown-policy':
      return i18n.t('There is no such policy here.')
    case 'same-notice':
      return i18n.t('Two rows begin at {notice}. Keep one of them.', { notice: noticeWords(i18n, refusal.hoursBefore) })
    case 'less-for-more':
      return i18n.t('At {notice} more would come back than with longer notice. Less notice gives back as much or less.', { notice: noticeWords(i18n, refusal.hoursBefore) })
    case 'is-default':
      return i18n.t('That is your default policy. Make another one the default first.')
    default:
      return never(refusal)
  }
}
