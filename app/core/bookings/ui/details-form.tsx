import { useForm, type SubmissionResult } from '@conform-to/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import type { ReactNode } from 'react'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { Honeypot } from '~/ui/honeypot'
import { Kicker, Spread } from '~/ui/page'
import { TextArea, TextField } from '~/ui/text-field'
import type { Question } from '../answers.server'
import { answerName, attendeeNames, bookForm, type BookInput } from '../booking-form'
import { QuestionField } from './question-field'

export interface DetailsFormProps {
  readonly business: { readonly name: string }
  /** Where somebody is on the way. */
  readonly steps: ReactNode
  /** What has been chosen so far, beside the form. */
  readonly aside: ReactNode
  /** What is beside the form, for who cannot see that it is. */
  readonly asideLabel: string
  /** The address that the form is sent to; it says what was chosen. */
  readonly action: string | undefined
  readonly back: { readonly href: string; readonly label: string }
  readonly questions: readonly Question[]
  /** What each of several who come has: "Ticket 1: Standing". None: one name will do. */
  readonly attendees?: readonly string[]
  /** Random per render: a form sent twice is the same booking. */
  readonly formKey: string
  /** Of whoever is logged in. */
  readonly known: { readonly name: string; readonly email: string } | null
  /** What was sent before, with what is wrong in it. */
  readonly result: SubmissionResult | undefined
}

/** Who books and who comes: the form before the check. */
export function DetailsForm(props: DetailsFormProps) {
  const { business, steps, aside, asideLabel, action, back, questions, attendees = [], formKey, known, result } = props
  const i18n = useI18n()
  const [form, fields] = useForm<BookInput>({
    id: 'details',
    lastResult: result,
    defaultValue: { name: known?.name, email: known?.email },
    defaultNoValidate: false,
    constraint: getZodConstraint(bookForm(i18n, questions, attendees.length)),
  })
  return (
    <div>
      {steps}
      <Spread label={asideLabel} sticky aside={aside}>
        <ErrorSummary form={form} />
        <header className="stack tight">
          <Kicker>
            <span dir="auto">{business.name}</span>
          </Kicker>
          <h1>{i18n.t('Who is coming?')}</h1>
          <p className="soft">{i18n.t('No account needed. You get a link by e-mail to change or cancel your booking.')}</p>
        </header>
        <form className="stack keep fields" id={form.id} method="post" action={action}>
          <TextField field={fields.name} label={i18n.t('Your name')} autoComplete="name" enterKeyHint="next" />
          <TextField
            field={fields.email} type="email" label={i18n.t('E-mail address')} autoComplete="email" enterKeyHint="next"
            hint={i18n.t('We send the confirmation and a link to change your booking here.')}
          />
          <TextField
            field={fields.phone} type="tel" label={i18n.t('Phone number')} autoComplete="tel" enterKeyHint="next" width="short"
            hint={i18n.t('Only to reach you about this booking.')}
          />
          {questions.map((question) => (
            <QuestionField key={question.id} question={question} field={fields[answerName(question)]} />
          ))}
          {attendees.length === 0 ? (
            <TextField
              field={fields.attendee} label={i18n.t('Name of the person who comes')} autoComplete="off" enterKeyHint="next"
              hint={i18n.t('Only if you book for somebody else.')}
            />
          ) : (
            attendees.map((label, at) => <AttendeeFields key={label} label={label} at={at} fields={fields} />)
          )}
          <TextArea field={fields.note} label={i18n.t('Note for {business}', { business: business.name })} hint={i18n.t('Anything they should know before you come.')} />
          <input type="hidden" name="key" value={formKey} />
          <Honeypot />
          <Actions>
            <Button>{i18n.t('Continue to check')}</Button>
            <Button href={back.href} variant="plain">
              {back.label}
            </Button>
          </Actions>
        </form>
      </Spread>
    </div>
  )
}

interface AttendeeFieldsProps {
  readonly label: string
  readonly at: number
  readonly fields: ReturnType<typeof useForm<BookInput>>[1]
}

function AttendeeFields({ label, at, fields }: AttendeeFieldsProps) {
  const i18n = useI18n()
  const names = attendeeNames(at)
  const [name, email] = [fields[names.name], fields[names.email]]
  if (!name || !email) return null
  return (
    <fieldset className="stack fields">
      <legend>{label}</legend>
      <TextField field={name} label={i18n.t('Name of who comes')} autoComplete="off" enterKeyHint="next" hint={i18n.t('Leave it empty where it is you.')} />
      <TextField field={email} type="email" label={i18n.t('Their e-mail address')} autoComplete="off" enterKeyHint="next" hint={i18n.t('You may leave it empty.')} />
    </fieldset>
  )
}
