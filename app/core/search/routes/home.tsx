import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { guarded } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { Section } from '~/ui/page'
import { findBusinesses } from '../../businesses/index.server'
import { BusinessList } from '../ui/business-list'
import { SearchForm } from '../ui/search-form'

const shown = 12

export const loader = guarded({ access: 'public' }, ({ db, ctx }) => ({
  title: ctx.i18n.t('Guildhall, where people book'),
  about: ctx.i18n.t('Find a business near you and book in under a minute. No account needed.'),
  businesses: findBusinesses(db, { words: [], place: [], categoryIds: null }, null, shown).businesses,
}))

export default function Home() {
  const i18n = useI18n()
  const { about, businesses } = useLoaderData<typeof loader>()
  return (
    <>
      <header className="stack">
        <h1 className="display">{i18n.t('Who will see you this week?')}</h1>
        <p className="lede">{about}</p>
        <SearchForm />
      </header>
      {businesses.length > 0 && (
        <Section id="businesses" title={i18n.t('In the hall')} aside={<a href="/search">{i18n.t('All businesses')}</a>}>
          <BusinessList businesses={businesses} />
        </Section>
      )}
      <Section id="own" title={i18n.t('You have a business?')}>
        <div className="stack">
          <p>{i18n.t('Guildhall keeps your diary, takes bookings while you work, and reminds your customers.')}</p>
          <Actions>
            <Button href="/dashboard" variant="quiet">
              {i18n.t('Go to your business')}
            </Button>
          </Actions>
        </div>
      </Section>
    </>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => (data ? [{ title: data.title }, { name: 'description', content: data.about }] : [])
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
