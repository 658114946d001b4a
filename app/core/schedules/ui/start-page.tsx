import { type FieldMetadata, useForm } from '@conform-to/react'
import type { SubmissionResult } from '@conform-to/react'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { CheckboxGroup, RadioGroup, SelectField, type Choice, type Option } from '~/ui/choice-field'
import { ErrorSummary } from '~/ui/error-summary'
import { Section } from '~/ui/page'
import { Steps } from '~/ui/steps'
import { TextField } from '~/ui/text-field'
import { startFields, startPaths, startSteps, type StartStep } from '../model/start-steps'
import { stretchesShown } from '../model/week-form'
import { WeekFields, weekLabels } from './week-fields'

interface StartPageProps {
  readonly step: StartStep
  readonly values: Readonly<Record<string, string | string[]>>
  readonly result: SubmissionResult | null
  readonly choices: { readonly zone: string | null; readonly trades: readonly Choice[] } & Readonly<Record<'currencies' | 'countries' | 'zones', readonly Option[]>>
}

type Fields = Readonly<Record<string, FieldMetadata<string | string[]>>>

/** One step of the sign-up; what the others ask is carried on, unseen. */
export function StartPage({ step, values, result, choices }: StartPageProps) {
  const i18n = useI18n()
  const [form, fields] = useForm<Record<string, string | string[]>>({
    id: 'start',
    lastResult: result,
    defaultValue: { timeZone: choices.zone ?? '', ...values },
    constraint: Object.fromEntries(startFields[step].filter((name) => !isOptional(name)).map((name) => [name, { required: true }])),
    defaultNoValidate: false,
  })
  const at = startSteps.indexOf(step)
  const back = startSteps[at - 1]
  const names = { name: i18n.t('Name'), trades: i18n.t('What you do'), place: i18n.t('Where and when') }
  return (
    <div className="stack loose narrow">
      <Steps
        label={i18n.t('Steps')}
        steps={startSteps.map((one, index) => ({ label: names[one], state: index < at ? 'done' : index === at ? 'current' : 'ahead' }))}
      />
      <h1>{i18n.t('Open your business here')}</h1>
      <ErrorSummary form={form} labels={weekLabels(i18n, stretchesShown(Object.keys(values)))} />
      <form id={form.id} method="post" action={startPaths[startSteps[at + 1] ?? 'place']} className="stack loose">
        {step === 'name' && <NameStep fields={fields} />}
        {step === 'trades' && <TradesStep fields={fields} choices={choices} />}
        {step === 'place' && <PlaceStep fields={fields} choices={choices} stretches={stretchesShown(Object.keys(values))} />}
        <input type="hidden" name="from" value={step} />
        <Carried step={step} values={values} />
        <Actions>
          <Button>{step === 'place' ? i18n.t('Open the business') : i18n.t('Continue')}</Button>
          {back && (
            <Button variant="quiet" formAction={startPaths[back]} formNoValidate>
              {i18n.t('Back')}
            </Button>
          )}
        </Actions>
      </form>
    </div>
  )
}

function NameStep({ fields }: { fields: Fields }) {
  const i18n = useI18n()
  return (
    <>
      <TextField field={fieldOf(fields, 'name')} label={i18n.t('Name of the business')} autoComplete="organization" />
      <TextField
        field={fieldOf(fields, 'code')}
        label={i18n.t('Code')}
        hint={i18n.t('Two to four letters that stand before each booking’s number, as in HS-7K3M9Q. Leave it empty and we make one of the name.')}
        autoCapitalize="characters"
        spellCheck={false}
        width="short"
      />
    </>
  )
}

function TradesStep({ fields, choices }: { fields: Fields; choices: StartPageProps['choices'] }) {
  const i18n = useI18n()
  return (
    <>
      <CheckboxGroup field={fieldOf(fields, 'domains')} label={i18n.t('What you do')} hint={i18n.t('You can switch others on later.')} choices={choices.trades} />
      <Section id="prices" title={i18n.t('Your prices')}>
        <div className="stack">
          <SelectField field={fieldOf(fields, 'currency')} label={i18n.t('Currency')} hint={i18n.t('It is fixed once you have sold something.')} options={choices.currencies} blank={i18n.t('Choose one')} />
          <TextField field={fieldOf(fields, 'taxName')} label={i18n.t('What the tax is called')} hint={i18n.t('VAT, IVA, sales tax.')} width="short" />
          <TextField field={fieldOf(fields, 'taxRate')} label={i18n.t('Rate, percent')} hint={i18n.t('0 where you charge none.')} inputMode="decimal" width="short" />
          <RadioGroup
            field={fieldOf(fields, 'taxIncluded')}
            label={i18n.t('Your prices')}
            choices={[
              { value: 'yes', label: i18n.t('include the tax') },
              { value: 'no', label: i18n.t('come without it: it is added') },
            ]}
          />
        </div>
      </Section>
    </>
  )
}

function PlaceStep({ fields, choices, stretches }: { fields: Fields; choices: StartPageProps['choices']; stretches: number }) {
  const i18n = useI18n()
  return (
    <>
      <Section id="where" title={i18n.t('Where customers come to')}>
        <div className="stack">
          <TextField field={fieldOf(fields, 'line1')} label={i18n.t('Street and number')} autoComplete="address-line1" />
          <TextField field={fieldOf(fields, 'line2')} label={i18n.t('Floor or building')} autoComplete="address-line2" />
          <TextField field={fieldOf(fields, 'postalCode')} label={i18n.t('Postal code')} autoComplete="postal-code" width="short" />
          <TextField field={fieldOf(fields, 'city')} label={i18n.t('Town')} autoComplete="address-level2" />
          <SelectField field={fieldOf(fields, 'country')} label={i18n.t('Country')} options={choices.countries} blank={i18n.t('Choose one')} autoComplete="country" />
          <SelectField field={fieldOf(fields, 'timeZone')} label={i18n.t('Time zone')} options={choices.zones} blank={i18n.t('Choose one')} />
        </div>
      </Section>
      <Section id="when" title={i18n.t('When it is open')} aside={<p className="soft fine">{i18n.t('Leave a row empty for a closed day.')}</p>}>
        <WeekFields fields={fields} stretches={stretches} />
      </Section>
    </>
  )
}

/** What was typed in the other steps. */
function Carried({ step, values }: Pick<StartPageProps, 'step' | 'values'>) {
  const others = Object.entries(values).filter(([name]) => !startFields[step].includes(name))
  return (
    <>
      {others.flatMap(([name, value]) => [value].flat().map((one) => <input key={`${name} ${one}`} type="hidden" name={name} value={one} />))}
    </>
  )
}

function isOptional(name: string): boolean {
  return name === 'code' || name === 'line2' || name.startsWith('day')
}

// conform makes a field's metadata when its name is asked for: it is never missing.
function fieldOf(fields: Fields, name: string): FieldMetadata<string | string[]> {
  const field = fields[name]
  if (!field) throw new Error(`No field ${name}`)
  return field
}
