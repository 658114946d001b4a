import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { countView, shownExtra } from '~/core/listings/index.server'
import { shownPictures } from '~/core/pictures/index.server'
import { ListingReviews } from '~/core/reviews/index'
import { listingReviews } from '~/core/reviews/index.server'
import { guarded } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Facts } from '~/ui/facts'
import { Notice } from '~/ui/notice'
import { Kicker, Spread } from '~/ui/page'
import { Picture } from '~/ui/picture'
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
  const [first, ...others] = pictures
  return (
    <Spread label={i18n.t('Dates')} aside={<Dates page={page} />}>
      <header className="stack tight">
        <Kicker>
          <a href={`/b/${business.slug}`} dir="auto">
            {business.name}
          </a>
        </Kicker>
        <h1 dir="auto">{title}</h1>
        <p className="soft" dir="auto">
          {page.where}
        </p>
      </header>
      {cancelled !== null && (
        <Notice tone="bad">
          <p>
            <strong>{i18n.t('This event is cancelled.')}</strong> <span dir="auto">{cancelled}</span>
          </p>
        </Notice>
      )}
      {first && <Picture image={first} sizes="(width < 60rem) 100vw, 45rem" wide />}
      {description && (
        <p className="lede" dir="auto">
          {description}
        </p>
      )}
      {others.length > 0 && (
        <ul className="columns small" aria-label={i18n.t('More pictures')}>
          {others.map((picture) => (
            <li key={picture.src}>
              <Picture image={picture} sizes="(width < 30rem) 100vw, 12rem" />
            </li>
          ))}
        </ul>
      )}
      <Tickets page={page} />
      <WhatElse />
      <ListingReviews reviews={page.reviews} />
    </Spread>
  )
}

function WhatElse() {
  const i18n = useI18n()
  const { extra, ageLimit } = useLoaderData<typeof loader>()
  const facts = [
    ...(ageLimit === null ? [] : [{ term: i18n.t('Age'), detail: i18n.t('From {age, plural, one {# year} other {# years}} on', { age: ageLimit }) }]),
    ...(extra?.facts ?? []).map(({ title, text }) => ({ term: title, detail: <span dir="auto">{text}</span> })),
  ]
  return (
    <>
      {extra && (
        <p className="soft">
          <a href={`/search?category=${extra.category.slug}`} dir="auto">
            {extra.category.title}
          </a>
        </p>
      )}
      {facts.length > 0 && <Facts facts={facts} />}
    </>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: `${data.title} – ${data.business.name}` }, { name: 'description', content: data.description ?? data.title }] : [{ title: 'Guildhall' }]
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
