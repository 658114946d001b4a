import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ListingFacts, ListingIntro } from '~/core/bookings/index'
import { countView, shownExtra } from '~/core/listings/index.server'
import { shownPictures } from '~/core/pictures/index.server'
import { ListingReviews } from '~/core/reviews/index'
import { listingReviews } from '~/core/reviews/index.server'
import { isLocalDate } from '~/kernel/time'
import { guarded } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { Options } from '~/ui/choice-field'
import { Spread } from '~/ui/page'
import { formatDuration } from '~/ui/when'
import { askedService } from '../offered.server'
import { mayAdd } from '../services-to-add.server'
import { shownVisit } from '../shown-visit.server'
import { BookingSteps } from '../ui/booking-steps'
import { VisitCard } from '../ui/visit-card'
import { choosesPerson } from '../who-and-where.server'

export const handle = { step: 'what' }

export const loader = guarded({ access: 'business' }, ({ db, ctx, params, query, url, request }) => {
  const visit = askedService(db, ctx, { slug: params.service ?? '', query, url })
  const { service } = visit.first
  countView(ctx, request, service.listing.id)
  return {
    pictures: shownPictures(db, ctx.businessId, 'listing', service.listing.id),
    reviews: listingReviews(db, ctx, service.listing.id),
    extra: shownExtra(db, ctx, service.listing.id),
    visit: shownVisit(db, ctx, visit, null),
    adds: mayAdd(db, ctx, visit),
    people: choosesPerson(service) ? service.staff.map(({ slug, name, title }) => ({ slug, name, title })) : [],
    stores: service.stores.map(({ code, name, city }) => ({ code, name: `${name}, ${city}` })),
    /** The date from which times are looked for; null for the first. */
    from: isLocalDate(query.get('from') ?? '') ? query.get('from') : null,
  }
})

export default function Service() {
  const i18n = useI18n()
  const { visit, stores, pictures, extra, adds, reviews, from } = useLoaderData<typeof loader>()
  const { business, service } = visit
  return (
    <div>
      <BookingSteps visit={visit} at="what" />
      <Spread label={i18n.t('Your visit')} sticky aside={<VisitCard visit={visit} adds={adds} />}>
        <ListingIntro
          business={business}
          title={service.title}
          description={service.description}
          pictures={pictures}
          about={
            visit.approval
              ? i18n.t('{duration}. {business} looks at each booking and answers within a day.', { duration: formatDuration(i18n, service.minutes), business: business.name })
              : i18n.t('{duration}. Booked at once.', { duration: formatDuration(i18n, service.minutes) })
          }
        />
        {extra && (
          <div className="stack tight">
            <ListingFacts extra={extra} />
          </div>
        )}
        <form className="stack fields" id="with-whom" method="get" action={`/b/${business.slug}/appointments/${service.slug}/times`}>
          {from !== null && <input type="hidden" name="from" value={from} />}
          {stores.length > 1 && (
            <div className="field">
              <label htmlFor="store">{i18n.t('Where')}</label>
              <select className="input" id="store" name="store" defaultValue={visit.store.code} autoComplete="off">
                <Options options={stores.map(({ code, name }) => ({ value: code, label: name }))} />
              </select>
            </div>
          )}
          <PeopleField />
          <Actions>
            <Button>{i18n.t('Choose a time')}</Button>
            <Button href={`/b/${business.slug}`} variant="plain">
              {i18n.t('Back to {business}', { business: business.name })}
            </Button>
          </Actions>
        </form>
      </Spread>
      <ListingReviews reviews={reviews} />
    </div>
  )
}

function PeopleField() {
  const i18n = useI18n()
  const { visit, people } = useLoaderData<typeof loader>()
  const must = visit.service.staffChoice === 'must'
  if (people.length === 0 || (people.length === 1 && !must)) return null
  const chosen = visit.service.person?.slug ?? (must ? people[0]?.slug : '')
  return (
    <fieldset className="field">
      <legend>{i18n.t('With whom?')}</legend>
      {!must && (
        <label className="choice">
          <input type="radio" name="staff" value="" defaultChecked={chosen === ''} /> <span>{i18n.t('Anyone who is free')}</span>
        </label>
      )}
      {people.map(({ slug, name, title }) => (
        <label className="choice" key={slug}>
          <input type="radio" name="staff" value={slug} defaultChecked={chosen === slug} /> <span dir="auto">{name}</span>{' '}
          {title && <span className="hint">{title}</span>}
        </label>
      ))}
    </fieldset>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data
    ? [{ title: `${data.visit.service.title} – ${data.visit.business.name}` }, { name: 'description', content: data.visit.service.description ?? data.visit.service.title }]
    : [{ title: 'Guildhall' }]
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
