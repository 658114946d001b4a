import { useForm } from '@conform-to/react'
import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { zonePlace } from '~/kernel/format'
import { localDateOf } from '~/kernel/time'
import { invalid, notFound, seeOther } from '~/platform/answers.server'
import { readForm } from '~/platform/forms.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { Breadcrumb } from '~/ui/page'
import { pageTitle } from '~/ui/page-title'
import { DateField, TextField, TimeField } from '~/ui/text-field'
import { addException } from '../change-exceptions.server'
import { exceptionForm } from '../forms'
import { ownerPage, savedMessage } from '../owner-page.server'
import { refusalWords } from '../refusals'

export const loader = guarded({ access: { needs: 'hours.manage' } }, ({ db, ctx, params }) => {
  const { owner, zone, today, here } = ownerPage(db, ctx, params.owner)
  return { title: `${ctx.i18n.t('Other hours on one day')} – ${owner.name}`, name: owner.name, zone, today, here }
})

export const action = guardedAction({ access: { needs: 'hours.manage' } }, ({ ctx, form, params }) => {
  const read = readForm(form, exceptionForm(ctx.i18n))
  if (!read.ok) return invalid({ result: read.again() })
  if (read.value.date < localDateOf(ctx.now, ctx.business.timeZone)) return invalid({ result: read.again({ date: ctx.i18n.t('This day is over. Enter one that is ahead.') }) })
  const answer = addException(ctx, params.owner ?? '', read.value)
  if (!answer.ok) return notFound(refusalWords(ctx.i18n, answer.refusal))
  return seeOther(`/dashboard/${ctx.business.slug}/hours/${params.owner}`, savedMessage(ctx, params.owner ?? '', { from: read.value.date, to: read.value.date }))
})

export default function NewException() {
  const i18n = useI18n()
  const { name, zone, today, here } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [form, fields] = useForm<{ date: string; from: string; to: string; reason: string }>({
    id: 'exception',
    lastResult: answer?.result,
    constraint: { date: { required: true }, from: { required: true }, to: { required: true } },
    defaultNoValidate: false,
  })
  return (
    <div className="stack loose narrow">
      <Breadcrumb href={here} label={i18n.t('Hours of {name}', { name })} nav={i18n.t('Back')} />
      <h1>{i18n.t('Other hours on one day')}</h1>
      <p>{i18n.t('They stand in place of what the week says for that day. {place} time.', { place: zonePlace(zone) })}</p>
      <ErrorSummary form={form} />
      <form id={form.id} method="post" className="stack loose">
        <DateField field={fields.date} label={i18n.t('Day')} min={today} />
        <TimeField field={fields.from} label={i18n.t('From')} />
        <TimeField field={fields.to} label={i18n.t('To')} hint={i18n.t('A break? Add the second stretch of the day afterwards, the same way.')} />
        <TextField field={fields.reason} label={i18n.t('Why')} hint={i18n.t('For you and your colleagues.')} />
        <Actions>
          <Button>{i18n.t('Save these hours')}</Button>
          <Button variant="plain" href={here}>
            {i18n.t('Back')}
          </Button>
        </Actions>
      </form>
    </div>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
