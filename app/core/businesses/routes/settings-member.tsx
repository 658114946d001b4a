import { useForm } from '@conform-to/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { userById } from '~/core/identity/index.server'
import { invalid, notFound, seeOther } from '~/platform/answers.server'
import { readForm } from '~/platform/forms.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { Breadcrumb } from '~/ui/page'
import { pageTitle } from '~/ui/page-title'
import { changeMember, memberById } from '../change-member.server'
import { memberForm } from '../forms'
import { staffOf } from '../queries.server'
import { refusalWords } from '../refusals'
import { MemberFields } from '../ui/member-fields'

export const loader = guarded({ access: { needs: 'members.manage' } }, ({ db, ctx, params }) => {
  const member = memberById(db, ctx.businessId, params.member ?? '') ?? notFound(refusalWords(ctx.i18n, 'unknown-member'))
  const user = userById(db, member.userId)
  const back = `/dashboard/${ctx.business.slug}/settings/members`
  return {
    title: `${user?.name ?? ''} – ${ctx.business.name}`,
    back,
    removal: `${back}/${member.memberId}/removal`,
    name: user?.name ?? '',
    email: user?.email ?? '',
    values: { role: member.role, staffId: member.staffId ?? '' },
    profiles: staffOf(db, ctx.businessId)
      .filter((person) => person.userId === null || person.id === member.staffId)
      .map((person) => ({ value: person.id, label: person.name })),
  }
})

export const action = guardedAction({ access: { needs: 'members.manage' } }, ({ ctx, form, params }) => {
  const read = readForm(form, memberForm(ctx.i18n))
  if (!read.ok) return invalid({ result: read.again() })
  const answer = changeMember(ctx, params.member ?? '', read.value)
  if (answer.ok) return seeOther(`/dashboard/${ctx.business.slug}/settings/members`, { key: 'businesses.saved' })
  if (answer.refusal === 'unknown-member') notFound(refusalWords(ctx.i18n, answer.refusal))
  const field = answer.refusal === 'last-owner' ? 'role' : 'staffId'
  return invalid({ result: read.again({ [field]: refusalWords(ctx.i18n, answer.refusal) }) })
})

export default function Member() {
  const i18n = useI18n()
  const { back, removal, name, email, values, profiles } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [form, fields] = useForm({
    id: 'member',
    lastResult: answer?.result,
    defaultValue: values,
    constraint: getZodConstraint(memberForm(i18n)),
    defaultNoValidate: false,
  })
  return (
    <div className="stack loose narrow">
      <Breadcrumb href={back} label={i18n.t('Members')} nav={i18n.t('Back')} />
      <header className="stack tight">
        <h1>{name}</h1>
        <p className="soft">{email}</p>
      </header>
      <ErrorSummary form={form} />
      <form id={form.id} method="post" className="stack loose">
        <MemberFields fields={fields} profiles={profiles} />
        <Actions>
          <Button>{i18n.t('Save the member')}</Button>
          <Button variant="plain" href={removal}>
            {i18n.t('Remove…')}
          </Button>
        </Actions>
      </form>
    </div>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
