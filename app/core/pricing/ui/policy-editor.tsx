import { useForm, type SubmissionResult } from '@conform-to/react'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { CheckboxField, RadioGroup } from '~/ui/choice-field'
import { ErrorSummary } from '~/ui/error-summary'
import { Section } from '~/ui/page'
import { TextField } from '~/ui/text-field'
import type { PolicyInput } from '../forms'

interface PolicyEditorProps {
  readonly values: Record<string, unknown>
  readonly lastResult: SubmissionResult | undefined
  readonly back: string
}

/** A cancellation policy in plain rows: from which notice, what share comes back. */
export function PolicyEditor({ values, lastResult, back }: PolicyEditorProps) {
  const i18n = useI18n()
  const [form, fields] = useForm<PolicyInput>({
    id: 'policy',
    lastResult: lastResult as SubmissionResult<string[]> | undefined,
    defaultValue: values,
    constraint: { name: { required: true, maxLength: 80 }, noShowPercent: { required: true }, fees: { required: true }, taxes: { required: true } },
    defaultNoValidate: false,
  })
  const rules = [
    { value: 'by-tier', label: i18n.t('As the rows above say') },
    { value: 'always', label: i18n.t('Always come back') },
    { value: 'never', label: i18n.t('Never come back') },
  ]
  return (
    <>
      <ErrorSummary form={form} />
      <form id={form.id} method="post" className="stack loose">
        <TextField field={fields.name} label={i18n.t('Name')} hint={i18n.t('Only you see it, when you choose a policy for a service.')} autoComplete="off" />
        <Section id="tiers" title={i18n.t('What comes back')}>
          <div className="stack fields">
            <p className="hint">{i18n.t('Each row holds from its notice up to the next longer one. With less notice than the last row nothing comes back. Leave rows empty that you do not need.')}</p>
            {fields.tiers.getFieldList().map((row, at) => {
              const { hoursBefore, percent } = row.getFieldset()
              return (
                <fieldset key={row.key ?? at} className="filters small">
                  <legend className="sr">{i18n.t('Row {number}', { number: at + 1 })}</legend>
                  <TextField field={{ ...of(hoursBefore), required: undefined }} label={i18n.t('Hours before, at least')} inputMode="numeric" width="short" autoComplete="off" />
                  <TextField field={{ ...of(percent), required: undefined }} label={i18n.t('Comes back, %')} inputMode="numeric" width="short" autoComplete="off" />
                </fieldset>
              )
            })}
            <TextField field={fields.noShowPercent} label={i18n.t('Comes back to who did not come, %')} inputMode="numeric" width="short" autoComplete="off" />
          </div>
        </Section>
        <Section id="rules" title={i18n.t('Fees and taxes')}>
          <div className="stack fields">
            <RadioGroup field={fields.fees} label={i18n.t('Fees on top of the price')} choices={rules} />
            <RadioGroup field={fields.taxes} label={i18n.t('Taxes')} choices={rules} />
          </div>
        </Section>
        <CheckboxField field={fields.isDefault} label={i18n.t('This is our default')} hint={i18n.t('It holds for every service that names no other.')} />
        <p className="hint">{i18n.t('When you decline or cancel a booking yourself, everything comes back whatever stands here. Nobody is charged more than they have paid.')}</p>
        <Actions>
          <Button>{i18n.t('Save the policy')}</Button>
          <Button variant="plain" href={back}>
            {i18n.t('Back')}
          </Button>
        </Actions>
      </form>
    </>
  )
}

interface Part {
  readonly id: string
  readonly errorId: string
  readonly name: string
  readonly errors?: string[]
  readonly initialValue?: unknown
}

// conform answers a field's parts when they are asked for, so a copy has to ask for each.
function of({ id, errorId, name, errors, initialValue }: Part) {
  return { id, errorId, name, errors, initialValue }
}
