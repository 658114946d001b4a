import { useForm, type SubmissionResult } from '@conform-to/react'
import type { I18n } from '@lingui/core'
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
  /** What goes back to them. */
  readonly backMinor: number
  readonly currency: string
  /** Who reads the reason. */
  readonly reasonHint: string
  readonly verb: string
  /** What it means for all that follow in its series, where they may go with it. */
  readonly following?: string | null
  readonly lastResult: unknown
}

/** What calling something off means: for whom, and for how much money. */
export function CancelPage({ back, label, title, what, people, backMinor, currency, reasonHint, verb, following = null, lastResult }: CancelPageProps) {
  const i18n = useI18n()
  const [form, fields] = useForm<{ reason: string; scope?: string }>({
    id: 'cancellation',
    lastResult: lastResult as SubmissionResult<string[]> | undefined,
    defaultValue: { scope: 'one' },
    constraint: { reason: { required: true, maxLength: 500 } },
    defaultNoValidate: false,
  })
  return (
    <ConfirmPage
      back={{ href: back, label, nav: i18n.t('Back') }}
      title={title}
      consequence={
        <>
          <p>{what}</p>
          <p>
            <strong>{people}</strong> {moneyBack(i18n, backMinor, currency)}
          </p>
        </>
      }
      details={<ErrorSummary form={form} />}
    >
      <form className="stack fields" id={form.id} method="post">
        {following !== null && <ScopeField field={fields.scope} hint={following} />}
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

/** What goes back, in a sentence; empty where nothing was paid. */
export function moneyBack(i18n: I18n, backMinor: number, currency: string): string {
  return backMinor > 0 ? i18n.t('{amount} that was paid for it goes back.', { amount: formatMoney(i18n.locale, backMinor, currency) }) : ''
}
