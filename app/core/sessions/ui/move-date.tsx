import { useForm, type SubmissionResult } from '@conform-to/react'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { ConfirmPage } from '~/ui/confirm-page'
import { ErrorSummary } from '~/ui/error-summary'
import { DateField, TextArea, TimeField } from '~/ui/text-field'
import type { DateMoveInput } from '../date-forms'
import type { InTheWay as Way } from '../set-dates.server'
import { ClosedDate } from './closed-date'
import { InTheWay } from './in-the-way'
import { ScopeField } from './scope-field'

interface MoveDateProps {
  readonly back: string
  readonly when: string
  readonly inSeries: boolean
  /** Why it cannot be moved; null where it can. */
  readonly closed: string | null
  readonly values: Record<string, string>
  /** For whom it moves, and what they may do. */
  readonly consequence: string
  /** Who reads the reason. */
  readonly reasonHint: string
  readonly answer: (Way & { readonly result: unknown }) | undefined
}

/** Moves a date, or it and all that follow: what that means, and the form. */
export function MoveDate({ back, when, inSeries, closed, values, consequence, reasonHint, answer }: MoveDateProps) {
  const i18n = useI18n()
  const [form, fields] = useForm<DateMoveInput>({
    id: 'move',
    lastResult: answer?.result as SubmissionResult<string[]> | undefined,
    defaultValue: values,
    constraint: { date: { required: true }, time: { required: true } },
    defaultNoValidate: false,
  })
  if (closed !== null) return <ClosedDate back={back} when={when} why={closed} />
  return (
    <ConfirmPage back={{ href: back, label: when, nav: i18n.t('Back') }} title={i18n.t('Move {when}?', { when })} tone="wait" consequence={<p>{consequence}</p>} details={<ErrorSummary form={form} />}>
      <form className="stack fields" id={form.id} method="post">
        {answer && <InTheWay free={answer.free} out={answer.out} offHours={answer.offHours} />}
        <DateField field={fields.date} label={i18n.t('Date')} />
        <TimeField field={fields.time} label={i18n.t('Begins')} />
        {inSeries && <ScopeField field={fields.scope} hint={i18n.t('Each by as many days and hours.')} />}
        <TextArea field={fields.reason} label={i18n.t('Reason')} hint={reasonHint} />
        <Actions>
          <Button>{i18n.t('Move and tell everybody')}</Button>
          <Button variant="plain" href={back}>
            {i18n.t('Back')}
          </Button>
        </Actions>
      </form>
    </ConfirmPage>
  )
}
