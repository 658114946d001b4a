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
import { MoneyField, TextArea, TextField } from '~/ui/text-field'
import type { ActivityInput } from '../activity-form'

export const editorId = 'activity'

export interface EditorProps {
  readonly values: Record<string, unknown>
  readonly choices: { readonly currency: string; readonly stores: readonly Option[]; readonly categories: readonly Option[]; readonly policies: readonly Option[]; readonly businessTerms: string }
  /** What the category that is chosen asks, and the mark of that version. */
  readonly asked: { readonly fields: readonly Field[]; readonly mark: string }
  readonly lastResult: SubmissionResult | undefined
  readonly save: string
  readonly back: string
}

type Fields = { readonly [Name in keyof Omit<ActivityInput, 'extra' | 'payment' | 'kinds'>]-?: FormField } & { readonly extra: FieldMetadata<ActivityInput['extra']>; readonly payment: FieldMetadata<TermsInput>; readonly kinds: FieldMetadata<ActivityInput['kinds']> }

/** What an activity is and on which terms it is booked. Dates have pages of their own. */
export function ActivityEditor({ values, choices, asked, lastResult, save, back }: EditorProps) {
  const i18n = useI18n()
  const [form, fields] = useForm<ActivityInput>({
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
          <WhoMayCome fields={fields} currency={choices.currency} />
          <WhereTheyMeet fields={fields} />
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
        <TextArea field={fields.description} label={i18n.t('Description')} hint={i18n.t('What people do and see, for whom it is. Blank lines make paragraphs.')} rows={5} width="long" />
        <TextField field={fields.section} label={i18n.t('Heading')} hint={i18n.t('Activities with the same heading stand together on your page.')} autoComplete="off" />
        <div className="filters small">
          <TextField field={fields.durationMinutes} label={i18n.t('Minutes')} inputMode="numeric" width="short" />
          <TextField field={fields.languages} label={i18n.t('Languages')} hint={i18n.t('Like: English, Greek')} autoComplete="off" />
        </div>
        <TextArea field={fields.included} label={i18n.t('What is included')} rows={2} width="long" />
        <TextArea field={fields.bring} label={i18n.t('What to bring')} rows={2} width="long" />
      </div>
    </Section>
  )
}

function WhoMayCome({ fields, currency }: { fields: Fields; currency: string }) {
  const i18n = useI18n()
  return (
    <Section id="people" title={i18n.t('Who may come, and what it costs')} aside={<p className="soft fine">{i18n.t('The first kind is the one whose price a date may replace. A row without a name is left out.')}</p>}>
      <div className="stack fields">
        {fields.kinds.getFieldList().map((row, at) => {
          const kind = row.getFieldset()
          return (
            <fieldset key={row.key} className="field">
              <legend>{i18n.t('Kind {number}', { number: at + 1 })}</legend>
              <HiddenField field={kind.id} />
              <div className="filters small">
                <TextField field={kind.label} label={i18n.t('Name')} autoComplete="off" />
                <TextField field={kind.hint} label={i18n.t('Age or so')} autoComplete="off" />
                <MoneyField field={kind.price} label={i18n.t('Price')} currency={currency} />
                <TextField field={kind.places} label={i18n.t('Places')} inputMode="numeric" width="short" />
              </div>
            </fieldset>
          )
        })}
        <div className="filters small">
          <TextField field={fields.minGroup} label={i18n.t('At least, together')} inputMode="numeric" width="short" />
          <TextField field={fields.maxGroup} label={i18n.t('At most, together')} inputMode="numeric" width="short" />
          <TextField field={fields.bulkFrom} label={i18n.t('Less from so many people')} inputMode="numeric" width="short" />
          <TextField field={fields.bulkPercent} label={i18n.t('Percent less')} inputMode="numeric" width="short" />
        </div>
        <MoneyField field={fields.privatePrice} label={i18n.t('A whole date for one group')} hint={i18n.t('Only while nobody else is booked. Empty: not offered.')} currency={currency} />
      </div>
    </Section>
  )
}

function WhereTheyMeet({ fields }: { fields: Fields }) {
  const i18n = useI18n()
  return (
    <Section id="where" title={i18n.t('Where people meet')}>
      <div className="stack fields">
        <TextField field={fields.meetingPoint} label={i18n.t('Meeting point')} hint={i18n.t('In words and with the address. Empty: at the store.')} width="long" autoComplete="off" />
        <TextField field={fields.place} label={i18n.t('Latitude and longitude')} hint={i18n.t('Like 51.5074, -0.1278. People who ask for the way are led there.')} autoComplete="off" />
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
          <TextField field={fields.cutOffMinutes} label={i18n.t('Booked until so many minutes before')} inputMode="numeric" width="short" />
          <RadioGroup
            field={fields.approval}
            label={i18n.t('Bookings are')}
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
  durationMinutes: { required: true },
  minGroup: { required: true },
  maxGroup: { required: true },
  cutOffMinutes: { required: true },
  approval: { required: true },
  'payment.kind': { required: true },
} as const
