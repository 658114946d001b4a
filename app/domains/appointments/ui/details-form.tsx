import { useForm, type SubmissionResult } from '@conform-to/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { Honeypot } from '~/ui/honeypot'
import { Kicker, Spread } from '~/ui/page'
import { TextArea, TextField } from '~/ui/text-field'
import { answerName, bookForm, type BookInput } from '../forms'
import type { ShownQuestion, ShownVisit } from '../shown-visit.server'
import { BookingSteps } from './booking-steps'
import { QuestionField } from './question-field'
import { bookHref, stepHref } from './visit-hrefs'
import { VisitCard } from './visit-card'

interface DetailsFormProps {
  readonly visit: ShownVisit
  readonly questions: readonly ShownQuestion[]
  /** Random per render: a form sent twice is the same booking. */
  readonly formKey: string
  /** Of whoever is logged in. */
  readonly known: { readonly name: string; readonly email: string } | null
  /** What was sent before, with what is wrong in it. */
  readonly result: SubmissionResult | undefined
}

/** Who comes: the form before the check. */
export function DetailsForm({ visit, questions, formKey, known, result }: DetailsFormProps) {
  const i18n = useI18n()
  const [form, fields] = useForm<BookInput>({
    id: 'details',
    lastResult: result,
    defaultValue: { name: known?.name, email: known?.email },
    defaultNoValidate: false,
    constraint: getZodConstraint(bookForm(i18n, questions)),
  })
  return (
    <div>
      <BookingSteps visit={visit} at="who" />
      <Spread label={i18n.t('Your visit')} sticky aside={<VisitCard visit={visit} />}>
        <ErrorSummary form={form} />
        <header className="stack tight">
          <Kicker>
            <span dir="auto">{visit.business.name}</span>
          </Kicker>
          <h1>{i18n.t('Who is coming?')}</h1>
          <p className="soft">{i18n.t('No account needed. You get a link by e-mail to move or cancel your visit.')}</p>
        </header>
        <form className="stack keep fields" id={form.id} method="post" action={visit.start === null ? undefined : bookHref(visit, visit.start)}>
          <TextField field={fields.name} label={i18n.t('Your name')} autoComplete="name" enterKeyHint="next" />
          <TextField
            field={fields.email} type="email" label={i18n.t('E-mail address')} autoComplete="email" enterKeyHint="next"
            hint={i18n.t('We send the confirmation and a link to change your booking here.')}
          />
          <TextField
            field={fields.phone} type="tel" label={i18n.t('Phone number')} autoComplete="tel" enterKeyHint="next" width="short"
            hint={i18n.t('Only to reach you about this visit.')}
          />
          {questions.map((question) => (
            <QuestionField key={question.id} question={question} field={fields[answerName(question)]} />
          ))}
          <TextField
            field={fields.attendee} label={i18n.t('Name of the person who comes')} autoComplete="off" enterKeyHint="next"
            hint={i18n.t('Only if you book for somebody else.')}
          />
          <TextArea
            field={fields.note} label={i18n.t('Note for {business}', { business: visit.business.name })}
            hint={i18n.t('Anything they should know before you come.')}
          />
          <input type="hidden" name="key" value={formKey} />
          <Honeypot />
          <Actions>
            <Button>{i18n.t('Continue to check')}</Button>
            <Button href={stepHref(visit, 'times')} variant="plain">
              {i18n.t('Back to the times')}
            </Button>
          </Actions>
        </form>
      </Spread>
    </div>
  )
}

