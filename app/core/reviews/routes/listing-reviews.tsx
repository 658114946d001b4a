import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { isId } from '~/kernel/ids'
import { notFound } from '~/platform/answers.server'
import { guarded } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { EmptyState } from '~/ui/empty-state'
import { Breadcrumb } from '~/ui/page'
import { pageTitle } from '~/ui/page-title'
import { Pager } from '~/ui/pager'
import { RatingMark } from '~/ui/stars'
import { listingById } from '../../listings/index.server'
import { listingReviews } from '../listing-reviews.server'
import { ReviewList } from '../ui/listing-reviews'

export const loader = guarded({ access: 'business' }, ({ db, ctx, params, query }) => {
  const listing = listingById(db, ctx.businessId, params.listing ?? '')
  if (listing?.status !== 'active') notFound(ctx.i18n.t('We no longer offer this.'), { href: `/b/${ctx.business.slug}`, label: ctx.business.name })
  const before = query.get('before') ?? ''
  return {
    title: ctx.i18n.t('Reviews of {title}', { title: listing.title }),
    listing: { title: listing.title, href: `/b/${ctx.business.slug}/${listing.domain}/${listing.slug}` },
    newest: before === '' ? undefined : `/b/${ctx.business.slug}/reviews/${listing.id}`,
    shown: listingReviews(db, ctx, listing.id, isId(before) ? before : null),
  }
})

export default function ReviewsPage() {
  const i18n = useI18n()
  const { title, listing, newest, shown } = useLoaderData<typeof loader>()
  return (
    <div className="stack loose">
      <Breadcrumb href={listing.href} label={<span dir="auto">{listing.title}</span>} nav={i18n.t('Where you are')} />
      <header className="stack tight">
        <h1 dir="auto">{title}</h1>
        {shown.rating && (
          <p>
            <RatingMark {...shown.rating} />
          </p>
        )}
      </header>
      {shown.reviews.length > 0 ? <ReviewList shown={shown} /> : <EmptyState title={i18n.t('No reviews here')}><p>{i18n.t('Whoever has had it can rate it from the page of their booking.')}</p></EmptyState>}
      <Pager newer={newest} older={shown.olderHref ?? undefined} />
    </div>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
