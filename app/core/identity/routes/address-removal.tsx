import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { notFound, seeOther } from '~/platform/answers.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { ConfirmPage } from '~/ui/confirm-page'
import { pageTitle } from '~/ui/page-title'
import { addressById, removeAddress } from '../addresses.server'

export const loader = guarded({ access: 'account' }, ({ db, ctx, params }) => {
  const address = addressById(db, ctx.account.id, params.address ?? '') ?? notFound(ctx.i18n.t('You have no such address.'))
  return { title: ctx.i18n.t('Remove this address?'), address }
})

export const action = guardedAction({ access: 'account' }, ({ ctx, params }) => {
  const answer = removeAddress(ctx, params.address ?? '')
  if (!answer.ok) notFound(ctx.i18n.t('You have no such address.'))
  return seeOther('/account/addresses', { key: 'identity.address-removed' })
})

export default function AddressRemoval() {
  const i18n = useI18n()
  const { title, address } = useLoaderData<typeof loader>()
  const { name, line1, postalCode, city } = address
  return (
    <ConfirmPage
      back={{ href: '/account/addresses', label: i18n.t('Your addresses'), nav: i18n.t('Back') }}
      title={title}
      about={`${name}, ${line1}, ${postalCode} ${city}`}
      consequence={<p>{i18n.t('It is gone from your account. Bookings and invoices that name it keep it.')}</p>}
    >
      <form method="post">
        <Actions>
          <Button variant="danger">{i18n.t('Remove the address')}</Button>
          <Button href="/account/addresses" variant="plain">
            {i18n.t('Keep it')}
          </Button>
        </Actions>
      </form>
    </ConfirmPage>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
