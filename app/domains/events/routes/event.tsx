import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ListingFacts, ListingIntro } from '~/core/bookings/index'
import { countView, shownExtra } from '~/core/listings/index.server'
import { shownPictures } from '~/core/pictures/index.server'
import { ListingReviews } from '~/core/reviews/index'
import { listingReviews } from '~/core/reviews/index.server'
import { guarded } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Notice } from '~/ui/notice'
import { Spread } from '~/ui/page'
import { eventPage } from '../event-page.server'
import { Dates } from '../ui/dates'
import { Tickets } from '../ui/tickets'

export const handle = { step: 'what' }

export const loader = guarded({ access: 'business' }, ({ db, ctx, params, query, url, request }) => {
  const page = eventPage(db, ctx, { slug: params.event ?? '', query, url })
  countView(ctx, request, page.id)
  return { ...page, pictures: shownPictures(db, ctx.businessId, 'listing', page.id), extra: shownExtra(db, ctx, page.id), reviews: listingReviews(db, ctx, page.id) }
})

export default function EventPage() {
  const i18n = useI18n()
  const page = useLoaderData<typeof loader>()
  const { business, title, description, cancelled, pictures } = page
  return (
    <div className="stack loose">
      <Spread label={i18n.t('Dates')} aside={<Dates page={page} />}>
        <ListingIntro business={business} title={title} description={description} pictures={pictures} about={page.where} notice={cancelled !== null && <Cancelled reason={cancelled} />} />
        <Tickets page={page} />
        <WhatElse />
      </Spread>
      <ListingReviews reviews={page.reviews} />
    </div>
  )
}

function Cancelled({ reason }: { reason: string }) {
  const i18n = useI18n()
  return (
    <Notice tone="bad">
      <p>
        <strong>{i18n.t('This event is cancelled.')}</strong> <span dir="auto">{reason}</span>
      </p>
    </Notice>
  )
}

function WhatElse() {
  const i18n = useI18n()
  const { extra, ageLimit } = useLoaderData<typeof loader>()
  const facts = ageLimit === null ? [] : [{ term: i18n.t('Age'), detail: i18n.t('From {age, plural, one {# year} other {# years}} on', { age: ageLimit }) }]
  return <ListingFacts extra={extra} facts={facts} />
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: `${data.title} – ${data.business.name}` }, { name: 'description', content: data.description ?? data.title }] : [{ title: 'Guildhall' }]
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
