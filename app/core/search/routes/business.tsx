import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { notFound } from '~/platform/answers.server'
import { guarded } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Button } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { Kicker, Section, Spread } from '~/ui/page'
import { Picture } from '~/ui/picture'
import { Portrait } from '~/ui/portrait'
import { businessPage, type BusinessPage } from '../business-page.server'
import { OpenNow, StoreCard } from '../ui/store-card'
import { OfferSection } from '../ui/offer-section'

export const loader = guarded({ access: 'business' }, ({ db, ctx }) => {
  const page = businessPage(db, ctx)
  if (!page) notFound(ctx.i18n.t('We know no business at this address.'), { href: '/search', label: ctx.i18n.t('Find a business') })
  return page
})

export default function Business() {
  const i18n = useI18n()
  const { business, stores, people, policy, sections } = useLoaderData<typeof loader>()
  const [main] = stores
  const [first] = sections
  return (
    <article className="stack loose">
      <header className="stack">
        {business.cover && <Picture image={business.cover} sizes="(width < 80rem) 100vw, 80rem" cover />}
        <div className="row ends">
          <div className={business.logo ? 'leaf' : undefined}>
            {business.logo && (
              <span className="logo">
                <Picture image={business.logo} sizes="4rem" square />
              </span>
            )}
            <div className="stack tight">
              {business.kicker && <Kicker>{business.kicker}</Kicker>}
              <h1 className="display" dir="auto">
                {business.name}
              </h1>
              <CategoryLinks />
              {main && <OpenNow opening={main.opening} />}
            </div>
          </div>
          {first && (
            <p className="actions">
              <Button href={`#${first.domain}`}>{i18n.t('See what you can book')}</Button>
            </p>
          )}
        </div>
      </header>
      <Spread label={i18n.t('Hours and place')} aside={stores.map((store) => <StoreCard key={store.id} store={store} named={stores.length > 1} fallbackPhone={business.phone} />)}>
        {business.about && (
          <p className="lede" dir="auto">
            {business.about}
          </p>
        )}
        {sections.map((section) => (
          <OfferSection key={section.domain} section={section} currency={business.currency} tax={main} />
        ))}
        {sections.length === 0 && (
          <EmptyState title={i18n.t('Nothing to book here yet')} actions={<Button href="/search">{i18n.t('Find another business')}</Button>}>
            <p>{i18n.t('{name} takes no bookings on this page at the moment. Ring them, or come back later.', { name: business.name })}</p>
          </EmptyState>
        )}
        {people.length > 0 && <People people={people} />}
        {sections.length > 0 && (
          <Section id="plans" title={i18n.t('If plans change')}>
            <p>{policy.join(' ')}</p>
          </Section>
        )}
      </Spread>
    </article>
  )
}

function CategoryLinks() {
  const { categories } = useLoaderData<typeof loader>()
  if (categories.length === 0) return null
  return (
    <p className="row soft">
      {categories.map(({ slug, title }) => (
        <a key={slug} href={`/search?category=${slug}`} dir="auto">
          {title}
        </a>
      ))}
    </p>
  )
}

function People({ people }: { people: BusinessPage['people'] }) {
  const i18n = useI18n()
  return (
    <Section id="people" title={i18n.t('Who you will meet')}>
      <ul className="columns">
        {people.map((person) => (
          <li className="leaf" key={person.id}>
            <Portrait name={person.name} image={person.portrait} />
            <div dir="auto">
              <h3>{person.name}</h3>
              {(person.title ?? person.bio) && <p className="soft">{[person.title, person.bio].filter(Boolean).join('. ')}</p>}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return [{ title: 'Guildhall' }]
  const { name, kicker, about } = data.business
  return [{ title: kicker ? `${name} – ${kicker}` : name }, { name: 'description', content: about ?? kicker ?? name }]
}
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
