import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { notFound, seeOther } from '~/platform/answers.server'
import { read, type Db } from '~/platform/database.server'
import { guarded, guardedAction, type MemberCtx } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { ConfirmPage } from '~/ui/confirm-page'
import { pageTitle } from '~/ui/page-title'
import { addressById, revokeAddress, type OutwardAddress } from '../addresses.server'
import { listingAt } from '../page.server'
import { channelsPath } from '../paths'

export const loader = guarded({ access: { needs: 'channels.manage' } }, ({ db, ctx, params }) => {
  const { name, listingId } = addressAt(db, ctx, params.address)
  return {
    title: ctx.i18n.t('Revoke the address for {name}?', { name }),
    listing: listingAt(db, ctx, listingId).listing.title,
    back: channelsPath(ctx.business.slug, listingId),
  }
})

export const action = guardedAction({ access: { needs: 'channels.manage' } }, ({ ctx, params }) => {
  const { id, listingId } = read((db) => addressAt(db, ctx, params.address))
  revokeAddress(ctx, id)
  return seeOther(channelsPath(ctx.business.slug, listingId), { key: 'channels.revoked' })
})

function addressAt(db: Db, ctx: MemberCtx, id: string | undefined): OutwardAddress {
  return addressById(db, ctx.businessId, id ?? '') ?? notFound(ctx.i18n.t('We find no such address of yours.'))
}

export default function AddressRevocation() {
  const i18n = useI18n()
  const { title, listing, back } = useLoaderData<typeof loader>()
  return (
    <ConfirmPage
      back={{ href: back, label: listing, nav: i18n.t('Back') }}
      title={title}
      consequence={<p>{i18n.t('Whoever reads it gets nothing more, and may sell nights there that are taken here. It cannot be given back: you can only make another address.')}</p>}
    >
      <form id="revoke" method="post">
        <Actions>
          <Button variant="danger">{i18n.t('Revoke the address')}</Button>
          <Button variant="plain" href={back}>
            {i18n.t('Keep it')}
          </Button>
        </Actions>
      </form>
    </ConfirmPage>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
