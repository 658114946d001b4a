import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { guarded } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { pageTitle } from '~/ui/page-title'
import { localPath, withTo } from '../model/local-path'

export const loader = guarded({ access: 'public' }, ({ ctx, query }) => ({ title: ctx.i18n.t('Look into your mailbox'), to: localPath(query.get('to')) }))

export default function RegisterSent() {
  const i18n = useI18n()
  const { title, to } = useLoaderData<typeof loader>()
  return (
    <div className="stack loose narrow">
      <header className="stack tight">
        <h1>{title}</h1>
        <p>{i18n.t('We have sent you a mail. Open the link in it to confirm your address; bookings you made with it as a guest then join your account.')}</p>
        <p className="soft">{i18n.t('Nothing there after a few minutes? Look among the unwanted mail, or open the account again and check the address.')}</p>
      </header>
      <Actions>
        <Button href={withTo('/log-in', to)}>{i18n.t('Log in')}</Button>
        <Button href={withTo('/register', to)} variant="plain">
          {i18n.t('Back')}
        </Button>
      </Actions>
    </div>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
