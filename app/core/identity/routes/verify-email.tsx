import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { conflict, seeOther } from '~/platform/answers.server'
import { readForm } from '~/platform/forms.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, PostButton } from '~/ui/button'
import { pageTitle } from '~/ui/page-title'
import { tokenForm } from '../forms'
import { isTokenGood } from '../tokens.server'
import { DeadLink } from '../ui/dead-link'
import { verifyEmail } from '../verify-email.server'

// The link of a mail opens this page and does nothing: mail scanners follow links, so a button acts.
export const loader = guarded({ access: 'public' }, ({ db, ctx, query }) => {
  const token = query.get('token') ?? ''
  return { title: ctx.i18n.t('Confirm your e-mail address'), token, works: isTokenGood(db, token, 'verify-email', ctx.now) }
})

export const action = guardedAction({ access: 'public' }, ({ ctx, form }) => {
  const read = readForm(form, tokenForm(ctx.i18n))
  const answer = read.ok ? verifyEmail(ctx, read.value.token) : null
  if (!answer?.ok) return conflict({ isDead: true })
  return seeOther(ctx.account ? '/account' : '/log-in', { key: 'identity.email-verified' })
})

export default function VerifyEmail() {
  const i18n = useI18n()
  const { title, token, works } = useLoaderData<typeof loader>()
  if (!works || useActionData<typeof action>()?.isDead) return <DeadLink href="/account/email-verification">{i18n.t('Get a new link')}</DeadLink>
  return (
    <div className="stack loose narrow">
      <header className="stack tight">
        <h1>{title}</h1>
        <p>{i18n.t('Press the button to say that this address is yours. Did somebody else open the account? Then close this page and nothing happens.')}</p>
      </header>
      <Actions>
        <PostButton action="/verify-email" variant="primary" fields={{ token }}>
          {i18n.t('Yes, this address is mine')}
        </PostButton>
      </Actions>
    </div>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
