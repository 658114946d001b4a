import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { DayPartField, TimeWeek } from '~/core/schedules/index'
import { timesPage } from '~/core/schedules/index.server'
import { zonePlace } from '~/kernel/format'
import { guarded } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { FilterBar, FilterField } from '~/ui/filter-bar'
import { Notice } from '~/ui/notice'
import { Kicker, Spread } from '~/ui/page'
import { formatDuration, Time } from '~/ui/when'
import { shownProperty } from '../shown-property.server'
import { ViewingCard, viewingHref, ViewingSteps } from '../ui/viewing-parts'
import { offeredViewing } from '../viewing-step.server'
import { viewingTimes } from '../viewing-times.server'

export const handle = { step: 'when' }

export const loader = guarded({ access: 'business' }, ({ db, ctx, params, query, url }) => {
  const property = offeredViewing(db, ctx, params.property ?? '', url)
  return {
    title: ctx.i18n.t('Book a viewing: {title} – {business}', { title: property.listing.title, business: ctx.business.name }),
    property: shownProperty(ctx, property),
    minutes: property.viewing.minutes,
    page: timesPage(db, ctx, viewingTimes(db, ctx, property), query),
    path: url.pathname,
  }
})

export default function Viewing() {
  const i18n = useI18n()
  const { property, minutes, page, path } = useLoaderData<typeof loader>()
  const part: Readonly<Record<string, string>> = page.part === 'any' ? {} : { part: page.part }
  return (
    <div>
      <ViewingSteps property={property} start={null} at="when" />
      <Spread label={i18n.t('Your viewing')} sticky aside={<ViewingCard property={property} time={null} />}>
        <header className="stack tight">
          <Kicker>
            <span dir="auto">{property.business.name}</span>
          </Kicker>
          <h1>{i18n.t('When would you like to see it?')}</h1>
          <p className="soft">{i18n.t('A viewing takes {duration}. All times are {place} time.', { duration: formatDuration(i18n, minutes), place: zonePlace(property.zone) })}</p>
        </header>
        <FilterBar action={path} submit={i18n.t('Show times')}>
          <DayPartField part={page.part} />
          <FilterField name="from" label={i18n.t('Week of')} type="date" value={page.monday} min={page.first} />
        </FilterBar>
        <TimeWeek page={page} zone={property.zone} readerZone={property.readerZone} timeHref={(start) => viewingHref(property, start)} weekHref={(from) => `${path}?${new URLSearchParams({ from, ...part })}`} />
        <NextFree />
      </Spread>
    </div>
  )
}

function NextFree() {
  const i18n = useI18n()
  const { property, page } = useLoaderData<typeof loader>()
  const ask = <a href={`/b/${property.business.slug}/real-estate/${property.slug}/enquiry`}>{i18n.t('Ask about it')}</a>
  if (page.next === null) {
    return (
      <Notice tone="wait">
        <p>
          <strong>{i18n.t('Nobody is free to show it at the moment.')}</strong> {ask}
        </p>
      </Notice>
    )
  }
  return (
    <Notice icon="calendar">
      <p>
        {i18n.t('The next free time is')}{' '}
        <a href={viewingHref(property, page.next.start)}>
          <Time at={page.next.start} zone={property.zone} />
        </a>
      </p>
      <p>
        {i18n.t('None of these suits you?')} {ask}
      </p>
    </Notice>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? 'Guildhall' }]
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
