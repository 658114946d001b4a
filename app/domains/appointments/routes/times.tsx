import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { together } from '~/core/bookings/index'
import { DayPartField, TimeWeek } from '~/core/schedules/index'
import { timesPage } from '~/core/schedules/index.server'
import { zonePlace } from '~/kernel/format'
import { guarded } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { FilterBar, FilterField, FilterSelect } from '~/ui/filter-bar'
import { Notice } from '~/ui/notice'
import { Kicker, Spread } from '~/ui/page'
import { formatDuration, Time } from '~/ui/when'
import { askedVisit, withFirst } from '../offered.server'
import { timesOf } from '../open-visits.server'
import { mayAdd } from '../services-to-add.server'
import { shownVisit } from '../shown-visit.server'
import { BookingSteps } from '../ui/booking-steps'
import { PeopleFilters } from '../ui/people-filters'
import { bookHref, byPerson, stepHref } from '../ui/visit-hrefs'
import { VisitCard } from '../ui/visit-card'
import { ZoneForm } from '../ui/zone-form'
import { choosesPerson, staffOfAll } from '../who-and-where.server'

export const handle = { step: 'when' }

export const loader = guarded({ access: 'business' }, ({ db, ctx, params, query, url }) => {
  const visit = withFirst(askedVisit(db, ctx, { slug: params.service ?? '', query, url }))
  const services = visit.parts.map(({ service }) => service)
  return {
    title: ctx.i18n.t('Choose a time: {service} – {business}', { service: together(ctx.i18n, services.map(({ listing }) => listing.title)), business: ctx.business.name }),
    visit: shownVisit(db, ctx, visit, null),
    adds: mayAdd(db, ctx, visit),
    people: services.map((service) => (choosesPerson(service) ? service.staff.map(({ slug, name }) => ({ value: slug, label: name })) : [])),
    /** Whether one person could do all of several. */
    oneCan: services.filter(({ staffChoice }) => staffChoice !== 'places').length > 1 && staffOfAll(services).length > 0,
    stores: visit.stores.map(({ code, name, city }) => ({ value: code, label: `${name}, ${city}` })),
    page: timesPage(db, ctx, timesOf(db, ctx, visit), query),
    here: url.pathname + url.search,
  }
})

export default function Times() {
  const i18n = useI18n()
  const { visit, page, here, adds } = useLoaderData<typeof loader>()
  const { business, store, parts, minutes } = visit
  const part: Readonly<Record<string, string>> = page.part === 'any' ? {} : { part: page.part }
  const about = { service: together(i18n, parts.map(({ title }) => title)), duration: formatDuration(i18n, minutes), place: zonePlace(store.zone) }
  return (
    <div>
      <BookingSteps visit={visit} at="when" />
      <Spread label={i18n.t('Your visit')} sticky aside={<VisitCard visit={visit} adds={adds} />}>
        <header className="stack tight">
          <Kicker>
            <span dir="auto">{business.name}</span>
          </Kicker>
          <h1>{i18n.t('When would you like to come?')}</h1>
          <p className="soft">
            {parts.length > 1
              ? i18n.t('{service}, one after the other, take {duration}. All times are {place} time.', about)
              : i18n.t('{service} takes {duration}. All times are {place} time.', about)}
          </p>
        </header>
        <Filters />
        <TimeWeek
          page={page}
          zone={store.zone}
          readerZone={visit.readerZone}
          timeHref={(start, person) => bookHref(byPerson(visit, person), start)}
          weekHref={(from) => stepHref(visit, 'times', { from, ...part })}
        />
        <NextFree />
        <ZoneForm storeZone={store.zone} readerZone={visit.readerZone} here={here} />
      </Spread>
    </div>
  )
}

function Filters() {
  const i18n = useI18n()
  const { visit, page, people, oneCan, stores } = useLoaderData<typeof loader>()
  return (
    <FilterBar action={`/b/${visit.business.slug}/appointments/${visit.service.slug}/times`} submit={i18n.t('Show times')}>
      {stores.length > 1 && <FilterSelect name="store" label={i18n.t('Where')} value={visit.store.code} options={stores} />}
      <PeopleFilters visit={visit} people={people} oneCan={oneCan} />
      <DayPartField part={page.part} />
      <FilterField name="from" label={i18n.t('Week of')} type="date" value={page.monday} min={page.first} />
    </FilterBar>
  )
}

function NextFree() {
  const i18n = useI18n()
  const { visit, page } = useLoaderData<typeof loader>()
  const { store } = visit
  const ring = store.phone && (
    <p>
      {i18n.t('None of these suits you?')} <a href={`tel:${store.phone.replaceAll(/[^\d+]/g, '')}`}>{i18n.t('Ring {phone}', { phone: store.phone })}</a>
    </p>
  )
  if (page.next === null) {
    return (
      <Notice tone="wait">
        <p>
          <strong>{i18n.t('Nothing is free at the moment.')}</strong> {i18n.t('Try somebody else, or look again tomorrow: visits are moved and cancelled every day.')}
        </p>
        {ring}
      </Notice>
    )
  }
  return (
    <Notice icon="calendar">
      <p>
        <strong>{i18n.t('In a hurry?')}</strong> {i18n.t('The next free time is')}{' '}
        <a href={bookHref(byPerson(visit, page.next.person), page.next.start)}>
          <Time at={page.next.start} zone={store.zone} />
        </a>
      </p>
      {ring}
    </Notice>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? 'Guildhall' }]
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
