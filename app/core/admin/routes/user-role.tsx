import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { giveRole, isGivenRole, takeRole, userById } from '~/core/identity/index.server'
import { conflict, invalid, notFound, seeOther } from '~/platform/answers.server'
import { readForm } from '~/platform/forms.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { ConfirmPage } from '~/ui/confirm-page'
import { Notice } from '~/ui/notice'
import { pageTitle } from '~/ui/page-title'
import { roleForm } from '../forms'
import { roleAbout, roleName } from '../words'

export const loader = guarded({ access: 'admin' }, ({ db, ctx, params }) => {
  const user = userById(db, params.user ?? '')
  const role = params.role
  if (!user || !isGivenRole(role)) notFound(ctx.i18n.t('There is no such account or role.'), { href: '/admin/users', label: ctx.i18n.t('Users') })
  const held = user.roles.includes(role)
  const words = { name: user.name, role: roleName(ctx.i18n, role) }
  const title = held ? ctx.i18n.t('Take the role {role} from {name}?', words) : ctx.i18n.t('Give the role {role} to {name}?', words)
  return { title, user: { id: user.id, name: user.name, email: user.email }, role, held }
})

/** `held` says what shall hold afterwards, so that pressing twice does no harm. */
export const action = guardedAction({ access: 'admin' }, ({ ctx, form, params }) => {
  const { user = '', role } = params
  if (!isGivenRole(role)) notFound(ctx.i18n.t('There is no such account or role.'))
  const read = readForm(form, roleForm(ctx.i18n))
  if (!read.ok) return invalid({ problem: ctx.i18n.t('Say whether to give or to take the role') })
  const gives = read.value.held === 'yes'
  const answer = gives ? giveRole(ctx, user, role) : takeRole(ctx, user, role)
  if (answer.ok) return seeOther(`/admin/users/${user}`, { key: gives ? 'admin.role-given' : 'admin.role-taken' })
  if (answer.refusal.kind === 'unknown') notFound(ctx.i18n.t('There is no such account or role.'))
  return conflict({ problem: ctx.i18n.t('This is the last admin. Make somebody else an admin first.') })
})

export default function UserRole() {
  const i18n = useI18n()
  const { title, user, role, held } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()?.problem
  const name = roleName(i18n, role)
  return (
    <ConfirmPage
      back={{ href: `/admin/users/${user.id}`, label: user.name, nav: i18n.t('Back') }}
      title={title}
      about={user.email}
      tone={held ? 'bad' : 'wait'}
      consequence={<p>{roleAbout(i18n, role)}</p>}
      details={
        problem && (
          <Notice tone="bad" announce>
            <p>{problem}</p>
          </Notice>
        )
      }
    >
      <form method="post">
        <input type="hidden" name="held" value={held ? 'no' : 'yes'} />
        <Actions>
          <Button variant={held ? 'danger' : 'primary'}>{held ? i18n.t('Take the role {name}', { name }) : i18n.t('Give the role {name}', { name })}</Button>
          <Button href={`/admin/users/${user.id}`} variant="plain">
            {i18n.t('Leave it as it is')}
          </Button>
        </Actions>
      </form>
    </ConfirmPage>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
