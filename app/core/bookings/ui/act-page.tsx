import { useForm } from '@conform-to/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import type { SubmissionResult } from '@conform-to/react'
import type { ReactNode } from 'react'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button, type ButtonVariant } from '~/ui/button'
import { ConfirmPage } from '~/ui/confirm-page'
import { ErrorSummary } from '~/ui/error-summary'
import { Facts } from '~/ui/facts'
import { Notice, type NoticeTone } from '~/ui/notice'
import { TextArea } from '~/ui/text-field'
import { When } from '~/ui/when'
import type { DeskBooking } from '../desk-booking.server'
import { inwardReasonForm, reasonForm } from '../desk-forms'

interface ActProps {
  readonly booking: DeskBooking
  readonly title: string
  /** Exactly what will happen. */
  readonly consequence: ReactNode
  /** What it comes to, below which booking it is. */
  readonly details?: ReactNode
  readonly tone?: NoticeTone
  /** What the button says. */
  readonly verb: string
  readonly variant?: ButtonVariant
}

/** The page of an act that asks nothing but "really?". `refusal`: it was tried, and could not be done. */
export function ActPage({ booking, title, consequence, details, tone, verb, variant, refusal }: ActProps & { refusal?: string }) {
  return (
    <ActFrame booking={booking} title={title} consequence={consequence} details={details} tone={tone} refusal={refusal}>
      <form id="act" method="post">
        <Actions>
          <Button variant={variant}>{verb}</Button>
          <BackButton booking={booking} />
        </Actions>
      </form>
    </ActFrame>
  )
}

interface ReasonProps extends ActProps {
  readonly result?: SubmissionResult | null
  /** The reason stays inside the house. */
  readonly inward?: boolean
}

/** The page of an act that needs a reason. */
export function ReasonPage({ result, inward = false, ...act }: ReasonProps) {
  const i18n = useI18n()
  const schema = inward ? inwardReasonForm(i18n) : reasonForm(i18n)
  const [form, fields] = useForm<{ reason: string }>({ id: 'act', lastResult: result, defaultNoValidate: false, constraint: getZodConstraint(schema) })
  return (
    <ActFrame {...act} before={<ErrorSummary form={form} />}>
      <form className="stack" id={form.id} method="post">
        <TextArea
          field={fields.reason}
          label={i18n.t('Reason')}
          hint={inward ? i18n.t('Only your business sees it.') : i18n.t('The customer reads these words in the mail.')}
        />
        <Actions>
          <Button variant={act.variant ?? 'danger'}>{act.verb}</Button>
          <BackButton booking={act.booking} />
        </Actions>
      </form>
    </ActFrame>
  )
}

interface FrameProps {
  readonly booking: DeskBooking
  readonly title: string
  readonly consequence: ReactNode
  readonly tone?: NoticeTone
  readonly details?: ReactNode
  readonly refusal?: string
  readonly before?: ReactNode
  readonly children: ReactNode
}

/** Which booking it is, what will happen, and the form. */
export function ActFrame({ booking, title, consequence, details, tone = 'plain', refusal, before, children }: FrameProps) {
  const i18n = useI18n()
  return (
    <ConfirmPage
      back={{ href: booking.href, label: booking.reference, nav: i18n.t('Back') }}
      title={title}
      consequence={<p>{consequence}</p>}
      tone={tone}
      details={
        <>
          {refusal && (
            <Notice tone="bad" announce>
              <p>
                <strong>{refusal}</strong>
              </p>
            </Notice>
          )}
          {before}
          <Facts
            facts={[
              { term: i18n.t('What'), detail: booking.withWhom ? i18n.t('{title} with {person}', { title: booking.title, person: booking.withWhom }) : booking.title },
              { term: i18n.t('When'), detail: <When start={booking.startsAt} end={booking.endsAt} zone={booking.zone} /> },
              { term: i18n.t('Who'), detail: whoOf(i18n, booking) },
            ]}
          />
          {details}
        </>
      }
    >
      {children}
    </ConfirmPage>
  )
}

/** Whoever left no address gets no mail: the member must ring. */
function whoOf(i18n: ReturnType<typeof useI18n>, { who, hasEmail, phone }: DeskBooking): string {
  if (hasEmail) return who
  return phone === null ? i18n.t('{who}, who left no e-mail address and gets no mail', { who }) : i18n.t('{who}, who left no e-mail address and gets no mail: ring {phone}', { who, phone })
}

export function BackButton({ booking }: { booking: DeskBooking }) {
  const i18n = useI18n()
  return (
    <Button variant="plain" href={booking.href}>
      {i18n.t('Back to the booking')}
    </Button>
  )
}
