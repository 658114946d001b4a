import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { guarded } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { pageTitle } from '~/ui/page-title'

export const loader = guarded({ access: 'public' }, ({ ctx }) => ({ title: ctx.i18n.t('Look into your mailbox') }))

export default function ForgottenPasswordSent() {
  const i18n = useI18n()
  const { title } = useLoaderData<typeof loader>()
  return (
    <div className="stack loose narrow">
      <header className="stack tight">
        <h1>{title}</h1>
        <p>{i18n.t('If the address has an account, a mail with a link is on its way. The link works for one hour.')}</p>
      </header>
      <Actions>
        <Button href="/log-in">{i18n.t('Log in')}</Button>
        <Button href="/forgotten-password" variant="plain">
          {i18n.t('Try another address')}
        </Button>
      </Actions>
    </div>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
