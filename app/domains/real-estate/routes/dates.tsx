import { data, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { termsInForce } from '~/core/payments/index.server'
import { guarded } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Kicker, Spread } from '~/ui/page'
import { askedStay, isComplete } from '../asked-stay'
import { offeredStay } from '../offered.server'
import { shownProperty } from '../shown-property.server'
import { stayCalendar } from '../stay-calendar.server'
import { choiceOf, stayOffer } from '../stay-offer.server'
import { LackingDates } from '../ui/lacking-dates'
import { StayCard } from '../ui/stay-card'
import { stayHref } from '../ui/stay-hrefs'
import { StayMonths } from '../ui/stay-months'
import { StaySteps } from '../ui/stay-steps'

export const handle = { step: 'when' }

export const loader = guarded({ access: 'business' }, ({ db, ctx, params, query, url }) => {
  const property = offeredStay(db, ctx, params.property ?? '', url)
  const asked = askedStay(query)
  const choice = choiceOf(asked)
  const shown = {
    title: ctx.i18n.t('Choose your dates: {property} – {business}', { property: property.listing.title, business: ctx.business.name }),
    property: shownProperty(ctx, property),
    pays: termsInForce(db, ctx.businessId, property.payment).kind !== 'on-arrival',
    asked,
    // A year from the present month on, whichever dates are asked for.
    calendar: stayCalendar(db, ctx, property, { ...asked, month: asked.month ?? '1000-01' }, 12),
    offer: choice && stayOffer(db, ctx, property, choice),
  }
  return data(shown, { status: isComplete(asked) ? 200 : 422 })
})

export default function Dates() {
  const i18n = useI18n()
  const { property, pays, asked, calendar, offer } = useLoaderData<typeof loader>()
  return (
    <div>
      <LackingDates asked={asked} />
      <StaySteps property={property} asked={asked} at="when" pays={pays} />
      <Spread label={i18n.t('Your stay')} width="wide" sticky aside={<StayCard property={property} asked={asked} offer={offer} page="dates" />}>
        <header className="stack tight">
          <Kicker>
            <span dir="auto">{property.title}</span>
          </Kicker>
          <h1>{i18n.t('Choose your dates')}</h1>
        </header>
        <StayMonths calendar={calendar} asked={asked} path={stayHref(property, 'dates', { arrive: null, depart: null, guests: { adults: 2, children: 0 } })} long />
      </Spread>
    </div>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title ?? 'Guildhall' }]
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
