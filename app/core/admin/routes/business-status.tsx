import { useForm } from '@conform-to/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type * as z from 'zod'
import { businessById, setBusinessStatus } from '~/core/businesses/index.server'
import { conflict, invalid, notFound, seeOther } from '~/platform/answers.server'
import { readForm } from '~/platform/forms.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { RadioGroup } from '~/ui/choice-field'
import { ConfirmPage } from '~/ui/confirm-page'
import { ErrorSummary } from '~/ui/error-summary'
import { pageTitle } from '~/ui/page-title'
import { TextArea } from '~/ui/text-field'
import { businessStatuses, businessStatusForm } from '../forms'
import { statusName } from '../../businesses/index'

export const loader = guarded({ access: 'admin' }, ({ db, ctx, params }) => {
  const business = businessById(db, params.id ?? '') ?? notFound(ctx.i18n.t('There is no such business.'), { href: '/admin/businesses', label: ctx.i18n.t('Businesses') })
  const { name, status } = business
  return { title: ctx.i18n.t('Switch {name} on or off', { name }), name, status }
})

export const action = guardedAction({ access: 'admin' }, ({ ctx, form, params }) => {
  const read = readForm(form, businessStatusForm(ctx.i18n))
  if (!read.ok) return invalid({ result: read.again() })
  const answer = setBusinessStatus(ctx, params.id ?? '', read.value.status, read.value.reason)
  if (answer.ok) return seeOther('/admin/businesses', { key: 'admin.business-status' })
  if (answer.refusal === 'unknown-business') notFound(ctx.i18n.t('There is no such business.'))
  return conflict({ result: read.again({ status: ctx.i18n.t('The business cannot go there from where it is now') }) })
})

export default function BusinessStatus() {
  const i18n = useI18n()
  const { title, name, status } = useLoaderData<typeof loader>()
  const [form, fields] = useForm<z.input<ReturnType<typeof businessStatusForm>>>({
    id: 'business-status',
    lastResult: useActionData<typeof action>()?.result,
    defaultNoValidate: false,
    constraint: getZodConstraint(businessStatusForm(i18n)),
  })
  return (
    <>
      <ErrorSummary form={form} />
      <ConfirmPage
        back={{ href: '/admin/businesses', label: i18n.t('Businesses'), nav: i18n.t('Back') }}
        title={title}
        about={i18n.t('Now: {status}', { status: statusName(i18n, status).label })}
        tone="wait"
        consequence={<p>{i18n.t('While {name} is off or closed, nobody can see its pages or book. Bookings that are made already stay as they are.', { name })}</p>}
      >
        <form className="stack keep" id={form.id} method="post">
          <RadioGroup
            field={fields.status}
            label={i18n.t('What becomes of it')}
            choices={businessStatuses
              .filter((choice) => choice !== 'trial' && choice !== status)
              .map((choice) => ({ value: choice, label: statusName(i18n, choice).label }))}
          />
          <TextArea field={fields.reason} label={i18n.t('Why')} hint={i18n.t('Kept in the audit, where the owner can read it.')} rows={3} />
          <Actions>
            <Button variant="danger">{i18n.t('Switch the business')}</Button>
            <Button href="/admin/businesses" variant="plain">
              {i18n.t('Leave it as it is')}
            </Button>
          </Actions>
        </form>
      </ConfirmPage>
    </>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
