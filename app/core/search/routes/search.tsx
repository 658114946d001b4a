import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { formatMoney } from '~/kernel/format'
import { guarded } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Tag } from '~/ui/badge'
import { Button } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { Section } from '~/ui/page'
import { pageTitle } from '~/ui/page-title'
import { PlainList } from '~/ui/plain-list'
import { find, searchableCategories, type Offer } from '../find.server'
import { BusinessList } from '../ui/business-list'
import { SearchForm } from '../ui/search-form'

export const loader = guarded({ access: 'public' }, ({ db, ctx, query }) => {
  const sought = { words: (query.get('q') ?? '').slice(0, 200), place: (query.get('place') ?? '').slice(0, 100), category: (query.get('category') ?? '').slice(0, 100) }
  return { title: ctx.i18n.t('Search'), sought, categories: searchableCategories(db), ...find(db, { ...sought, asked: query }) }
})

export default function Search() {
  const i18n = useI18n()
  const { title, sought, categories, category, businesses, offers } = useLoaderData<typeof loader>()
  const nothing = businesses.length === 0 && offers.length === 0
  return (
    <>
      <header className="stack">
        <h1>{title}</h1>
        <SearchForm words={sought.words} place={sought.place} category={category?.slug ?? ''} categories={categories} filters={category?.filters ?? []} />
      </header>
      {nothing && (
        <EmptyState title={i18n.t('Nothing matches')} actions={<Button href="/search">{i18n.t('All businesses')}</Button>}>
          <p>{i18n.t('Try fewer or other words, or leave the place empty.')}</p>
        </EmptyState>
      )}
      {offers.length > 0 && (
        <Section id="offers" title={i18n.t('{count, plural, one {# offer} other {# offers}}', { count: offers.length })}>
          <Offers offers={offers} />
        </Section>
      )}
      {businesses.length > 0 && (
        <Section id="businesses" title={i18n.t('{count, plural, one {# business} other {# businesses}}', { count: businesses.length })}>
          <BusinessList businesses={businesses} />
        </Section>
      )}
    </>
  )
}

function Offers({ offers }: { offers: readonly Offer[] }) {
  const i18n = useI18n()
  return (
    <PlainList
      flush
      items={offers.map((offer) => ({
        key: offer.id,
        content: (
          <div className="row ends base">
            <div className="stack tight">
              <h3 dir="auto">
                <a href={offer.href}>{offer.title}</a>
              </h3>
              <p className="soft" dir="auto">
                <Tag domain={offer.domain}>{offer.business}</Tag>
              </p>
            </div>
            {offer.priceMinor !== null && <p>{formatMoney(i18n.locale, offer.priceMinor, offer.currency)}</p>}
          </div>
        ),
      }))}
    />
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
