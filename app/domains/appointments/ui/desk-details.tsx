import { useForm, type SubmissionResult } from '@conform-to/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import { formatDateTime, formatTimeRange } from '~/kernel/format'
import { formatInstant } from '~/kernel/time'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { Facts } from '~/ui/facts'
import { HiddenField } from '~/ui/hidden-field'
import { Breadcrumb, Card, Spread } from '~/ui/page'
import { TextArea, TextField } from '~/ui/text-field'
import { When } from '~/ui/when'
import { deskForm } from '../desk-form'
import { answerName, type BookInput } from '../forms'
import type { ShownQuestion } from '../shown-visit.server'
import { deskHref, type DeskAddress, type ShownDeskStep } from './desk-href'
import { QuestionField } from './question-field'

interface DeskDetailsProps {
  readonly title: string
  readonly step: ShownDeskStep & { readonly questions: readonly ShownQuestion[] }
  readonly start: number
  readonly address: DeskAddress
  readonly path: string
  readonly formKey: string
  readonly result: SubmissionResult | undefined
  /** Free times nearest to one that was taken meanwhile: each sends the same form there. */
  readonly alternatives: readonly number[]
}

/** Who: a name is enough, the customer is on the telephone. */
export function DeskDetails({ title, step, start, address, path, formKey, result, alternatives }: DeskDetailsProps) {
  const i18n = useI18n()
  const questions = step.questions.map((question) => ({ ...question, required: false }))
  const [form, fields] = useForm<BookInput>({
    id: 'desk',
    lastResult: result,
    defaultValue: { key: formKey },
    defaultNoValidate: false,
    constraint: getZodConstraint(deskForm(i18n, questions)),
  })
  const here = (at: number) => deskHref(path, address, { start: formatInstant(at) })
  return (
    <>
      <Breadcrumb href={deskHref(path, address)} label={i18n.t('Another time')} nav={i18n.t('Back')} />
      <Spread label={i18n.t('The visit')} sticky aside={<Visit step={step} start={start} />}>
        <ErrorSummary form={form} />
        <h1>{i18n.t('{title}: who?', { title })}</h1>
        <form className="stack" id={form.id} method="post" action={here(start)}>
          <TextField field={fields.name} label={i18n.t('Name')} autoComplete="off" enterKeyHint="next" />
          <TextField field={fields.phone} label={i18n.t('Telephone')} type="tel" autoComplete="off" enterKeyHint="next" />
          <TextField field={fields.email} label={i18n.t('E-mail')} hint={i18n.t('With it they get the mail with the link to move or cancel.')} type="email" autoComplete="off" enterKeyHint="next" />
          <TextArea field={fields.note} label={i18n.t('What they say')} rows={3} />
          {questions.map((question) => (
            <QuestionField key={question.id} question={question} field={fields[answerName(question)]} />
          ))}
          <HiddenField field={fields.key} />
          <Actions>
            <Button icon="check">{i18n.t('Book')}</Button>
            {alternatives.map((other) => (
              <Button key={other} variant="quiet" formAction={here(other)}>
                {i18n.t('Book {time} instead', { time: formatDateTime(i18n.locale, step.zone, other, 'short') })}
              </Button>
            ))}
          </Actions>
        </form>
      </Spread>
    </>
  )
}

function Visit({ step, start }: { step: ShownDeskStep; start: number }) {
  const i18n = useI18n()
  return (
    <Card domain="appointments">
      <h2>{i18n.t('The visit')}</h2>
      <Facts
        facts={[
          ...(step.parts.length > 1
            ? step.parts.map(({ title, afterMs, lengthMs }) => ({ term: title, detail: formatTimeRange(i18n.locale, step.zone, start + afterMs, start + afterMs + lengthMs) }))
            : [{ term: i18n.t('What'), detail: `${step.title}, ${step.about}` }]),
          { term: i18n.t('When'), detail: <When start={start} end={step.end ?? start} zone={step.zone} /> },
          ...(step.people.length > 0 ? [{ term: i18n.t('With'), detail: step.person?.name ?? i18n.t('Anyone who is free') }] : []),
          { term: i18n.t('Where'), detail: step.store },
          ...(step.price === '' ? [] : [{ term: i18n.t('Price'), detail: step.parts.map(({ price }) => price).filter((price) => price !== '').join(' + ') }]),
        ]}
      />
    </Card>
  )
}
