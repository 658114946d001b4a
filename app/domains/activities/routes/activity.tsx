import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ListingFacts, ListingIntro } from '~/core/bookings/index'
import { countView, shownExtra } from '~/core/listings/index.server'
import { shownPictures } from '~/core/pictures/index.server'
import { ListingReviews } from '~/core/reviews/index'
import { listingReviews } from '~/core/reviews/index.server'
import { guarded } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Spread } from '~/ui/page'
import { formatDuration } from '~/ui/when'
import { activityPage } from '../activity-page.server'
import { Dates } from '../ui/dates'
import { PeopleForm } from '../ui/people-form'

export const handle = { step: 'what' }

export const loader = guarded({ access: 'business' }, ({ db, ctx, params, query, url, request }) => {
  const page = activityPage(db, ctx, { slug: params.activity ?? '', query, url })
  countView(ctx, request, page.id)
  return { ...page, pictures: shownPictures(db, ctx.businessId, 'listing', page.id), extra: shownExtra(db, ctx, page.id), reviews: listingReviews(db, ctx, page.id) }
})

export default function ActivityPage() {
  const i18n = useI18n()
  const page = useLoaderData<typeof loader>()
  const { business, title, description, pictures } = page
  return (
    <div className="stack loose">
      <Spread label={i18n.t('Dates')} aside={<Dates page={page} />}>
        <ListingIntro business={business} title={title} description={description} pictures={pictures} about={[formatDuration(i18n, page.minutes), page.languages].filter(Boolean).join(', ')} />
        <PeopleForm page={page} />
        <WhatElse />
      </Spread>
      <ListingReviews reviews={page.reviews} />
    </div>
  )
}

function WhatElse() {
  const i18n = useI18n()
  const { extra, where, bring, included, minutes } = useLoaderData<typeof loader>()
  const facts = [
    { term: i18n.t('Length'), detail: formatDuration(i18n, minutes) },
    ...(where ? [{ term: i18n.t('Meeting point'), detail: where.mapHref ? <a href={where.mapHref}>{where.text}</a> : <span dir="auto">{where.text}</span> }] : []),
    ...(included ? [{ term: i18n.t('What is included'), detail: <span dir="auto">{included}</span> }] : []),
    ...(bring ? [{ term: i18n.t('What to bring'), detail: <span dir="auto">{bring}</span> }] : []),
  ]
  return <ListingFacts extra={extra} facts={facts} />
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: `${data.title} – ${data.business.name}` }, { name: 'description', content: data.description ?? data.title }] : [{ title: 'Guildhall' }]
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
