import { useForm } from '@conform-to/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { invalid, notFound, seeOther } from '~/platform/answers.server'
import { readForm } from '~/platform/forms.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Badge } from '~/ui/badge'
import { Actions, Button, PostButton } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { Breadcrumb, TitleLine } from '~/ui/page'
import { pageTitle } from '~/ui/page-title'
import { staffForm } from '../forms'
import { staffById } from '../queries.server'
import { refusalWords } from '../refusals'
import { changeStaff } from '../save-staff.server'
import { StaffFields } from '../ui/staff-fields'

export const loader = guarded({ access: { needs: 'staff.manage' } }, ({ db, ctx, params }) => {
  const person = staffById(db, ctx.businessId, params.staff ?? '') ?? notFound(refusalWords(ctx.i18n, 'unknown-staff'))
  const base = `/dashboard/${ctx.business.slug}`
  const { id, name, title, bio, email, active } = person
  return { title: `${name} – ${ctx.business.name}`, back: `${base}/staff`, here: `${base}/staff/${id}`, hours: `${base}/hours/${id}`, picture: ctx.member.may('pictures.manage') ? `${base}/pictures/staff/${id}` : null, active, values: { name, title, bio, email } }
})

export const action = guardedAction({ access: { needs: 'staff.manage' } }, ({ ctx, form, params }) => {
  const read = readForm(form, staffForm(ctx.i18n))
  if (!read.ok) return invalid({ result: read.again() })
  const answer = changeStaff(ctx, params.staff ?? '', read.value)
  if (!answer.ok) return notFound(refusalWords(ctx.i18n, answer.refusal))
  return seeOther(`/dashboard/${ctx.business.slug}/staff`, { key: 'businesses.saved' })
})

export default function StaffProfile() {
  const i18n = useI18n()
  const { back, here, hours, picture, active, values } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [form, fields] = useForm({
    id: 'staff',
    lastResult: answer?.result,
    defaultValue: values,
    constraint: getZodConstraint(staffForm(i18n)),
    defaultNoValidate: false,
  })
  return (
    <div className="stack loose narrow">
      <Breadcrumb href={back} label={i18n.t('People')} nav={i18n.t('Back')} />
      <TitleLine title={values.name} kicker={active ? undefined : <Badge tone="done">{i18n.t('Not booked any more')}</Badge>}>
        <Actions small>
          <Button variant="quiet" icon="clock" href={hours}>
            {i18n.t('Hours')}
          </Button>
          {picture && (
            <Button variant="quiet" icon="image" href={picture}>
              {i18n.t('Photograph')}
            </Button>
          )}
          <PostButton action={`${here}/availability`} fields={{ active: active ? 'no' : 'yes' }} variant="plain">
            {active ? i18n.t('Take no more bookings') : i18n.t('Take bookings again')}
          </PostButton>
        </Actions>
      </TitleLine>
      <ErrorSummary form={form} />
      <form id={form.id} method="post" className="stack loose">
        <StaffFields fields={fields} />
        <Actions>
          <Button>{i18n.t('Save the profile')}</Button>
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
