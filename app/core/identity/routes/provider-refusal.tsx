import type { I18n } from '@lingui/core'
import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { notFound } from '~/platform/answers.server'
import { guarded } from '~/platform/guarded.server'
import { isLogInProvider, providerNames } from '~/platform/log-in-providers'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { pageTitle } from '~/ui/page-title'
import { localPath, withTo } from '../model/local-path'
import type { ProviderLogInRefusal } from '../model/refusals'

export const loader = guarded({ access: 'public' }, ({ ctx, params, query }) => {
  const { provider } = params
  if (!isLogInProvider(provider)) notFound(ctx.i18n.t('That way to log in is not offered here.'), { href: '/log-in', label: ctx.i18n.t('Log in') })
  const name = providerNames[provider]
  return { title: ctx.i18n.t('{provider} did not let you in', { provider: name }), why: whyOf(query.get('why')), name, to: localPath(query.get('to')) }
})

type Why = ProviderLogInRefusal['kind']

function whyOf(text: string | null): Why {
  return text === 'unproven-address' || text === 'no-address' ? text : 'not-linked'
}

export default function ProviderRefusal() {
  const i18n = useI18n()
  const { title, why, name, to } = useLoaderData<typeof loader>()
  return (
    <div className="stack loose narrow">
      <header className="stack tight">
        <h1>{title}</h1>
        <p>{reason(i18n, why, name)}</p>
        <p>{advice(i18n, why, name)}</p>
      </header>
      <Actions>
        <Button href={withTo('/log-in', to)}>{i18n.t('Log in')}</Button>
        <Button href={why === 'not-linked' ? '/forgotten-password' : withTo('/register', to)} variant="plain">
          {why === 'not-linked' ? i18n.t('I have forgotten my password') : i18n.t('Open an account')}
        </Button>
      </Actions>
    </div>
  )
}

function reason(i18n: I18n, why: Why, provider: string): string {
  switch (why) {
    case 'not-linked':
      return i18n.t('An account here goes by the same e-mail address, but nobody has shown yet that both are the same person’s.')
    case 'unproven-address':
      return i18n.t('{provider} says that your e-mail address there is not confirmed, so we cannot know that it is yours.', { provider })
    case 'no-address':
      return i18n.t('{provider} gave us no e-mail address, and without one we could not reach you about your bookings.', { provider })
  }
}

function advice(i18n: I18n, why: Why, provider: string): string {
  switch (why) {
    case 'not-linked':
      return i18n.t('Log in the way you did before. Then open Security in your account and link {provider} there: from then on it lets you in.', { provider })
    case 'unproven-address':
      return i18n.t('Confirm the address at {provider} and try again, or use an account with a password.', { provider })
    case 'no-address':
      return i18n.t('Use an account with a password. You can link {provider} to it under Security.', { provider })
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
