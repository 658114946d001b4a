import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { formatDay } from '~/kernel/format'
import { guarded } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Chips } from '~/ui/chips'
import { EmptyState } from '~/ui/empty-state'
import { FilterBar, FilterField, FilterSelect } from '~/ui/filter-bar'
import { Section, TitleLine } from '~/ui/page'
import { pageTitle } from '~/ui/page-title'
import { PlainList } from '~/ui/plain-list'
import { ActivityList } from '../../bookings/index'
import type { Activity } from '../../bookings/index.server'
import { analytics, lately, type Analytics } from '../analytics-page.server'
import { askedIn } from '../asked'
import { commonRanges, type AskedRange } from '../range'
import { DomainTable, MainFigures, PartTable, StatusTable } from '../ui/analytics-parts'
import { Charts } from '../ui/charts'

const mostShown = 10

export const loader = guarded({ access: { needs: 'analytics.read' } }, ({ db, ctx, query }) => ({
  title: ctx.i18n.t('Analytics'),
  lately: lately(db, ctx, askedIn(ctx, query)),
  base: `/dashboard/${ctx.business.slug}`,
  shown: analytics(db, ctx, askedIn(ctx, query)),
}))

export default function AnalyticsPage() {
  const i18n = useI18n()
  const { title, base, shown, lately } = useLoaderData<typeof loader>()
  const { asked, before, currency } = shown
  const span = ({ from, to }: { from: string; to: string }) => `${formatDay(i18n.locale, from, 'date')} – ${formatDay(i18n.locale, to, 'date')}`
  const nothing = shown.views.now === 0 && shown.byStatus.every(({ bookings }) => bookings === 0)
  return (
    <>
      <TitleLine title={title} kicker={i18n.t('{these}, against {before}', { these: span(asked), before: span(before) })} />
      <Filters shown={shown} base={base} />
      {nothing ? (
        <EmptyState title={i18n.t('No bookings begin in these days, and nobody looked')}>
          <p>{i18n.t('Choose other days, or all domains and stores.')}</p>
        </EmptyState>
      ) : (
        <>
          <Section id="figures" title={i18n.t('Figures')} after>
            <MainFigures shown={shown} base={base} />
            <p className="soft fine">{i18n.t('A booking counts on the day on which it begins. Revenue is the price of bookings that took place or still will, taxes included, whether it is paid already or not.')}</p>
            <p className="soft fine">{i18n.t('A view is somebody’s look at a listing’s page, without members of the business and machines. The rate is bookings for each hundred views. A listing of two stores counts as seen at both.')}</p>
          </Section>
          <Charts shown={shown} />
          <Section id="parts" title={i18n.t('In detail')} after>
            <div className="stack loose">
              <StatusTable shown={shown} base={base} />
              <DomainTable shown={shown} />
              {shown.byStore.length > 1 && <PartTable caption={i18n.t('By store')} heading={i18n.t('Store')} rows={shown.byStore} currency={currency} />}
              {shown.byListing.length > 0 && <PartTable caption={i18n.t('By listing, the most revenue first')} heading={i18n.t('Listing')} rows={shown.byListing.slice(0, mostShown)} currency={currency} />}
              {shown.mostBooked.length > 1 && <PartTable caption={i18n.t('Most booked listings')} heading={i18n.t('Listing')} rows={shown.mostBooked} currency={currency} />}
            </div>
          </Section>
        </>
      )}
      <Lately rows={lately} shown={shown} base={base} />
      <Listings shown={shown} />
      <Files shown={shown} base={base} />
    </>
  )
}

function Filters({ shown: { asked, trades, stores, today }, base }: { shown: Analytics; base: string }) {
  const i18n = useI18n()
  const ranges = commonRanges(today)
  const chip = (label: string, range: AskedRange) => ({
    label,
    href: `${base}/analytics?${addressOf({ ...asked, from: range.from, to: range.to, step: range.step })}`,
    current: range.from === asked.from && range.to === asked.to ? (true as const) : undefined,
  })
  return (
    <div className="stack">
      <Chips label={i18n.t('Period')} chips={[chip(i18n.t('Last four weeks'), ranges.weeks), chip(i18n.t('This month'), ranges.month), chip(i18n.t('This year'), ranges.year), chip(i18n.t('Last year'), ranges.lastYear)]} />
      <FilterBar action={`${base}/analytics`}>
        <FilterField name="from" label={i18n.t('From')} type="date" value={asked.from} />
        <FilterField name="to" label={i18n.t('To')} type="date" value={asked.to} />
        <FilterSelect name="by" label={i18n.t('By')} value={asked.step} options={[{ value: 'day', label: i18n.t('Day') }, { value: 'week', label: i18n.t('Week') }, { value: 'month', label: i18n.t('Month') }, { value: 'year', label: i18n.t('Year') }]} />
        {trades.length > 1 && <FilterSelect name="domain" label={i18n.t('Domain')} value={asked.domain} options={[{ value: '', label: i18n.t('All domains') }, ...trades.map(({ domain, label }) => ({ value: domain, label }))]} />}
        {stores.length > 1 && <FilterSelect name="store" label={i18n.t('Store')} value={asked.store} options={[{ value: '', label: i18n.t('All stores') }, ...stores.map(({ id, name }) => ({ value: id, label: name }))]} />}
      </FilterBar>
    </div>
  )
}

function Lately({ rows, shown: { asked, currency, zone }, base }: { rows: readonly Activity[]; shown: Analytics; base: string }) {
  const i18n = useI18n()
  if (rows.length === 0) return null
  const all = `${base}/analytics/activity${asked.domain ? `?domain=${asked.domain}` : ''}`
  return (
    <Section id="lately" title={i18n.t('Recent activity')} after aside={<p><a href={all}>{i18n.t('All activity')}</a></p>}>
      <ActivityList rows={rows} zone={zone} currency={currency} />
    </Section>
  )
}

function Listings({ shown: { listings } }: { shown: Analytics }) {
  const i18n = useI18n()
  if (listings.length === 0) return null
  return (
    <Section id="listings" title={i18n.t('Listings')} after>
      <PlainList fine items={listings.map(({ domain, name, all, active }) => ({ key: domain, content: i18n.t('{domain}: {active} active of {all}', { domain: name, active, all }) }))} />
    </Section>
  )
}

function Files({ shown: { asked }, base }: { shown: Analytics; base: string }) {
  const i18n = useI18n()
  const names = { periods: i18n.t('By period'), domains: i18n.t('By domain'), stores: i18n.t('By store'), listings: i18n.t('By listing') }
  const chips = Object.entries(names).map(([table, label]) => ({ label, icon: 'download' as const, href: `${base}/analytics/${table}.csv?${addressOf(asked)}` }))
  return (
    <Section id="files" title={i18n.t('Download as CSV')} after>
      <Chips label={i18n.t('Download as CSV')} chips={chips} />
    </Section>
  )
}

function addressOf({ from, to, step, domain, store }: Analytics['asked']): string {
  return new URLSearchParams({ from, to, by: step, ...(domain ? { domain } : {}), ...(store ? { store } : {}) }).toString()
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
