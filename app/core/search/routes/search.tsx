import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { guarded } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Button } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { Section } from '~/ui/page'
import { pageTitle } from '~/ui/page-title'
import { MoreResults } from '~/ui/pager'
import { find, mostCounted, searchChoices, searchDates, type Found } from '../find.server'
import { placeIn, searchHref, soughtIn, troublesIn } from '../sought'
import { BusinessList } from '../ui/business-list'
import { OfferList } from '../ui/offer-list'
import { SearchForm } from '../ui/search-form'
import { SoughtChips, TradeChips } from '../ui/sought-chips'
import { SoughtTroubles } from '../ui/sought-troubles'

export const loader = guarded({ access: 'public' }, ({ db, ctx, query }) => {
  const choices = searchChoices(db, ctx)
  const sought = soughtIn(query, choices.currencies[0])
  const after = placeIn(query)
  const found = find(db, ctx, sought, after)
  const troubles = [...troublesIn(query), ...found.unread.map((text) => ({ kind: 'unread' as const, text }))]
  return { title: ctx.i18n.t('Search'), sought, begins: after === null, most: mostCounted, choices, dates: searchDates(ctx), found, troubles }
})

export default function Search() {
  const i18n = useI18n()
  const { title, sought, choices, dates, found, troubles } = useLoaderData<typeof loader>()
  const { offers, businesses, category } = found
  // Prices are best asked in the currency of what was found.
  const currency = sought.currency || (mostFrequent(offers?.rows.map((offer) => offer.currency) ?? []) ?? choices.currencies[0])
  return (
    <div className="stack">
      <header className="stack">
        <h1>{title}</h1>
        <SearchForm sought={sought} dates={dates} categories={choices.categories} currencies={choices.currencies} currency={currency} filters={category?.filters ?? []} />
        <TradeChips sought={sought} trades={choices.trades} />
        <SoughtChips sought={sought} trades={choices.trades} found={found} />
        <SoughtTroubles sought={sought} troubles={troubles} />
      </header>
      {!offers?.rows.length && !businesses?.rows.length && <Nothing found={found} />}
      {offers && offers.rows.length > 0 && <Offers offers={offers} />}
      {businesses && businesses.rows.length > 0 && <Businesses businesses={businesses} alone={!offers} />}
      {sought.show === '' && !offers && businesses && (
        <p>
          <a href={searchHref({ ...sought, show: 'offers' })}>{i18n.t('Everything that they offer')}</a>
        </p>
      )}
    </div>
  )
}

function mostFrequent(values: readonly string[]): string | undefined {
  const count = (one: string) => values.filter((value) => value === one).length
  return [...new Set(values)].sort((a, b) => count(b) - count(a))[0]
}

function Nothing({ found: { offers } }: { found: Pick<Found, 'offers'> }) {
  const i18n = useI18n()
  const { sought } = useLoaderData<typeof loader>()
  if (offers?.next) {
    return (
      <EmptyState title={i18n.t('Nothing yet')} actions={<Button href={searchHref(sought, offers.next)}>{i18n.t('Look further')}</Button>}>
        <p>{i18n.t('Nothing among the newest offers matches. There are more to look through.')}</p>
      </EmptyState>
    )
  }
  return (
    <EmptyState title={i18n.t('Nothing matches')} actions={<Button href="/search">{i18n.t('All businesses')}</Button>}>
      <p>{i18n.t('Try fewer or other words, or leave the place empty.')}</p>
    </EmptyState>
  )
}

function Offers({ offers }: { offers: NonNullable<Found['offers']> }) {
  const i18n = useI18n()
  const { sought, choices, begins, most } = useLoaderData<typeof loader>()
  const { rows, next, count, complete } = offers
  const heading = count === null
    ? i18n.t('More offers')
    : complete
      ? i18n.t('{count, plural, one {# offer} other {# offers}}', { count })
      : count < most
        ? i18n.t('{count} offers so far', { count })
        : i18n.t('{count} offers and more', { count })
  return (
    <Section id="offers" title={heading}>
      <OfferList offers={rows} trades={Object.fromEntries(choices.trades.map(({ domain, label }) => [domain, label]))} />
      <MoreResults more={next && searchHref(sought, next)} first={begins ? null : searchHref(sought)} />
    </Section>
  )
}

function Businesses({ businesses: { rows, next, count }, alone }: { businesses: NonNullable<Found['businesses']>; alone: boolean }) {
  const i18n = useI18n()
  const { sought, begins, most } = useLoaderData<typeof loader>()
  const heading = count < most ? i18n.t('{count, plural, one {# business} other {# businesses}}', { count }) : i18n.t('{count} businesses and more', { count })
  const these = { ...sought, show: 'businesses' as const }
  return (
    <Section id="businesses" title={heading} aside={!alone && next && <a href={searchHref(these)}>{i18n.t('All businesses that match')}</a>}>
      <BusinessList businesses={rows} />
      {alone && <MoreResults more={next && searchHref(these, next)} first={begins ? null : searchHref(sought)} />}
    </Section>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
