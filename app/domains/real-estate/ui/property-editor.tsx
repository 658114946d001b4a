import { QuestionRows } from '~/core/bookings/index'
import { CategorySection, ListingEditor, PaymentSection, PolicyField, useListingForm, WordsSection, type EditorProps } from '~/core/listings/index'
import { TermsFields } from '~/core/payments/index'
import { useI18n } from '~/platform/words/use-i18n'
import { CheckboxGroup, RadioGroup, SelectField, type Option } from '~/ui/choice-field'
import { HiddenField } from '~/ui/hidden-field'
import { Section } from '~/ui/page'
import { MoneyField, TextArea, TextField } from '~/ui/text-field'
import type { PropertyInput } from '../property-form'

export const editorId = 'property'

type Props = EditorProps<{
  readonly currency: string
  readonly wholes: readonly Option[]
  /** Who could show it. */
  readonly agents: readonly Option[]
}>

type Fields = ReturnType<typeof useListingForm<PropertyInput>>[1]

/** What and where a property is, and how it is let. What its nights cost stands on a page of its own. */
export function PropertyEditor({ values, choices, answer, save, back }: Props) {
  const i18n = useI18n()
  const [form, fields] = useListingForm<PropertyInput>({ id: editorId, values, lastResult: answer?.result, constraint: required })
  return (
    <ListingEditor form={form} save={save} back={back} label={i18n.t('Where it is')} aside={<Where fields={fields} stores={choices.stores} />}>
      <WhatItIs fields={fields} />
      <HowItIsLet fields={fields} choices={choices} />
      <Viewings fields={fields} agents={choices.agents} />
      <CategorySection fields={fields} categories={choices.categories} asked={answer?.asked ?? choices.asked} />
      <PaymentSection>
        <TermsFields fields={fields.payment.getFieldset()} business={choices.businessTerms} />
      </PaymentSection>
      <QuestionRows rows={fields.questions.getFieldList()} />
    </ListingEditor>
  )
}

function WhatItIs({ fields }: { fields: Fields }) {
  const i18n = useI18n()
  return (
    <WordsSection fields={fields} about={i18n.t('What it is like to stay there. Blank lines make paragraphs.')}>
      <div className="filters small">
        <TextField field={fields.bedrooms} label={i18n.t('Bedrooms')} inputMode="numeric" autoComplete="off" />
        <TextField field={fields.beds} label={i18n.t('Beds')} inputMode="numeric" autoComplete="off" />
        <TextField field={fields.baths} label={i18n.t('Baths')} inputMode="numeric" autoComplete="off" />
        <TextField field={fields.size} label={i18n.t('Size, m²')} inputMode="numeric" autoComplete="off" />
      </div>
      <TextArea field={fields.amenities} label={i18n.t('What it has')} hint={i18n.t('One on each line: Wi-Fi, washing machine, cot.')} rows={5} />
      <TextArea field={fields.houseRules} label={i18n.t('House rules')} rows={4} width="long" />
      <TextField field={fields.section} label={i18n.t('Heading')} hint={i18n.t('Properties with the same heading stand together on your page.')} autoComplete="off" />
    </WordsSection>
  )
}

function HowItIsLet({ fields, choices }: { fields: Fields; choices: Props['choices'] }) {
  const i18n = useI18n()
  return (
    <Section id="let" title={i18n.t('How it is let')}>
      <div className="stack fields">
        <RadioGroup
          field={fields.tenure}
          label={i18n.t('It is')}
          choices={[
            { value: 'nightly', label: i18n.t('let by the night'), hint: i18n.t('Guests book dates. What a night costs you say next.') },
            { value: 'long-term', label: i18n.t('for rent') },
            { value: 'sale', label: i18n.t('for sale') },
          ]}
        />
        <MoneyField field={fields.price} label={i18n.t('Rent of a month, or price')} hint={i18n.t('Only for what is for rent or for sale.')} currency={choices.currency} />
        {choices.wholes.length > 0 ? (
          <SelectField field={fields.wholeId} label={i18n.t('Part of')} hint={i18n.t('A room of a house: who books the house takes all its rooms, and the other way round.')} options={choices.wholes} blank={i18n.t('Nothing, it stands by itself')} />
        ) : (
          <HiddenField field={fields.wholeId} />
        )}
        <RadioGroup
          field={fields.approval}
          label={i18n.t('How it is booked')}
          choices={[
            { value: 'no', label: i18n.t('Booked at once') },
            { value: 'yes', label: i18n.t('You confirm each one'), hint: i18n.t('The nights are kept while you decide.') },
          ]}
        />
        <PolicyField field={fields.policyId} label={i18n.t('If the guest cancels')} policies={choices.policies} />
      </div>
    </Section>
  )
}

function Viewings({ fields, agents }: { fields: Fields; agents: readonly Option[] }) {
  const i18n = useI18n()
  return (
    <Section id="viewings" title={i18n.t('Viewings')} aside={<p className="soft fine">{i18n.t('Only for what is for rent or for sale.')}</p>}>
      <div className="stack fields">
        {agents.length === 0 ? (
          <p>{i18n.t('A viewing is a booking of somebody’s time. Add the people who show your properties to your staff first.')}</p>
        ) : (
          <CheckboxGroup field={fields.viewingAgents} label={i18n.t('Who shows it')} hint={i18n.t('Customers book a time at which one of them is free. Tick nobody, and no viewing can be booked.')} choices={agents} />
        )}
        <div className="filters small">
          <TextField field={fields.viewingMinutes} label={i18n.t('Minutes of a viewing')} inputMode="numeric" width="short" autoComplete="off" />
          <TextField field={fields.viewingNotice} label={i18n.t('Hours of notice')} inputMode="numeric" width="short" autoComplete="off" />
          <TextField field={fields.viewingDays} label={i18n.t('Days ahead')} inputMode="numeric" width="short" autoComplete="off" />
        </div>
      </div>
    </Section>
  )
}

function Where({ fields, stores }: { fields: Fields; stores: readonly Option[] }) {
  const i18n = useI18n()
  return (
    <Section id="where" title={i18n.t('Where it is')}>
      <div className="stack fields">
        <TextField field={fields.street} label={i18n.t('Street and number')} autoComplete="off" />
        <TextField field={fields.postalCode} label={i18n.t('Postal code')} width="short" autoComplete="off" />
        <TextField field={fields.city} label={i18n.t('Town')} autoComplete="off" />
        <div className="filters small">
          <TextField field={fields.latitude} label={i18n.t('Latitude')} inputMode="text" autoComplete="off" />
          <TextField field={fields.longitude} label={i18n.t('Longitude')} inputMode="text" autoComplete="off" />
        </div>
        <TextField field={fields.licence} label={i18n.t('Licence for letting')} autoComplete="off" />
        {stores.length > 1 ? (
          <SelectField field={fields.storeId} label={i18n.t('Let by')} hint={i18n.t('Its time zone and taxes hold.')} options={stores} />
        ) : (
          <HiddenField field={fields.storeId} />
        )}
      </div>
    </Section>
  )
}

const required = {
  title: { required: true, maxLength: 120 },
  tenure: { required: true },
  storeId: { required: true },
  approval: { required: true },
  'payment.kind': { required: true },
} as const
