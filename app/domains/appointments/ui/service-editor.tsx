import { QuestionRows } from '~/core/bookings/index'
import { CategorySection, ListingEditor, PaymentSection, PolicyField, StoresField, useListingForm, WordsSection, type EditorProps } from '~/core/listings/index'
import { TermsFields } from '~/core/payments/index'
import { useI18n } from '~/platform/words/use-i18n'
import { CheckboxGroup, RadioGroup, SelectField, type Option } from '~/ui/choice-field'
import { Section } from '~/ui/page'
import { MoneyField, TextField } from '~/ui/text-field'
import type { ServiceInput } from '../service-form'
import { daySteps, minuteSteps, withPresent } from './spans'

export const editorId = 'service'

type Props = EditorProps<{ readonly currency: string; readonly people: readonly Option[]; readonly places: readonly Option[] }>

type Fields = ReturnType<typeof useListingForm<ServiceInput>>[1]

/** Everything about a service on one page. */
export function ServiceEditor({ values, choices, answer, save, back }: Props) {
  const i18n = useI18n()
  const [form, fields] = useListingForm<ServiceInput>({ id: editorId, values, lastResult: answer?.result, constraint: required })
  return (
    <ListingEditor form={form} save={save} back={back} label={i18n.t('Who offers it, and where')} aside={<WhoAndWhere fields={fields} choices={choices} />}>
      <WhatItIs fields={fields} currency={choices.currency} />
      <CategorySection fields={fields} categories={choices.categories} asked={answer?.asked ?? choices.asked} />
      <WhenItCanBeBooked fields={fields} policies={choices.policies} />
      <PaymentSection>
        <TermsFields fields={fields.payment.getFieldset()} business={choices.businessTerms} />
      </PaymentSection>
      <QuestionRows rows={fields.questions.getFieldList()} />
    </ListingEditor>
  )
}

function WhatItIs({ fields, currency }: { fields: Fields; currency: string }) {
  const i18n = useI18n()
  return (
    <WordsSection fields={fields} about={i18n.t('What happens, for whom, what to bring. Blank lines make paragraphs.')}>
      <TextField field={fields.section} label={i18n.t('Heading')} hint={i18n.t('Services with the same heading stand together on your page.')} autoComplete="off" />
      <div className="filters small">
        <MoneyField field={fields.price} label={i18n.t('Price')} currency={currency} />
        <TextField field={fields.durationMinutes} label={i18n.t('Minutes')} inputMode="numeric" />
        <TextField field={fields.bufferBeforeMinutes} label={i18n.t('Pause before, min')} inputMode="numeric" />
        <TextField field={fields.bufferAfterMinutes} label={i18n.t('Pause after, min')} inputMode="numeric" />
      </div>
    </WordsSection>
  )
}

function WhenItCanBeBooked({ fields, policies }: { fields: Fields; policies: readonly Option[] }) {
  const i18n = useI18n()
  return (
    <Section id="when" title={i18n.t('When it can be booked')} aside={<p className="soft fine">{i18n.t('Within the hours of whoever does it.')}</p>}>
      <div className="stack fields">
        <div className="filters">
          <SelectField field={fields.stepMinutes} label={i18n.t('A time every')} options={withPresent(minuteSteps(i18n, [5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 240]), fields.stepMinutes)} />
          <SelectField
            field={fields.noticeMinutes}
            label={i18n.t('At the latest')}
            options={withPresent(minuteSteps(i18n, [0, 15, 30, 60, 120, 240, 720, 1440, 2880, 4320, 10_080]), fields.noticeMinutes)}
          />
          <SelectField field={fields.windowDays} label={i18n.t('At the earliest')} options={withPresent(daySteps(i18n, [7, 14, 30, 60, 90, 180, 365, 730]), fields.windowDays)} />
        </div>
        <p className="hint">{i18n.t('The latest and the earliest are counted back from the visit. At the desk you book whenever you like.')}</p>
        <RadioGroup
          field={fields.approval}
          label={i18n.t('How it is booked')}
          choices={[
            { value: 'no', label: i18n.t('Booked at once') },
            { value: 'yes', label: i18n.t('You confirm each one'), hint: i18n.t('The time is kept while you decide.') },
          ]}
        />
        <PolicyField field={fields.policyId} label={i18n.t('If the customer cancels')} policies={policies} />
      </div>
    </Section>
  )
}

function WhoAndWhere({ fields, choices }: { fields: Fields; choices: Props['choices'] }) {
  const i18n = useI18n()
  return (
    <Section id="who" title={i18n.t('Who offers it, and where')}>
      <div className="stack fields">
        <RadioGroup
          field={fields.staffChoice}
          label={i18n.t('The customer')}
          choices={[
            { value: 'may', label: i18n.t('may choose a person') },
            { value: 'must', label: i18n.t('must choose a person') },
            { value: 'none', label: i18n.t('gets whoever is free') },
            { value: 'places', label: i18n.t('needs no person, only a place'), hint: i18n.t('A table, a bath, a seat: so many at once, in the hours of the store.') },
          ]}
        />
        {choices.people.length > 0 && (
          <CheckboxGroup field={fields.staffIds} label={i18n.t('People')} hint={i18n.t('Who does it. Their hours say when.')} choices={choices.people} />
        )}
        {choices.places.length > 0 && (
          <CheckboxGroup field={fields.placeIds} label={i18n.t('Rooms or chairs')} hint={i18n.t('It needs one of those that you tick, beside the person.')} choices={choices.places} />
        )}
        <TextField field={fields.seats} label={i18n.t('Places at once')} hint={i18n.t('Where it needs no person: how many may come for one time.')} inputMode="numeric" width="short" />
        <StoresField field={fields.storeIds} stores={choices.stores} />
      </div>
    </Section>
  )
}

const required = {
  title: { required: true, maxLength: 120 },
  durationMinutes: { required: true },
  bufferBeforeMinutes: { required: true },
  bufferAfterMinutes: { required: true },
  stepMinutes: { required: true },
  noticeMinutes: { required: true },
  windowDays: { required: true },
  approval: { required: true },
  'payment.kind': { required: true },
  staffChoice: { required: true },
} as const
