import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { zonePlace } from '~/kernel/format'
import { guarded } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { FilterBar, FilterField, FilterSelect } from '~/ui/filter-bar'
import { Notice } from '~/ui/notice'
import { Kicker, Spread } from '~/ui/page'
import { formatDuration, Time } from '~/ui/when'
import { offeredService, wantedOrFirst } from '../offered.server'
import { shownVisit } from '../shown-visit.server'
import { timesPage } from '../times-page.server'
import { BookingSteps } from '../ui/booking-steps'
import { DayPartField } from '../ui/day-part-field'
import { TimeWeek } from '../ui/time-week'
import { bookHref, stepHref } from '../ui/visit-hrefs'
import { VisitCard } from '../ui/visit-card'
import { ZoneForm } from '../ui/zone-form'

export const handle = { step: 'when' }

export const loader = guarded({ access: 'business' }, ({ db, ctx, params, query, url }) => {
  const service = offeredService(db, ctx, params.service ?? '', url)
  const wanted = wantedOrFirst(ctx, service, query)
  const chooses = service.staffChoice === 'may' || service.staffChoice === 'must'
  return {
    title: ctx.i18n.t('Choose a time: {service} – {business}', { service: service.listing.title, business: ctx.business.name }),
    visit: shownVisit(db, ctx, service, wanted, null),
    people: chooses ? service.staff.map(({ slug, name }) => ({ value: slug, label: name })) : [],
    stores: service.stores.map(({ code, name, city }) => ({ value: code, label: `${name}, ${city}` })),
    page: timesPage(db, ctx, service, wanted, query),
    here: url.pathname + url.search,
  }
})

export default function Times() {
  const i18n = useI18n()
  const { visit, page, here } = useLoaderData<typeof loader>()
  const { business, service, store } = visit
  const part: Readonly<Record<string, string>> = page.part === 'any' ? {} : { part: page.part }
  return (
    <div>
      <BookingSteps visit={visit} at="when" />
      <Spread label={i18n.t('Your visit')} sticky aside={<VisitCard visit={visit} />}>
        <header className="stack tight">
          <Kicker>
            <span dir="auto">{business.name}</span>
          </Kicker>
          <h1>{i18n.t('When would you like to come?')}</h1>
          <p className="soft">
            {i18n.t('{service} takes {duration}. All times are {place} time.', {
              service: service.title, duration: formatDuration(i18n, service.minutes), place: zonePlace(store.zone),
            })}
          </p>
        </header>
        <Filters />
        <TimeWeek
          page={page}
          zone={store.zone}
          readerZone={visit.readerZone}
          timeHref={(start) => bookHref(visit, start)}
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
  const { visit, page, people, stores } = useLoaderData<typeof loader>()
  const anyone = visit.service.staffChoice === 'must' ? [] : [{ value: '', label: i18n.t('Anyone') }]
  return (
    <FilterBar action={`/b/${visit.business.slug}/appointments/${visit.service.slug}/times`} submit={i18n.t('Show times')}>
      {stores.length > 1 && <FilterSelect name="store" label={i18n.t('Where')} value={visit.store.code} options={stores} />}
      {people.length > 1 && <FilterSelect name="staff" label={i18n.t('With whom')} value={visit.person?.slug ?? ''} options={[...anyone, ...people]} />}
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
        <a href={bookHref(visit, page.next)}>
          <Time at={page.next} zone={store.zone} />
        </a>
      </p>
      {ring}
    </Notice>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? 'Guildhall' }]
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
