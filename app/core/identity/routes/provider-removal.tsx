import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { conflict, notFound, seeOther } from '~/platform/answers.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { isLogInProvider, providerNames } from '~/platform/log-in-providers'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { ConfirmPage } from '~/ui/confirm-page'
import { pageTitle } from '~/ui/page-title'
import { hasPassword } from '../confirm-password.server'
import { unlinkProvider } from '../link-provider.server'
import { providerLogInsOf } from '../provider-log-ins.server'

export const loader = guarded({ access: 'account' }, ({ db, ctx, params }) => {
  const all = providerLogInsOf(db, ctx.account.id)
  const linked = all.find(({ provider }) => provider === params.provider)
  if (!linked) notFound(ctx.i18n.t('No such log-in is linked to your account.'), { href: '/account/security', label: ctx.i18n.t('Security') })
  const name = providerNames[linked.provider]
  return { title: ctx.i18n.t('Log in without {provider}?', { provider: name }), name, onlyWay: all.length === 1 && !hasPassword(db, ctx.account.id) }
})

export const action = guardedAction({ access: 'account' }, ({ ctx, params }) => {
  const { provider } = params
  const answer = isLogInProvider(provider) ? unlinkProvider(ctx, provider) : null
  if (!provider || !answer || (!answer.ok && answer.refusal.kind === 'unknown')) notFound(ctx.i18n.t('No such log-in is linked to your account.'))
  if (!answer.ok) return conflict({ onlyWay: true })
  return seeOther('/account/security', { key: 'identity.provider-unlinked', params: { provider } })
})

export default function ProviderRemoval() {
  const i18n = useI18n()
  const { title, name, onlyWay } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()?.onlyWay
  const back = { href: '/account/security', label: i18n.t('Security'), nav: i18n.t('Back') }
  if (onlyWay || refused) {
    return (
      <ConfirmPage back={back} title={title} consequence={<p>{i18n.t('{provider} is the only way into your account. Choose a password first: we send you a link for it.', { provider: name })}</p>}>
        <Actions>
          <Button href="/forgotten-password">{i18n.t('Choose a password')}</Button>
          <Button href="/account/security" variant="plain">
            {i18n.t('Keep it')}
          </Button>
        </Actions>
      </ConfirmPage>
    )
  }
  return (
    <ConfirmPage back={back} title={title} consequence={<p>{i18n.t('{provider} opens your account no more. You can link it again at any time.', { provider: name })}</p>}>
      <form method="post">
        <Actions>
          <Button variant="danger">{i18n.t('Take {provider} away', { provider: name })}</Button>
          <Button href="/account/security" variant="plain">
            {i18n.t('Keep it')}
          </Button>
        </Actions>
      </form>
    </ConfirmPage>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
