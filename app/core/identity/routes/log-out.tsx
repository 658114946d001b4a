import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { seeOther } from '~/platform/answers.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button, PostButton } from '~/ui/button'
import { pageTitle } from '~/ui/page-title'
import { deviceOf } from '../device.server'
import { logOut } from '../end-sessions.server'
import { endedSessionCookie } from '../sessions.server'

export const loader = guarded({ access: 'public' }, ({ ctx }) => ({ title: ctx.i18n.t('Log out'), name: ctx.account?.name ?? null }))

export const action = guardedAction({ access: 'public' }, ({ ctx, request }) => {
  if (ctx.account) logOut({ ...ctx, account: ctx.account }, deviceOf(request).name)
  return seeOther('/', { key: 'identity.logged-out' }, [endedSessionCookie()])
})

export default function LogOut() {
  const i18n = useI18n()
  const { title, name } = useLoaderData<typeof loader>()
  if (name === null) {
    return (
      <div className="stack loose narrow">
        <h1>{i18n.t('You are logged out')}</h1>
        <Actions>
          <Button href="/log-in">{i18n.t('Log in')}</Button>
        </Actions>
      </div>
    )
  }
  return (
    <div className="stack loose narrow">
      <header className="stack tight">
        <h1>{title}</h1>
        <p>{i18n.t('You are logged in as {name} on this device.', { name })}</p>
      </header>
      <Actions>
        <PostButton action="/log-out" variant="primary">
          {i18n.t('Log out')}
        </PostButton>
        <Button href="/account" variant="plain">
          {i18n.t('Back to your account')}
        </Button>
      </Actions>
    </div>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
