import { useForm, type SubmissionResult } from '@conform-to/react'
import type { ReactNode } from 'react'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { DateField, MoneyField, TextField } from '~/ui/text-field'
import type { SeasonInput } from '../seasons-page.server'

interface SeasonFormProps {
  readonly season: ReturnType<typeof useSeasonForm>
  readonly currency: string
  readonly action: string
  readonly save: string
  /** What stands beside the button. */
  readonly children?: ReactNode
}

/** The form of a season: the page shows what is wrong with it at its top, wherever the form stands. */
export function useSeasonForm(values: Readonly<Record<string, string>>, result: SubmissionResult | undefined) {
  return useForm<SeasonInput>({
    id: 'season',
    lastResult: result as SubmissionResult<string[]> | undefined,
    defaultValue: values,
    constraint: { name: { required: true, maxLength: 60 }, firstNight: { required: true }, lastNight: { required: true }, nightly: { required: true } },
    defaultNoValidate: false,
  })
}

/** The dates of a season, what its nights cost, and how long a stay in it is at least. */
export function SeasonForm({ season: [form, fields], currency, action, save, children }: SeasonFormProps) {
  const i18n = useI18n()
  return (
    <form className="stack fields" id={form.id} method="post" action={action}>
      <TextField field={fields.name} label={i18n.t('Season')} hint={i18n.t('Guests read it beside the price: Summer, Easter week.')} autoComplete="off" />
      <div className="filters small">
        <DateField field={fields.firstNight} label={i18n.t('First night')} />
        <DateField field={fields.lastNight} label={i18n.t('Last night')} />
      </div>
      <div className="filters small">
        <MoneyField field={fields.nightly} label={i18n.t('A night')} currency={currency} />
        <MoneyField field={fields.weekend} label={i18n.t('Weekend night')} currency={currency} />
        <TextField field={fields.minNights} label={i18n.t('Nights at least')} inputMode="numeric" width="short" autoComplete="off" />
      </div>
      <Actions>
        <Button>{save}</Button>
        {children}
      </Actions>
    </form>
  )
}
