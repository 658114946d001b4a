import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { guarded } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { pageTitle } from '~/ui/page-title'
import { doorOfCode } from '../door-of-code.server'

/** Where the QR code of a ticket leads who scans it with a phone: strangers learn nothing, whatever the code; who works at its door is led there. */
export const loader = guarded({ access: 'public' }, ({ db, ctx, params }) => ({
  title: ctx.i18n.t('A ticket'),
  door: ctx.account ? doorOfCode(db, ctx.account.id, params.code ?? '', ctx.now) : null,
}))

export default function TicketLink() {
  const i18n = useI18n()
  const { title, door } = useLoaderData<typeof loader>()
  return (
    <div className="stack loose narrow">
      <header className="stack tight">
        <h1>{title}</h1>
        <p className="lede">{i18n.t('This is the code of a ticket. It is read at the door; here it tells nobody anything.')}</p>
      </header>
      {door !== null && (
        <Actions>
          <Button href={door} icon="door">
            {i18n.t('Go to its door')}
          </Button>
        </Actions>
      )}
      <p>
        {i18n.t('Is it yours?')} <a href="/find-booking">{i18n.t('Find your booking')}</a>
      </p>
    </div>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [...(pageTitle(data?.title) ?? []), { name: 'robots', content: 'noindex' }]
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
