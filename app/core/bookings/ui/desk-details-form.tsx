import { useForm, type SubmissionResult } from '@conform-to/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import type { ReactNode } from 'react'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { HiddenField } from '~/ui/hidden-field'
import { Breadcrumb, Spread } from '~/ui/page'
import type { Question } from '../answers.server'
import { answerName, deskForm, type BookInput } from '../booking-form'
import { CustomerFields } from './customer-fields'
import { QuestionField } from './question-field'

interface DeskDetailsFormProps {
  readonly title: string
  /** What was chosen, beside the form, and what that is called. */
  readonly aside: ReactNode
  readonly asideLabel: string
  /** The address that the form is sent to; it says what was chosen. */
  readonly action: string
  readonly back: { readonly href: string; readonly label: string }
  readonly questions: readonly Question[]
  readonly formKey: string
  /** Whom it is for, where that is known already. */
  readonly known?: { readonly name: string; readonly email: string; readonly phone: string } | null
  readonly result: SubmissionResult | undefined
  /** What is free instead of what was taken meanwhile: each sends the same form there. */
  readonly alternatives: readonly { readonly href: string; readonly label: string }[]
}

/** Who, at the desk: a name is enough, the customer is on the telephone. */
export function DeskDetailsForm({ title, aside, asideLabel, action, back, questions, formKey, known, result, alternatives }: DeskDetailsFormProps) {
  const i18n = useI18n()
  const asked = questions.map((question) => ({ ...question, required: false }))
  const [form, fields] = useForm<BookInput>({
    id: 'desk',
    lastResult: result,
    defaultValue: { key: formKey, ...known },
    defaultNoValidate: false,
    constraint: getZodConstraint(deskForm(i18n, asked)),
  })
  return (
    <>
      <Breadcrumb href={back.href} label={back.label} nav={i18n.t('Back')} />
      <Spread label={asideLabel} sticky aside={aside}>
        <ErrorSummary form={form} />
        <h1>{i18n.t('{title}: who?', { title })}</h1>
        <form className="stack" id={form.id} method="post" action={action}>
          <CustomerFields fields={fields} mailHint={i18n.t('With it they get the mail with the link to move or cancel.')} />
          {asked.map((question) => (
            <QuestionField key={question.id} question={question} field={fields[answerName(question)]} />
          ))}
          <HiddenField field={fields.key} />
          <Actions>
            <Button icon="check">{i18n.t('Book')}</Button>
            {alternatives.map(({ href, label }) => (
              <Button key={href} variant="quiet" formAction={href}>
                {label}
              </Button>
            ))}
          </Actions>
        </form>
      </Spread>
    </>
  )
}
