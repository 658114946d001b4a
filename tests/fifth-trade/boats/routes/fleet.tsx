import { useLoaderData } from '@remix-run/react'
import { listingsOf, listingStatuses } from '~/core/listings/index.server'
import { guarded } from '~/platform/guarded.server'

export const loader = guarded({ access: { needs: 'boats.manage' } }, ({ db, ctx }) => ({
  base: `/dashboard/${ctx.business.slug}/boats/fleet`,
  title: ctx.i18n.t('Fleet'),
  boats: listingsOf(db, ctx.businessId, { domain: 'boats', statuses: listingStatuses }).map(({ id, title }) => ({ id, title })),
}))

export default function Fleet() {
  const { base, title, boats } = useLoaderData<typeof loader>()
  return (
    <>
      <h1>{title}</h1>
      <ul>
        {boats.map((boat) => (
          <li key={boat.id}>
            <a href={`${base}/${boat.id}`}>{boat.title}</a>
          </li>
        ))}
      </ul>
    </>
  )
}

export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
