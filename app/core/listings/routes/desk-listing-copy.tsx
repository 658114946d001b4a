import { notFound, seeOther } from '~/platform/answers.server'
import { guarded, guardedAction, type MemberCtx } from '~/platform/guarded.server'
import { read } from '~/platform/database.server'
import { mayChange, tradeOf } from '../desk-page.server'
import { copyAnyListing } from '../keepers.server'
import { listingById, type Listing } from '../queries.server'

export const loader = guarded({ access: { needs: 'listings.manage' } }, ({ db, ctx, params }) => {
  const listing = listingById(db, ctx.businessId, params.listing ?? '')
  return seeOther(pageOf(ctx, known(ctx, listing)))
})

export const action = guardedAction({ access: { needs: 'listings.manage' } }, ({ ctx, params }) => {
  const listing = known(ctx, read((db) => listingById(db, ctx.businessId, params.listing ?? '')))
  const copied = copyAnyListing(ctx, listing.id)
  return copied.ok ? seeOther(pageOf(ctx, { ...listing, id: copied.value }), { key: 'listings.copied' }) : seeOther(pageOf(ctx, listing), { key: 'listings.mend-first' })
})

/** One of this business's that the member may change; 404 for any other. */
function known(ctx: MemberCtx, listing: Listing | null): Listing {
  return listing && mayChange(ctx, listing.domain) ? listing : notFound(ctx.i18n.t('There is no such listing here.'))
}

function pageOf({ business }: MemberCtx, { id, domain }: Pick<Listing, 'id' | 'domain'>): string {
  return `/dashboard/${business.slug}/${tradeOf(domain)?.desk ?? 'listings'}/${id}`
}

/** Only its action is used; an error needs a page to stand on. */
export default function ListingCopy() {
  return null
}

export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
