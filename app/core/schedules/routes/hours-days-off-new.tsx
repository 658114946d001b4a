import { useForm } from '@conform-to/react'
import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { localDateOf } from '~/kernel/time'
import { invalid, notFound, seeOther } from '~/platform/answers.server'
import { readForm } from '~/platform/forms.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { Breadcrumb } from '~/ui/page'
import { pageTitle } from '~/ui/page-title'
import { DateField, TextField } from '~/ui/text-field'
import { addDaysOff } from '../change-exceptions.server'
import { daysOffForm } from '../forms'
import { ownerPage, savedMessage } from '../owner-page.server'
import { refusalWords } from '../refusals'

export const loader = guarded({ access: { needs: 'hours.manage' } }, ({ db, ctx, params }) => {
  const { owner, today, here } = ownerPage(db, ctx, params.owner)
  return { title: `${ctx.i18n.t('Days off')} – ${owner.name}`, name: owner.name, today, here }
})

export const action = guardedAction({ access: { needs: 'hours.manage' } }, ({ ctx, form, params }) => {
  const read = readForm(form, daysOffForm(ctx.i18n))
  if (!read.ok) return invalid({ result: read.again() })
  if (read.value.from < localDateOf(ctx.now, ctx.business.timeZone)) return invalid({ result: read.again({ from: ctx.i18n.t('This day is over. Enter one that is ahead.') }) })
  const answer = addDaysOff(ctx, params.owner ?? '', read.value)
  if (!answer.ok) return notFound(refusalWords(ctx.i18n, answer.refusal))
  return seeOther(`/dashboard/${ctx.business.slug}/hours/${params.owner}`, savedMessage(ctx, params.owner ?? '', read.value))
})

export default function NewDaysOff() {
  const i18n = useI18n()
  const { name, today, here } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [form, fields] = useForm<{ from: string; to: string; reason: string }>({
    id: 'days-off',
    lastResult: answer?.result,
    constraint: { from: { required: true }, to: { required: true } },
    defaultNoValidate: false,
  })
  return (
    <div className="stack loose narrow">
      <Breadcrumb href={here} label={i18n.t('Hours of {name}', { name })} nav={i18n.t('Back')} />
      <h1>{i18n.t('Days off')}</h1>
      <p>{i18n.t('Nothing can be booked on these days. What is booked already stays booked: you are told afterwards which bookings these are.')}</p>
      <ErrorSummary form={form} />
      <form id={form.id} method="post" className="stack loose">
        <DateField field={fields.from} label={i18n.t('First day')} min={today} />
        <DateField field={fields.to} label={i18n.t('Last day')} hint={i18n.t('The same day again for a single one.')} min={today} />
        <TextField field={fields.reason} label={i18n.t('Why')} hint={i18n.t('For you and your colleagues.')} />
        <Actions>
          <Button>{i18n.t('Save the days off')}</Button>
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
