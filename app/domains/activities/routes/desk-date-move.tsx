import { useForm, type SubmissionResult } from '@conform-to/react'
import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { stakesIn } from '~/core/bookings/index.server'
import { moveSession, sessionRefusalWords } from '~/core/sessions/index.server'
import { formatDateTime } from '~/kernel/format'
import { conflict, invalid, seeOther } from '~/platform/answers.server'
import { read as readDatabase } from '~/platform/database.server'
import { readForm } from '~/platform/forms.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { RadioGroup } from '~/ui/choice-field'
import { ConfirmPage } from '~/ui/confirm-page'
import { ErrorSummary } from '~/ui/error-summary'
import { Notice } from '~/ui/notice'
import { pageTitle } from '~/ui/page-title'
import { DateField, TextArea, TimeField } from '~/ui/text-field'
import { dateHead, deskDate } from '../desk.server'
import { moveForm } from '../activity-form'

export const loader = guarded({ access: { needs: 'activities.manage' } }, ({ db, ctx, params }) => {
  const found = deskDate(db, ctx, params.date)
  const head = dateHead(ctx, found)
  const [day = '', time = ''] = found.session.localStart.split('T')
  return {
    title: `${ctx.i18n.t('Move this date')} – ${head.name}`,
    ...head,
    bookings: stakesIn(db, ctx.businessId, [found.session.id]).bookings,
    values: { date: day, time, scope: 'one' },
  }
})

export const action = guardedAction({ access: { needs: 'activities.manage' } }, ({ ctx, form, params }) => {
  const { session } = readDatabase((db) => deskDate(db, ctx, params.date))
  const read = readForm(form, moveForm(ctx.i18n))
  if (!read.ok) return invalid({ result: read.again(), free: [] as string[] })
  const { date, time, scope, reason } = read.value
  const moved = moveSession(ctx, { sessionId: session.id, scope, start: `${date}T${time}`, reason })
  if (moved.ok) return seeOther(`/dashboard/${ctx.business.slug}/activities/dates/${session.id}`, { key: 'activities.date-moved', params: { count: String(moved.value.length) } })
  const free = moved.refusal.kind === 'taken' ? moved.refusal.free.map((start) => formatDateTime(ctx.i18n.locale, session.timeZone, start)) : []
  return conflict({ result: read.again({ date: sessionRefusalWords(ctx.i18n, moved.refusal, session.timeZone) }), free })
})

export default function DateMove() {
  const i18n = useI18n()
  const { when, back, inSeries, bookings, values } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [form, fields] = useForm<{ date: string; time: string; scope?: string; reason?: string }>({
    id: 'move',
    lastResult: answer?.result as SubmissionResult<string[]> | undefined,
    defaultValue: values,
    constraint: { date: { required: true }, time: { required: true } },
    defaultNoValidate: false,
  })
  return (
    <ConfirmPage
      back={{ href: back, label: when, nav: i18n.t('Back') }}
      title={i18n.t('Move {when}?', { when })}
      tone="wait"
      consequence={<p>{i18n.t('{bookings, plural, =0 {Nobody is booked.} one {# booking moves with it. Whoever made it is told, and may take another date without a fee, or cancel with everything back.} other {# bookings move with it. Whoever made them is told, and may take another date without a fee, or cancel with everything back.}}', { bookings })}</p>}
      details={
        <>
          <ErrorSummary form={form} />
          {answer && answer.free.length > 0 && (
            <Notice tone="wait">
              <p>{i18n.t('Everything needed is free at: {starts}.', { starts: answer.free.join(', ') })}</p>
            </Notice>
          )}
        </>
      }
    >
      <form className="stack fields" id={form.id} method="post">
        <DateField field={fields.date} label={i18n.t('Date')} />
        <TimeField field={fields.time} label={i18n.t('Begins')} />
        {inSeries && (
          <RadioGroup
            field={fields.scope}
            label={i18n.t('Which')}
            choices={[
              { value: 'one', label: i18n.t('This date alone') },
              { value: 'following', label: i18n.t('This one and all that follow'), hint: i18n.t('Each by as many days and hours.') },
            ]}
          />
        )}
        <TextArea field={fields.reason} label={i18n.t('Reason')} hint={i18n.t('Everybody who is booked reads these words in the mail.')} />
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

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
