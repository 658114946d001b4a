import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { conflict, notFound, seeOther } from '~/platform/answers.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { ConfirmPage } from '~/ui/confirm-page'
import { Notice } from '~/ui/notice'
import { pageTitle } from '~/ui/page-title'
import { storeById } from '../queries.server'
import { refusalWords } from '../refusals'
import { closeStore } from '../save-store.server'

export const loader = guarded({ access: { needs: 'business.manage' } }, ({ db, ctx, params }) => {
  const store = storeById(db, ctx.businessId, params.store ?? '') ?? notFound(refusalWords(ctx.i18n, 'unknown-store'))
  return {
    title: `${ctx.i18n.t('Close {store}?', { store: store.name })} – ${ctx.business.name}`,
    back: `/dashboard/${ctx.business.slug}/settings/stores/${store.id}`,
    name: store.name,
  }
})

export const action = guardedAction({ access: { needs: 'business.manage' } }, ({ ctx, params }) => {
  const answer = closeStore(ctx, params.store ?? '')
  if (answer.ok) return seeOther(`/dashboard/${ctx.business.slug}/settings/stores`, { key: 'businesses.store-closed' })
  if (answer.refusal === 'unknown-store') notFound(refusalWords(ctx.i18n, answer.refusal))
  return conflict({ why: refusalWords(ctx.i18n, answer.refusal) })
})

export default function StoreClosure() {
  const i18n = useI18n()
  const { back, name: store } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <ConfirmPage
      back={{ href: back, label: store, nav: i18n.t('Back') }}
      title={i18n.t('Close {store}?', { store })}
      tone="wait"
      consequence={<p>{i18n.t('Customers can book nothing more there. What is booked stays booked. You can open it again at any time.')}</p>}
      details={answer && <Notice tone="bad" announce><p>{answer.why}</p></Notice>}
    >
      <form id="closure" method="post">
        <Actions>
          <Button variant="danger">{i18n.t('Close the store')}</Button>
          <Button variant="plain" href={back}>
            {i18n.t('Keep it open')}
          </Button>
        </Actions>
      </form>
    </ConfirmPage>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
