import { useForm, type FieldMetadata, type SubmissionResult } from '@conform-to/react'
import { QuestionRows } from '~/core/bookings/index'
import { ExtraFields, type Field } from '~/core/listings/index'
import { TermsFields, type TermsInput } from '~/core/payments/index'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { CheckboxGroup, RadioGroup, SelectField, type Option } from '~/ui/choice-field'
import { ErrorSummary } from '~/ui/error-summary'
import type { FormField } from '~/ui/field'
import { HiddenField } from '~/ui/hidden-field'
import { Section, Spread } from '~/ui/page'
import { TextArea, TextField } from '~/ui/text-field'
import type { EventInput } from '../event-form'

export const editorId = 'event'

export interface EditorProps {
  readonly values: Record<string, unknown>
  readonly choices: { readonly stores: readonly Option[]; readonly categories: readonly Option[]; readonly policies: readonly Option[]; readonly businessTerms: string }
  /** What the category that is chosen asks, and the mark of that version. */
  readonly asked: { readonly fields: readonly Field[]; readonly mark: string }
  readonly lastResult: SubmissionResult | undefined
  readonly save: string
  readonly back: string
}

type Fields = { readonly [Name in keyof Omit<EventInput, 'extra' | 'payment'>]-?: FormField } & { readonly extra: FieldMetadata<EventInput['extra']>; readonly payment: FieldMetadata<TermsInput> }

/** What an event is and on which terms its tickets are sold. Dates, tickets and quotas have pages of their own. */
export function EventEditor({ values, choices, asked, lastResult, save, back }: EditorProps) {
  const i18n = useI18n()
  const [form, fields] = useForm<EventInput>({
    id: editorId,
    lastResult: lastResult as SubmissionResult<string[]> | undefined,
    defaultValue: values,
    constraint: required,
    defaultNoValidate: false,
  })
  return (
    <>
      <ErrorSummary form={form} />
      <form id={form.id} method="post" className="stack loose">
        <Spread label={i18n.t('How it is booked')} width="wide" aside={<HowItIsBooked fields={fields} choices={choices} />}>
          <WhatItIs fields={fields} />
          <WhereItIs fields={fields} />
          {choices.categories.length > 0 && <WhatItsCategoryAsks fields={fields} categories={choices.categories} asked={asked} />}
          <QuestionRows rows={fields.questions.getFieldList()} />
        </Spread>
        <div className="section after">
          <Actions>
            <Button>{save}</Button>
            <Button variant="plain" href={back}>
              {i18n.t('Back')}
            </Button>
          </Actions>
        </div>
      </form>
    </>
  )
}

function WhatItIs({ fields }: { fields: Fields }) {
  const i18n = useI18n()
  return (
    <Section id="words" title={i18n.t('What it is')}>
      <div className="stack fields">
        <TextField field={fields.title} label={i18n.t('Title')} autoComplete="off" />
        <TextArea field={fields.description} label={i18n.t('Description')} hint={i18n.t('What happens, who plays or speaks, for whom it is. Blank lines make paragraphs.')} rows={5} width="long" />
        <TextField field={fields.section} label={i18n.t('Heading')} hint={i18n.t('Events with the same heading stand together on your page.')} autoComplete="off" />
        <TextField field={fields.ageLimit} label={i18n.t('From what age')} hint={i18n.t('In years; leave it empty where everybody may come.')} inputMode="numeric" width="short" />
      </div>
    </Section>
  )
}

function WhereItIs({ fields }: { fields: Fields }) {
  const i18n = useI18n()
  return (
    <Section id="where" title={i18n.t('Where it takes place')}>
      <div className="stack fields">
        <RadioGroup
          field={fields.form}
          label={i18n.t('People come')}
          inline
          choices={[
            { value: 'physical', label: i18n.t('to a place') },
            { value: 'virtual', label: i18n.t('online') },
            { value: 'hybrid', label: i18n.t('either way') },
          ]}
        />
        <TextField field={fields.venueName} label={i18n.t('Name of the place')} autoComplete="off" />
        <TextField field={fields.venueAddress} label={i18n.t('Address')} width="long" autoComplete="off" />
        <TextField field={fields.place} label={i18n.t('Latitude and longitude')} hint={i18n.t('Like 51.5074, -0.1278. People who ask for the way are led there.')} autoComplete="off" />
        <TextField field={fields.virtualLink} type="url" label={i18n.t('Address online')} hint={i18n.t('Only people with a confirmed ticket see it.')} width="long" autoComplete="off" />
        <TextArea field={fields.notes} label={i18n.t('For those who come')} hint={i18n.t('Doors, cloakroom, what to bring. It stands on the ticket.')} rows={3} width="long" />
      </div>
    </Section>
  )
}

function WhatItsCategoryAsks({ fields, categories, asked }: { fields: Fields; categories: readonly Option[]; asked: EditorProps['asked'] }) {
  const i18n = useI18n()
  const extra = fields.extra.getFieldset()
  return (
    <Section id="category" title={i18n.t('Category')} aside={<p className="soft fine">{i18n.t('Customers find it under this one.')}</p>}>
      <div className="stack fields">
        <SelectField field={fields.categoryId} label={i18n.t('Category')} options={categories} blank={i18n.t('None')} autoComplete="off" />
        <Actions small>
          <Button variant="quiet" name="rows" value="category" formNoValidate>
            {i18n.t('Show what it asks')}
          </Button>
        </Actions>
        <input type="hidden" name="asked" value={asked.mark} />
        <ExtraFields fields={asked.fields} fieldOf={(key) => extra[key]} />
      </div>
    </Section>
  )
}

function HowItIsBooked({ fields, choices }: { fields: Fields; choices: EditorProps['choices'] }) {
  const i18n = useI18n()
  return (
    <>
      <Section id="booking" title={i18n.t('How it is booked')}>
        <div className="stack fields">
          <TextField field={fields.mostPerOrder} label={i18n.t('Tickets in one order, at most')} inputMode="numeric" width="short" />
          <RadioGroup
            field={fields.approval}
            label={i18n.t('Orders are')}
            choices={[
              { value: 'no', label: i18n.t('booked at once') },
              { value: 'yes', label: i18n.t('confirmed by you, one by one'), hint: i18n.t('The places are kept while you decide.') },
            ]}
          />
          {choices.policies.length > 0 ? (
            <SelectField field={fields.policyId} label={i18n.t('If the customer cancels')} hint={i18n.t('Settings, Cancellation policies says what each of them means.')} options={choices.policies} blank={i18n.t('Our default policy')} />
          ) : (
            <HiddenField field={fields.policyId} />
          )}
          {choices.stores.length > 1 ? <CheckboxGroup field={fields.storeIds} label={i18n.t('Stores')} choices={choices.stores} /> : <HiddenField field={fields.storeIds} />}
        </div>
      </Section>
      <Section id="payment" title={i18n.t('Payment')}>
        <div className="stack fields">
          <TermsFields fields={fields.payment.getFieldset()} business={choices.businessTerms} />
        </div>
      </Section>
    </>
  )
}

const required = {
  title: { required: true, maxLength: 120 },
  form: { required: true },
  mostPerOrder: { required: true },
  approval: { required: true },
  'payment.kind': { required: true },
} as const
