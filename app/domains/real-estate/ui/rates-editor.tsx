import { useForm, type FieldMetadata, type SubmissionResult } from '@conform-to/react'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { CheckboxGroup, RadioGroup } from '~/ui/choice-field'
import { ErrorSummary } from '~/ui/error-summary'
import type { FormField } from '~/ui/field'
import { Section } from '~/ui/page'
import { MoneyField, TextField, TimeField } from '~/ui/text-field'
import type { RatesInput } from '../rates-form'
import { DiscountRows, FeeRows, type DiscountField, type FeeField } from './rates-rows'
import { weekdayChoices } from './weekdays'

interface RatesEditorProps {
  readonly values: Record<string, unknown>
  readonly currency: string
  readonly lastResult: SubmissionResult | undefined
  readonly back: string
  /** Where seasons are written; null before anything costs something. */
  readonly seasons: string | null
}

type Fields = { readonly [Name in keyof RatesInput]-?: FormField } & {
  readonly discounts: FieldMetadata<RatesInput['discounts']>
  readonly fees: FieldMetadata<RatesInput['fees']>
}

/** What a stay costs and which rules it has, in the order in which they are applied. */
export function RatesEditor({ values, currency, lastResult, back, seasons }: RatesEditorProps) {
  const i18n = useI18n()
  const [form, fields] = useForm<RatesInput>({
    id: 'rates',
    lastResult: lastResult as SubmissionResult<string[]> | undefined,
    defaultValue: values,
    constraint: Object.fromEntries(needed.map((name) => [name, { required: true }])),
    defaultNoValidate: false,
  })
  return (
    <>
      <ErrorSummary form={form} />
      <form id={form.id} method="post" className="stack loose">
        <Nights fields={fields} currency={currency} seasons={seasons} />
        <Guests fields={fields} currency={currency} />
        <DiscountRows rows={fields.discounts.getFieldList() as unknown as readonly DiscountField[]} />
        <FeeRows rows={fields.fees.getFieldList() as unknown as readonly FeeField[]} currency={currency} />
        <Tax fields={fields} currency={currency} />
        <Rules fields={fields} />
        <Hours fields={fields} />
        <Actions>
          <Button>{i18n.t('Save the rates')}</Button>
          <Button variant="plain" href={back}>
            {i18n.t('Back')}
          </Button>
        </Actions>
      </form>
    </>
  )
}

const needed = ['nightly', 'guestsIncluded', 'guestsMost', 'childAge', 'minNights', 'stayBy', 'prepareNights', 'noticeDays', 'windowDays', 'checkInFrom', 'checkOutBy'] as const

function Nights({ fields, currency, seasons }: { fields: Fields; currency: string; seasons: string | null }) {
  const i18n = useI18n()
  return (
    <Section id="nights" title={i18n.t('A night')} aside={seasons && <a href={seasons}>{i18n.t('Seasons')}</a>}>
      <div className="stack fields">
        <div className="filters small">
          <MoneyField field={fields.nightly} label={i18n.t('Usual price')} currency={currency} />
          <MoneyField field={fields.weekend} label={i18n.t('Weekend nights')} currency={currency} />
        </div>
        <CheckboxGroup field={optional(fields.weekendDays)} label={i18n.t('Weekend nights are those of')} inline choices={weekdayChoices(i18n)} />
      </div>
    </Section>
  )
}

function Guests({ fields, currency }: { fields: Fields; currency: string }) {
  const i18n = useI18n()
  return (
    <Section id="guests" title={i18n.t('Guests')}>
      <div className="filters small">
        <TextField field={fields.guestsIncluded} label={i18n.t('Included in the price')} inputMode="numeric" width="short" autoComplete="off" />
        <TextField field={fields.guestsMost} label={i18n.t('At most')} inputMode="numeric" width="short" autoComplete="off" />
        <MoneyField field={fields.extraGuest} label={i18n.t('Each further guest and night')} currency={currency} />
      </div>
    </Section>
  )
}

function Tax({ fields, currency }: { fields: Fields; currency: string }) {
  const i18n = useI18n()
  return (
    <Section id="tax" title={i18n.t('Tourist tax')}>
      <div className="stack fields">
        <div className="filters small">
          <MoneyField field={fields.tax} label={i18n.t('Each guest and night')} currency={currency} />
          <TextField field={fields.taxNights} label={i18n.t('For so many nights at most')} inputMode="numeric" width="short" autoComplete="off" />
          <TextField field={fields.childAge} label={i18n.t('Guests are children below the age of')} inputMode="numeric" width="short" autoComplete="off" />
        </div>
        <p className="hint">{i18n.t('Children owe no tourist tax. Enter 0 where everybody owes it.')}</p>
      </div>
    </Section>
  )
}

function Rules({ fields }: { fields: Fields }) {
  const i18n = useI18n()
  return (
    <Section id="rules" title={i18n.t('Rules of a stay')}>
      <div className="stack fields">
        <div className="filters small">
          <TextField field={fields.minNights} label={i18n.t('Nights at least')} inputMode="numeric" width="short" autoComplete="off" />
          <TextField field={fields.maxNights} label={i18n.t('Nights at most')} inputMode="numeric" width="short" autoComplete="off" />
          <TextField field={fields.prepareNights} label={i18n.t('Nights to prepare after a stay')} inputMode="numeric" width="short" autoComplete="off" />
          <TextField field={fields.noticeDays} label={i18n.t('Days of notice')} inputMode="numeric" width="short" autoComplete="off" />
          <TextField field={fields.windowDays} label={i18n.t('Bookable so many days ahead')} inputMode="numeric" width="short" autoComplete="off" />
        </div>
        <RadioGroup
          field={fields.stayBy}
          label={i18n.t('Where a season asks for longer stays')}
          choices={[
            { value: 'arrival', label: i18n.t('The night of arrival decides') },
            { value: 'every-night', label: i18n.t('One night in it is enough') },
          ]}
        />
        <CheckboxGroup field={optional(fields.arrivalDays)} label={i18n.t('Guests arrive on')} inline choices={weekdayChoices(i18n)} />
        <CheckboxGroup field={optional(fields.departureDays)} label={i18n.t('Guests leave on')} inline choices={weekdayChoices(i18n)} />
        <p className="hint">{i18n.t('At the desk you book whatever dates are free.')}</p>
      </div>
    </Section>
  )
}

function Hours({ fields }: { fields: Fields }) {
  const i18n = useI18n()
  return (
    <Section id="hours" title={i18n.t('Arrival and departure')}>
      <div className="stack fields">
        <div className="filters small">
          <TimeField field={fields.checkInFrom} label={i18n.t('Arrive from')} />
          <TimeField field={fields.checkInUntil} label={i18n.t('Arrive until')} />
          <TimeField field={fields.checkOutBy} label={i18n.t('Leave by')} />
        </div>
        <p className="hint">{i18n.t('They are only shown. A night is kept from noon to noon, so changing them clashes with nothing that is booked.')}</p>
      </div>
    </Section>
  )
}

// Ticking none is an answer of its own: nothing says "optional" beside it.
function optional({ id, errorId, name, errors, initialValue }: FormField): FormField {
  return { id, errorId, name, errors, initialValue, required: true }
}
