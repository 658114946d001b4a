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
import { TextField } from '~/ui/text-field'
import { invitationForm } from '../forms'
import { inviteMember } from '../invite-member.server'
import { staffOf } from '../queries.server'
import { refusalWords } from '../refusals'
import { MemberFields } from '../ui/member-fields'

export const loader = guarded({ access: { needs: 'members.manage' } }, ({ db, ctx }) => ({
  title: `${ctx.i18n.t('Invite somebody')} – ${ctx.business.name}`,
  back: `/dashboard/${ctx.business.slug}/settings/members`,
  profiles: staffOf(db, ctx.businessId)
    .filter((person) => person.userId === null)
    .map((person) => ({ value: person.id, label: person.name })),
}))

export const action = guardedAction({ access: { needs: 'members.manage' } }, ({ ctx, form }) => {
  const read = readForm(form, invitationForm(ctx.i18n))
  if (!read.ok) return invalid({ result: read.again() })
  const answer = inviteMember(ctx, read.value)
  if (answer.ok) return seeOther(`/dashboard/${ctx.business.slug}/settings/members`, { key: 'businesses.invited' })
  const field = answer.refusal === 'already-member' ? 'email' : 'staffId'
  return invalid({ result: read.again({ [field]: refusalWords(ctx.i18n, answer.refusal) }) })
})

export default function Invite() {
  const i18n = useI18n()
  const { back, profiles } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [form, fields] = useForm({
    id: 'invitation',
    lastResult: answer?.result,
    defaultValue: { email: '', role: 'staff', staffId: '' },
    constraint: getZodConstraint(invitationForm(i18n)),
    defaultNoValidate: false,
  })
  return (
    <div className="stack loose narrow">
      <Breadcrumb href={back} label={i18n.t('Members')} nav={i18n.t('Back')} />
      <h1>{i18n.t('Invite somebody')}</h1>
      <p>{i18n.t('We send a mail with a link. Whoever opens it logs in, or registers, and is a member then.')}</p>
      <ErrorSummary form={form} />
      <form id={form.id} method="post" className="stack loose">
        <TextField field={fields.email} label={i18n.t('E-mail')} type="email" autoComplete="off" />
        <MemberFields fields={fields} profiles={profiles} />
        <Actions>
          <Button>{i18n.t('Send the invitation')}</Button>
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
