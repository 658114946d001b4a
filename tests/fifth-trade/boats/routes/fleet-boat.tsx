import { useLoaderData } from '@remix-run/react'
import { listingById, setListingStatus } from '~/core/listings/index.server'
import { notFound, seeOther } from '~/platform/answers.server'
import { transact } from '~/platform/database.server'
import { guarded, guardedAction } from '~/platform/guarded.server'

export const loader = guarded({ access: { needs: 'boats.manage' } }, ({ db, ctx, params }) => {
  const boat = listingById(db, ctx.businessId, params.boat ?? '') ?? notFound(ctx.i18n.t('There is no such boat.'))
  return { title: boat.title, publish: ctx.i18n.t('Publish') }
})

export const action = guardedAction({ access: { needs: 'boats.manage' } }, ({ ctx, params }) => {
  const published = transact((db) => setListingStatus(db, ctx, params.boat ?? '', 'active'))
  if (!published.ok && published.refusal === 'unknown-listing') notFound(ctx.i18n.t('There is no such boat.'))
  return seeOther(`/dashboard/${ctx.business.slug}/boats/fleet`)
})

export default function Boat() {
  const { title, publish } = useLoaderData<typeof loader>()
  return (
    <form method="post" id="publish">
      <h1>{title}</h1>
      <button>{publish}</button>
    </form>
  )
}

export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
