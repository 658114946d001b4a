import { useForm } from '@conform-to/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { invalid, seeOther } from '~/platform/answers.server'
import { readForm } from '~/platform/forms.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { Breadcrumb } from '~/ui/page'
import { pageTitle } from '~/ui/page-title'
import { staffForm } from '../forms'
import { addStaff } from '../save-staff.server'
import { StaffFields } from '../ui/staff-fields'

export const loader = guarded({ access: { needs: 'staff.manage' } }, ({ ctx }) => ({
  title: `${ctx.i18n.t('Add somebody')} – ${ctx.business.name}`,
  back: `/dashboard/${ctx.business.slug}/staff`,
}))

export const action = guardedAction({ access: { needs: 'staff.manage' } }, ({ ctx, form }) => {
  const read = readForm(form, staffForm(ctx.i18n))
  if (!read.ok) return invalid({ result: read.again() })
  const answer = addStaff(ctx, read.value)
  const base = `/dashboard/${ctx.business.slug}`
  return seeOther(`${base}/staff`, { key: 'businesses.staff-added', params: answer.ok ? { business: ctx.business.slug, staff: answer.value.id } : {} })
})

export default function NewStaff() {
  const i18n = useI18n()
  const { back } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [form, fields] = useForm<{ name: string; title: string; bio: string; email: string }>({
    id: 'staff',
    lastResult: answer?.result,
    constraint: getZodConstraint(staffForm(i18n)),
    defaultNoValidate: false,
  })
  return (
    <div className="stack loose narrow">
      <Breadcrumb href={back} label={i18n.t('People')} nav={i18n.t('Back')} />
      <h1>{i18n.t('Add somebody')}</h1>
      <ErrorSummary form={form} />
      <form id={form.id} method="post" className="stack loose">
        <StaffFields fields={fields} />
        <Actions>
          <Button>{i18n.t('Add the person')}</Button>
          <Button variant="plain" href={back}>
            {i18n.t('Back')}
          </Button>
        </Actions>
      </form>
    </div>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
