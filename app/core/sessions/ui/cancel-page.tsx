import { useForm, type SubmissionResult } from '@conform-to/react'
import { formatMoney } from '~/kernel/format'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { RadioGroup } from '~/ui/choice-field'
import { ConfirmPage } from '~/ui/confirm-page'
import { ErrorSummary } from '~/ui/error-summary'
import { TextArea } from '~/ui/text-field'

interface CancelPageProps {
  readonly back: string
  readonly label: string
  readonly title: string
  readonly what: string
  readonly stakes: { readonly bookings: number; readonly items: number; readonly paidMinor: number }
  readonly currency: string
  readonly verb: string
  /** Whether those that follow in its series may go with it. */
  readonly mayFollow?: boolean
  readonly lastResult: SubmissionResult | undefined
}

/** What calling something off means: for whom, and for how much money. */
export function CancelPage({ back, label, title, what, stakes, currency, verb, mayFollow = false, lastResult }: CancelPageProps) {
  const i18n = useI18n()
  const [form, fields] = useForm<{ reason: string; scope?: string }>({
    id: 'cancellation',
    lastResult: lastResult as SubmissionResult<string[]> | undefined,
    defaultValue: { scope: 'one' },
    constraint: { reason: { required: true, maxLength: 500 } },
    defaultNoValidate: false,
  })
  const people = i18n.t('{bookings, plural, =0 {Nobody is booked.} one {# booking is cancelled, and whoever made it is told.} other {# bookings are cancelled, and whoever made them is told.}}', { bookings: stakes.bookings })
  const money = stakes.paidMinor > 0 && i18n.t('{amount} that was paid goes back in full.', { amount: formatMoney(i18n.locale, stakes.paidMinor, currency) })
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
        {mayFollow && (
          <RadioGroup
            field={fields.scope}
            label={i18n.t('Which')}
            choices={[
              { value: 'one', label: i18n.t('This date alone') },
              { value: 'following', label: i18n.t('This one and all that follow'), hint: i18n.t('The numbers above are those of this date.') },
            ]}
          />
        )}
        <TextArea field={fields.reason} label={i18n.t('Reason')} hint={i18n.t('Everybody who is booked reads these words in the mail.')} />
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
