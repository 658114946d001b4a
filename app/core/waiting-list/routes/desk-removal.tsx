import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { seeOther } from '~/platform/answers.server'
import { read } from '~/platform/database.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { ConfirmPage } from '~/ui/confirm-page'
import { pageTitle } from '~/ui/page-title'
import { removeFromLine } from '../leave-line.server'
import { entryInLine } from '../line-session.server'

export const loader = guarded({ access: { needs: 'waiting-list.run' } }, ({ db, ctx, params }) => {
  const { session, entry, back } = entryInLine(db, ctx, params)
  return { title: ctx.i18n.t('Take {name} off the waiting list?', { name: entry.contactName }), session, back, offered: entry.status === 'offered' }
})

export const action = guardedAction({ access: { needs: 'waiting-list.run' } }, ({ ctx, params }) => {
  const { entry, back } = read((db) => entryInLine(db, ctx, params))
  // Whoever is off it already stays off.
  removeFromLine(ctx, entry.id)
  return seeOther(back, { key: 'waiting-list.removed' })
})

export default function Removal() {
  const i18n = useI18n()
  const { title, session, back, offered } = useLoaderData<typeof loader>()
  return (
    <ConfirmPage
      back={{ href: back, label: i18n.t('Waiting list'), nav: i18n.t('Back') }}
      title={title}
      about={session.title}
      consequence={<p>{offered ? i18n.t('What is kept for them goes to the next at once. Nothing is sent to them.') : i18n.t('Nothing is sent to them. They can join again.')}</p>}
    >
      <form id="remove" method="post">
        <Actions>
          <Button variant="danger">{i18n.t('Take off the list')}</Button>
          <Button href={back} variant="plain">
            {i18n.t('Back to the waiting list')}
          </Button>
        </Actions>
      </form>
    </ConfirmPage>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
