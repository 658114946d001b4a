import { data, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { countView } from '~/core/listings/index.server'
import { ListingReviews } from '~/core/reviews/index'
import { listingReviews } from '~/core/reviews/index.server'
import { guarded } from '~/platform/guarded.server'
import { newToken } from '~/platform/signing.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Tag } from '~/ui/badge'
import { Breadcrumb, Section, Spread } from '~/ui/page'
import { Icon } from '~/ui/icon'
import { Picture } from '~/ui/picture'
import { askedStay, isComplete } from '../asked-stay'
import { isLet } from '../availability.server'
import { offeredProperty } from '../offered.server'
import { propertyPage, shownProperty } from '../shown-property.server'
import { stayCalendar } from '../stay-calendar.server'
import { choiceOf, stayOffer } from '../stay-offer.server'
import { AskFor } from '../ui/ask-for'
import { EnquiryForm } from '../ui/enquiry-form'
import { LackingDates } from '../ui/lacking-dates'
import { HouseRules, PropertyFacts, RelatedProperties } from '../ui/property-facts'
import { StayCard } from '../ui/stay-card'
import { calendarId, stayHref } from '../ui/stay-hrefs'
import { StayMonths } from '../ui/stay-months'

export const handle = { step: 'what' }

export const loader = guarded({ access: 'business' }, ({ db, ctx, params, query, url, request }) => {
  const property = offeredProperty(db, ctx, params.property ?? '', url)
  countView(ctx, request, property.listing.id)
  const asked = askedStay(query)
  const choice = choiceOf(asked)
  const stay = isLet(property) ? property : null
  const shown = {
    property: shownProperty(ctx, property),
    page: propertyPage(db, ctx, property),
    reviews: listingReviews(db, ctx, property.listing.id),
    asked,
    calendar: stay && stayCalendar(db, ctx, stay, asked, 2),
    offer: stay && choice ? stayOffer(db, ctx, stay, choice) : null,
    asking: property.tenure === 'nightly' ? null : { action: `${url.pathname}/enquiry`, key: newToken(), known: ctx.account && { name: ctx.account.name, email: ctx.account.email } },
  }
  return data(shown, { status: stay && !isComplete(asked) ? 422 : 200 })
})

export default function PropertyPage() {
  const i18n = useI18n()
  const { property, page, asked, calendar, offer, asking, reviews } = useLoaderData<typeof loader>()
  const { business } = property
  const kinds = { nightly: page.parts.length > 0 ? i18n.t('Stay, the whole house') : i18n.t('Stay'), 'long-term': i18n.t('For rent'), sale: i18n.t('For sale') }
  return (
    <article className="stack loose">
      {calendar && <LackingDates asked={asked} />}
      <Breadcrumb href={`/b/${business.slug}`} label={<span dir="auto">{business.name}</span>} nav={i18n.t('Where you are')} />
      <header className="stack tight">
        <p>
          <Tag domain="real-estate">{kinds[property.tenure]}</Tag>
        </p>
        <h1 dir="auto">{property.title}</h1>
        {page.price && <p className="lede">{page.price}</p>}
        <WhereItIs />
      </header>
      <Pictures />
      <Spread label={i18n.t('Your stay')} width="wide" sticky aside={calendar ? <StayCard property={property} asked={asked} offer={offer} page="property" /> : <AskFor property={property} price={page.price} viewing={page.viewed ? `/b/${business.slug}/real-estate/${property.slug}/viewing` : null} />}>
        {page.description && (
          <p className="lede" dir="auto">
            {page.description}
          </p>
        )}
        <PropertyFacts page={page} guests={property.guests?.most ?? null} />
        {calendar && (
          <Section id={calendarId} title={i18n.t('When it is free')} aside={<a href={stayHref(property, 'dates', asked)}>{i18n.t('All twelve months')}</a>}>
            <StayMonths calendar={calendar} asked={asked} path={stayHref(property, 'property', nothing)} />
          </Section>
        )}
        {asking && (
          <Section id="ask" title={i18n.t('Ask about it')}>
            <EnquiryForm action={asking.action} formKey={asking.key} known={asking.known} />
          </Section>
        )}
        <RelatedProperties property={property} page={page} asked={asked} />
        <HouseRules property={property} rules={page.houseRules} />
      </Spread>
      <ListingReviews reviews={reviews} />
    </article>
  )
}

const nothing = { arrive: null, depart: null, guests: { adults: 2, children: 0 } }

function WhereItIs() {
  const i18n = useI18n()
  const { property, page } = useLoaderData<typeof loader>()
  return (
    <div className="row">
      {property.address && (
        <p className="with-icon">
          <Icon name="pin" /> <span dir="auto">{property.address}</span>
        </p>
      )}
      {page.map && <a href={page.map}>{i18n.t('See it on a map')}</a>}
      {page.licence && (
        <p className="with-icon">
          <Icon name="check" /> {i18n.t('Licence {number}', { number: page.licence })}
        </p>
      )}
    </div>
  )
}

function Pictures() {
  const { pictures } = useLoaderData<typeof loader>().page
  if (pictures.length === 0) return null
  return (
    <div className="house-pictures">
      {pictures.slice(0, 5).map((picture, at) => (
        <Picture key={picture.src} image={picture} sizes={at === 0 ? '(width < 48rem) 100vw, 36rem' : '(width < 48rem) 25vw, 18rem'} />
      ))}
    </div>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) =>
  shown
    ? [{ title: `${shown.property.title} – ${shown.property.business.name}` }, { name: 'description', content: shown.page.description ?? shown.property.title }]
    : [{ title: 'Guildhall' }]
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
