import { useForm, type SubmissionResult } from '@conform-to/react'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { RadioGroup } from '~/ui/choice-field'
import { ErrorSummary } from '~/ui/error-summary'
import { Section } from '~/ui/page'
import { DateField, MoneyField, TextField } from '~/ui/text-field'
import type { NightsInput } from '../nights-form'

interface NightsFormProps {
  /** The night that was chosen in the calendar; empty where none was. */
  readonly first: string
  readonly currency: string
  readonly lastResult: SubmissionResult | undefined
}

/** Blocks, frees or prices many nights at once. */
export function NightsForm({ first, currency, lastResult }: NightsFormProps) {
  const i18n = useI18n()
  const [form, fields] = useForm<NightsInput>({
    id: 'nights',
    lastResult: lastResult as SubmissionResult<string[]> | undefined,
    defaultValue: { firstNight: first, lastNight: first, act: 'block' },
    constraint: { firstNight: { required: true }, lastNight: { required: true }, act: { required: true } },
    defaultNoValidate: false,
  })
  return (
    <Section id="change" title={i18n.t('Change many nights at once')}>
      <ErrorSummary form={form} />
      <form id={form.id} method="post" className="stack fields">
        <div className="filters small">
          <DateField field={fields.firstNight} label={i18n.t('First night')} />
          <DateField field={fields.lastNight} label={i18n.t('Last night')} />
        </div>
        <RadioGroup
          field={fields.act}
          label={i18n.t('What becomes of them')}
          choices={[
            { value: 'block', label: i18n.t('Block them'), hint: i18n.t('Nobody can book them. Say why below.') },
            { value: 'free', label: i18n.t('Free what is blocked') },
            { value: 'price', label: i18n.t('Give them a price of their own'), hint: i18n.t('It goes before season and weekend. Guests read the reason beside it.') },
            { value: 'usual-price', label: i18n.t('Give them their usual price again') },
          ]}
        />
        <div className="filters small">
          <MoneyField field={fields.price} label={i18n.t('A night')} currency={currency} />
          <TextField field={fields.reason} label={i18n.t('Reason')} autoComplete="off" />
        </div>
        <Actions>
          <Button>{i18n.t('Change these nights')}</Button>
        </Actions>
      </form>
    </Section>
  )
}
