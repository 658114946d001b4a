import { useI18n } from '~/platform/words/use-i18n'
import { RadioGroup } from '~/ui/choice-field'
import type { FormField } from '~/ui/field'
import { TextField } from '~/ui/text-field'
import { asBusiness } from '../forms'

interface TermsFieldsProps {
  readonly fields: { readonly kind: FormField; readonly percent: FormField; readonly restDays: FormField }
  /** What following the business means, where the listing may do so. */
  readonly business?: string
}

/** When customers pay: the choice, and the figures that a deposit needs. */
export function TermsFields({ fields, business }: TermsFieldsProps) {
  const i18n = useI18n()
  return (
    <>
      <RadioGroup
        field={fields.kind}
        label={i18n.t('When customers pay')}
        choices={[
          ...(business === undefined ? [] : [{ value: asBusiness, label: i18n.t('As your settings say'), hint: business }]),
          { value: 'on-arrival', label: i18n.t('On arrival') },
          { value: 'deposit', label: i18n.t('A deposit when they book, the rest later') },
          { value: 'in-full', label: i18n.t('In full when they book') },
        ]}
      />
      <div className="filters small">
        <TextField field={fields.percent} label={i18n.t('Deposit, %')} inputMode="numeric" width="short" autoComplete="off" />
        <TextField field={fields.restDays} label={i18n.t('Days before, for the rest')} inputMode="numeric" width="short" autoComplete="off" />
      </div>
      <p className="hint">{i18n.t('Only a deposit needs these. Leave the days empty where the rest is paid on arrival.')}</p>
    </>
  )
}
