import { useForm } from '@conform-to/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { conflict, invalid, seeOther } from '~/platform/answers.server'
import { readForm } from '~/platform/forms.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { ConfirmPage } from '~/ui/confirm-page'
import { ErrorSummary } from '~/ui/error-summary'
import { pageTitle } from '~/ui/page-title'
import { TextField } from '~/ui/text-field'
import { statusForm } from '../forms'
import { refusalWords } from '../refusals'
import { setBusinessStatus } from '../set-business-status.server'

export const loader = guarded({ access: { needs: 'business.manage' } }, ({ ctx }) => ({
  title: `${ctx.i18n.t('Switch off or on')} – ${ctx.business.name}`,
  back: `/dashboard/${ctx.business.slug}/settings`,
  business: ctx.business.name,
  status: ctx.business.status,
}))

export const action = guardedAction({ access: { needs: 'business.manage' } }, ({ ctx, form }) => {
  const read = readForm(form, statusForm(ctx.i18n))
  if (!read.ok) return invalid({ result: read.again() })
  const answer = setBusinessStatus(ctx, ctx.businessId, read.value.status, read.value.reason)
  if (!answer.ok) return conflict({ result: read.again({ '': refusalWords(ctx.i18n, answer.refusal) }) })
  return seeOther(`/dashboard/${ctx.business.slug}/settings`, { key: read.value.status === 'active' ? 'businesses.on' : 'businesses.off' })
})

export default function Status() {
  const i18n = useI18n()
  const { back, business, status } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [form, fields] = useForm<{ reason: string }>({
    id: 'status',
    lastResult: answer?.result,
    constraint: getZodConstraint(statusForm(i18n)),
    defaultNoValidate: false,
  })
  const on = status === 'active' || status === 'trial'
  const closed = i18n.t('Guildhall has closed this business. Only we can open it again: write to us.')
  const off = i18n.t('It is off: customers find no page of it. Switch it on and the pages are there again, with everything on them.')
  const isOn = i18n.t('Customers no longer find its pages and can book nothing. What is booked stays booked, and the dashboard stays open to you.')
  return (
    <ConfirmPage
      back={{ href: back, label: i18n.t('Settings'), nav: i18n.t('Back') }}
      title={on ? i18n.t('Switch {business} off?', { business }) : i18n.t('Switch {business} on?', { business })}
      tone={on ? 'bad' : 'plain'}
      consequence={<p>{on ? isOn : status === 'cancelled' ? closed : off}</p>}
      details={<ErrorSummary form={form} />}
    >
      {status !== 'cancelled' && (
        <form id={form.id} method="post" className="stack">
          <input type="hidden" name="status" value={on ? 'suspended' : 'active'} />
          {on && <TextField field={fields.reason} label={i18n.t('Why')} hint={i18n.t('For your own record; it is kept with who did it and when.')} />}
          <Actions>
            <Button variant={on ? 'danger' : 'primary'}>{on ? i18n.t('Switch it off') : i18n.t('Switch it on')}</Button>
            <Button variant="plain" href={back}>
              {i18n.t('Leave it as it is')}
            </Button>
          </Actions>
        </form>
      )}
    </ConfirmPage>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
