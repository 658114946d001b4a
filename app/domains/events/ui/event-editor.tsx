import { QuestionRows } from '~/core/bookings/index'
import { BookingSection, CategorySection, ListingEditor, PaymentSection, useListingForm, WordsSection, type EditorProps } from '~/core/listings/index'
import { TermsFields } from '~/core/payments/index'
import { useI18n } from '~/platform/words/use-i18n'
import { RadioGroup } from '~/ui/choice-field'
import { Section } from '~/ui/page'
import { TextArea, TextField } from '~/ui/text-field'
import type { EventInput } from '../event-form'

export const editorId = 'event'

type Props = EditorProps

type Fields = ReturnType<typeof useListingForm<EventInput>>[1]

/** What an event is and on which terms its tickets are sold. Dates, tickets and quotas have pages of their own. */
export function EventEditor({ values, choices, answer, save, back }: Props) {
  const i18n = useI18n()
  const [form, fields] = useListingForm<EventInput>({ id: editorId, values, lastResult: answer?.result, constraint: required })
  return (
    <ListingEditor form={form} save={save} back={back} label={i18n.t('How it is booked')} aside={<HowItIsBooked fields={fields} choices={choices} />}>
      <WhatItIs fields={fields} />
      <WhereItIs fields={fields} />
      <CategorySection fields={fields} categories={choices.categories} asked={answer?.asked ?? choices.asked} />
      <QuestionRows rows={fields.questions.getFieldList()} />
    </ListingEditor>
  )
}

function WhatItIs({ fields }: { fields: Fields }) {
  const i18n = useI18n()
  return (
    <WordsSection fields={fields} about={i18n.t('What happens, who plays or speaks, for whom it is. Blank lines make paragraphs.')}>
      <TextField field={fields.section} label={i18n.t('Heading')} hint={i18n.t('Events with the same heading stand together on your page.')} autoComplete="off" />
      <TextField field={fields.ageLimit} label={i18n.t('From what age')} hint={i18n.t('In years; leave it empty where everybody may come.')} inputMode="numeric" width="short" />
    </WordsSection>
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

function HowItIsBooked({ fields, choices }: { fields: Fields; choices: Props['choices'] }) {
  const i18n = useI18n()
  return (
    <>
      <BookingSection fields={fields} choices={choices} booked={i18n.t('Orders are')}>
        <TextField field={fields.mostPerOrder} label={i18n.t('Tickets in one order, at most')} inputMode="numeric" width="short" />
      </BookingSection>
      <PaymentSection>
        <TermsFields fields={fields.payment.getFieldset()} business={choices.businessTerms} />
      </PaymentSection>
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
