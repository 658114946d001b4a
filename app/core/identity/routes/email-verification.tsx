import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { seeOther } from '~/platform/answers.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button, PostButton } from '~/ui/button'
import { pageTitle } from '~/ui/page-title'
import { holdBack } from '../hold-back.server'
import { askEmailVerification } from '../verify-email.server'

export const loader = guarded({ access: 'account' }, ({ ctx }) => ({
  title: ctx.i18n.t('Confirm your e-mail address'),
  email: ctx.account.email,
  verified: ctx.account.emailVerified,
}))

export const action = guardedAction({ access: 'account' }, ({ ctx }) => {
  holdBack(ctx, 'reset', ctx.account.id)
  askEmailVerification(ctx)
  return seeOther('/account', { key: 'identity.verification-sent' })
})

export default function EmailVerification() {
  const i18n = useI18n()
  const { title, email, verified } = useLoaderData<typeof loader>()
  return (
    <div className="stack loose narrow">
      <header className="stack tight">
        <h1>{title}</h1>
        <p>
          {verified
            ? i18n.t('{email} is confirmed: there is nothing left to do.', { email })
            : i18n.t('We send a mail with a link to {email}. Open the link to confirm that the address is yours.', { email })}
        </p>
      </header>
      <Actions>
        {!verified && (
          <PostButton action="/account/email-verification" variant="primary">
            {i18n.t('Send the mail')}
          </PostButton>
        )}
        <Button href="/account" variant="plain">
          {i18n.t('Back to your account')}
        </Button>
      </Actions>
    </div>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
