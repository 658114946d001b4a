import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { conflict, seeOther } from '~/platform/answers.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { Notice } from '~/ui/notice'
import { pageTitle } from '~/ui/page-title'
import { acceptInvitation, invitationFor } from '../accept-invitation.server'
import { refusalWords } from '../refusals'
import { roleAbout, roleName } from '../words'

/** Where the link of an invitation leads. It changes nothing: the button does, since mail scanners follow links. */
export const loader = guarded({ access: 'public' }, ({ db, ctx, query, url }) => {
  const invitation = invitationFor(db, query.get('token') ?? '', ctx.now)
  return {
    title: ctx.i18n.t('Invitation'),
    invitation: invitation && { business: invitation.businessName, role: invitation.role },
    account: ctx.account && { name: ctx.account.name, email: ctx.account.email },
    back: encodeURIComponent(url.pathname + url.search),
  }
})

export const action = guardedAction({ access: 'account' }, ({ ctx, query }) => {
  const answer = acceptInvitation(ctx, query.get('token') ?? '', ctx.account.id)
  if (!answer.ok) return conflict({ why: refusalWords(ctx.i18n, answer.refusal) })
  return seeOther(`/dashboard/${answer.value.businessSlug}/overview`, { key: 'businesses.joined' })
})

export default function InvitationPage() {
  const i18n = useI18n()
  const { invitation } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const why = answer?.why ?? refusalWords(i18n, 'unknown-invitation')
  if (!invitation || answer) {
    return (
      <div className="stack loose narrow">
        <h1>{i18n.t('Invitation')}</h1>
        <Notice tone="bad" announce>
          <p>{why}</p>
        </Notice>
        <p>
          <a href="/dashboard">{i18n.t('Your businesses')}</a>
        </p>
      </div>
    )
  }
  return (
    <div className="stack loose narrow">
      <h1>{i18n.t('Join {business}', invitation)}</h1>
      <p>{i18n.t('You are invited as: {role}.', { role: roleName(i18n, invitation.role) })}</p>
      <p className="soft">{roleAbout(i18n, invitation.role)}</p>
      <Answer />
    </div>
  )
}

function Answer() {
  const i18n = useI18n()
  const { account, back } = useLoaderData<typeof loader>()
  if (!account) {
    return (
      <>
        <p>{i18n.t('Membership belongs to an account. Register or log in first; you come back here then.')}</p>
        <Actions>
          <Button href={`/register?to=${back}`}>{i18n.t('Register')}</Button>
          <Button variant="quiet" href={`/log-in?to=${back}`}>
            {i18n.t('Log in')}
          </Button>
        </Actions>
      </>
    )
  }
  return (
    <form id="acceptance" method="post" className="stack">
      <p>{i18n.t('You are logged in as {name} ({email}). The membership will be this account’s.', account)}</p>
      <Actions>
        <Button>{i18n.t('Accept the invitation')}</Button>
      </Actions>
    </form>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
