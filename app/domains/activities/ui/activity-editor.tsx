import { QuestionRows } from '~/core/bookings/index'
import { BookingSection, CategorySection, ListingEditor, PaymentSection, useListingForm, WordsSection, type EditorProps } from '~/core/listings/index'
import { TermsFields } from '~/core/payments/index'
import { useI18n } from '~/platform/words/use-i18n'
import { HiddenField } from '~/ui/hidden-field'
import { Section } from '~/ui/page'
import { MoneyField, TextArea, TextField } from '~/ui/text-field'
import type { ActivityInput } from '../activity-form'

export const editorId = 'activity'

type Props = EditorProps<{ readonly currency: string }>

type Fields = ReturnType<typeof useListingForm<ActivityInput>>[1]

/** What an activity is and on which terms it is booked. Dates have pages of their own. */
export function ActivityEditor({ values, choices, answer, save, back }: Props) {
  const i18n = useI18n()
  const [form, fields] = useListingForm<ActivityInput>({ id: editorId, values, lastResult: answer?.result, constraint: required })
  return (
    <ListingEditor form={form} save={save} back={back} label={i18n.t('How it is booked')} aside={<HowItIsBooked fields={fields} choices={choices} />}>
      <WhatItIs fields={fields} />
      <WhoMayCome fields={fields} currency={choices.currency} />
      <WhereTheyMeet fields={fields} />
      <CategorySection fields={fields} categories={choices.categories} asked={answer?.asked ?? choices.asked} />
      <QuestionRows rows={fields.questions.getFieldList()} />
    </ListingEditor>
  )
}

function WhatItIs({ fields }: { fields: Fields }) {
  const i18n = useI18n()
  return (
    <WordsSection fields={fields} about={i18n.t('What people do and see, for whom it is. Blank lines make paragraphs.')}>
      <TextField field={fields.section} label={i18n.t('Heading')} hint={i18n.t('Activities with the same heading stand together on your page.')} autoComplete="off" />
      <div className="filters small">
        <TextField field={fields.durationMinutes} label={i18n.t('Minutes')} inputMode="numeric" width="short" />
        <TextField field={fields.languages} label={i18n.t('Languages')} hint={i18n.t('Like: English, Greek')} autoComplete="off" />
      </div>
      <TextArea field={fields.included} label={i18n.t('What is included')} rows={2} width="long" />
      <TextArea field={fields.bring} label={i18n.t('What to bring')} rows={2} width="long" />
    </WordsSection>
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

function HowItIsBooked({ fields, choices }: { fields: Fields; choices: Props['choices'] }) {
  const i18n = useI18n()
  return (
    <>
      <BookingSection fields={fields} choices={choices} booked={i18n.t('Bookings are')}>
        <TextField field={fields.cutOffMinutes} label={i18n.t('Booked until so many minutes before')} inputMode="numeric" width="short" />
      </BookingSection>
      <PaymentSection>
        <TermsFields fields={fields.payment.getFieldset()} business={choices.businessTerms} />
      </PaymentSection>
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
