import { useForm, type SubmissionResult } from '@conform-to/react'
import { formatMoney } from '~/kernel/format'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { ConfirmPage } from '~/ui/confirm-page'
import { ErrorSummary } from '~/ui/error-summary'
import { TextArea } from '~/ui/text-field'
import { ScopeField } from './scope-field'

interface CancelPageProps {
  readonly back: string
  readonly label: string
  readonly title: string
  readonly what: string
  /** For whom it is cancelled. */
  readonly people: string
  readonly paidMinor: number
  readonly currency: string
  /** Who reads the reason. */
  readonly reasonHint: string
  readonly verb: string
  /** Whether those that follow in its series may go with it. */
  readonly mayFollow?: boolean
  readonly lastResult: unknown
}

/** What calling something off means: for whom, and for how much money. */
export function CancelPage({ back, label, title, what, people, paidMinor, currency, reasonHint, verb, mayFollow = false, lastResult }: CancelPageProps) {
  const i18n = useI18n()
  const [form, fields] = useForm<{ reason: string; scope?: string }>({
    id: 'cancellation',
    lastResult: lastResult as SubmissionResult<string[]> | undefined,
    defaultValue: { scope: 'one' },
    constraint: { reason: { required: true, maxLength: 500 } },
    defaultNoValidate: false,
  })
  const money = paidMinor > 0 && i18n.t('{amount} that was paid goes back in full.', { amount: formatMoney(i18n.locale, paidMinor, currency) })
  return (
    <ConfirmPage
      back={{ href: back, label, nav: i18n.t('Back') }}
      title={title}
      consequence={
        <>
          <p>{what}</p>
          <p>
            <strong>{people}</strong> {money}
          </p>
        </>
      }
      details={<ErrorSummary form={form} />}
    >
      <form className="stack fields" id={form.id} method="post">
        {mayFollow && <ScopeField field={fields.scope} hint={i18n.t('The numbers above are those of this date.')} />}
        <TextArea field={fields.reason} label={i18n.t('Reason')} hint={reasonHint} />
        <Actions>
          <Button variant="danger">{verb}</Button>
          <Button variant="plain" href={back}>
            {i18n.t('Back')}
          </Button>
        </Actions>
      </form>
    </ConfirmPage>
  )
}
