import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { conflict, seeOther } from '~/platform/answers.server'
import { read } from '~/platform/database.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { ConfirmPage } from '~/ui/confirm-page'
import { pageTitle } from '~/ui/page-title'
import { entryInLine } from '../line-session.server'
import { offerNow } from '../offer-now.server'

export const loader = guarded({ access: { needs: 'waiting-list.run' } }, ({ db, ctx, params }) => {
  const { session, entry, back } = entryInLine(db, ctx, params)
  return { title: ctx.i18n.t('Offer places to {name} now?', { name: entry.contactName }), session, back }
})

export const action = guardedAction({ access: { needs: 'waiting-list.run' } }, ({ ctx, params }) => {
  const { entry, back } = read((db) => entryInLine(db, ctx, params))
  const offered = offerNow(ctx, entry.id)
  if (offered.ok) return seeOther(back, { key: 'waiting-list.offered' })
  const why = {
    'not-in-line': ctx.i18n.t('They do not wait any more.'),
    'too-late': ctx.i18n.t('It begins too soon for anybody to be asked.'),
    'not-free': ctx.i18n.t('There are not as many places free as they want.'),
  }[offered.refusal.kind]
  return conflict({ refusal: why })
})

export default function Offer() {
  const i18n = useI18n()
  const { title, session, back } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()?.refusal
  return (
    <ConfirmPage
      back={{ href: back, label: i18n.t('Waiting list'), nav: i18n.t('Back') }}
      title={title}
      about={session.title}
      tone={refusal ? 'bad' : 'wait'}
      consequence={<p>{refusal ?? i18n.t('The places are kept for them whoever else waits before them, and they are asked by mail.')}</p>}
    >
      <form id="offer" method="post">
        <Actions>
          <Button>{i18n.t('Offer now')}</Button>
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
