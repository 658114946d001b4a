import type { I18n } from '@lingui/core'
import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { formatDateTime, formatRange, formatTime, formatTimeRange } from '~/kernel/format'
import { never } from '~/kernel/result'
import { formatTime as minutesText, isLocalDate, localDateOf, parseInstant, parseTime, resolve, wallClock } from '~/kernel/time'
import { notFound } from '~/platform/answers.server'
import { guarded } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Button } from '~/ui/button'
import { FilterBar, FilterField, FilterSelect } from '~/ui/filter-bar'
import { Notice } from '~/ui/notice'
import { Breadcrumb, Section, TitleLine } from '~/ui/page'
import { pageTitle } from '~/ui/page-title'
import { PlainList } from '~/ui/plain-list'
import { staffFor, storeFor } from '../who-and-where.server'
import { serviceById } from '../queries.server'
import { whyNotFree, type InTheWay } from '../why-not-free.server'

export const loader = guarded({ access: { needs: 'appointments.manage' } }, ({ db, ctx, params, query, url }) => {
  const { i18n } = ctx
  const service = serviceById(db, ctx.businessId, params.service ?? '') ?? notFound(i18n.t('There is no such service here.'))
  const store = storeFor(service, query.get('store')) ?? notFound(i18n.t('This is not to be had at that place.'))
  const staff = staffFor(service, query.get('staff')) ?? notFound(i18n.t('Nobody of that name offers this.'))
  const start = startIn(query, store.timeZone)
  const base = `/dashboard/${ctx.business.slug}`
  const rows = start === null ? null : whyNotFree(db, ctx, service, { store, staff }, start)
  const shown = start ?? ctx.now
  return {
    title: i18n.t('Why is this time not free?'),
    service: { id: service.listing.id, title: service.listing.title },
    base,
    path: url.pathname,
    staff: query.get('staff') ?? '',
    people: service.staffChoice === 'places' ? [] : service.staff.map(({ id, name }) => ({ value: id, label: name })),
    date: localDateOf(shown, store.timeZone),
    time: minutesText(wallClock(shown, store.timeZone).minute),
    when: start === null ? null : formatDateTime(i18n.locale, store.timeZone, start),
    rows: rows?.map((row) => ({ sentence: sentenceOf(i18n, store.timeZone, row), href: hrefOf(base, row) })) ?? null,
  }
})

/** `?start=` as everywhere, or the two fields of this page's form. */
function startIn(query: URLSearchParams, zone: string): number | null {
  const minutes = parseTime(query.get('time') ?? '')
  const date = query.get('date') ?? ''
  return parseInstant(query.get('start') ?? '') ?? (minutes !== null && isLocalDate(date) ? resolve(date, minutes, zone) : null)
}

export default function Why() {
  const i18n = useI18n()
  const { title, service, base, path, staff, people, date, time, when, rows } = useLoaderData<typeof loader>()
  return (
    <>
      <Breadcrumb href={`${base}/appointments/services/${service.id}`} label={service.title} nav={i18n.t('Back')} />
      <TitleLine title={title} kicker={service.title} />
      <FilterBar action={path} submit={i18n.t('Show why')}>
        <FilterField name="date" type="date" label={i18n.t('Day')} value={date} />
        <FilterField name="time" type="time" label={i18n.t('Time')} value={time} />
        {people.length > 1 && <FilterSelect name="staff" label={i18n.t('With')} value={staff} options={[{ value: '', label: i18n.t('Anyone') }, ...people]} />}
      </FilterBar>
      {rows && rows.length === 0 && (
        <Notice tone="good">
          <p>
            <strong>{i18n.t('{when} is free: customers can book it.', { when: when ?? '' })}</strong>
          </p>
        </Notice>
      )}
      {rows && rows.length > 0 && (
        <Section id="rows" title={i18n.t('In the way of {when}', { when: when ?? '' })} after>
          <PlainList
            flush
            items={rows.map(({ sentence, href }, index) => ({
              key: String(index),
              content: (
                <p className="row ends base">
                  <span>{sentence}</span>
                  {href && (
                    <Button variant="quiet" href={href}>
                      {i18n.t('See it')}
                      <span className="sr">{`: ${sentence}`}</span>
                    </Button>
                  )}
                </p>
              ),
            }))}
          />
        </Section>
      )}
    </>
  )
}

function sentenceOf(i18n: I18n, zone: string, row: InTheWay): string {
  const { locale } = i18n
  switch (row.kind) {
    case 'past':
      return i18n.t('It is in the past.')
    case 'too-soon':
      return i18n.t('The notice that this service needs: customers can book from {time} on.', { time: formatDateTime(locale, zone, row.earliest) })
    case 'too-far':
      return i18n.t('The window of this service: customers can book until {time}.', { time: formatDateTime(locale, zone, row.latest) })
    case 'nobody':
      return i18n.t('Nobody offers this service.')
    case 'closed':
      return closedSentence(i18n, zone, row)
    case 'off-grid':
      return i18n.t('No visit with {who} begins then; the nearest beginnings are {times}.', {
        who: row.who,
        times: row.nearest.map((start) => formatTime(locale, zone, start)).join(', ') || '–',
      })
    case 'booked':
      return i18n.t('{who} is booked: {title}, {customer}, {time}, with what is kept free around it.', {
        who: row.who,
        title: row.entry.title,
        customer: row.entry.contactName,
        time: formatTimeRange(locale, zone, row.entry.startsAt, row.entry.endsAt),
      })
    case 'blocked':
      return i18n.t('{who} is blocked: {reason}, {time}.', { who: row.who, reason: row.block.reason ?? '', time: formatRange(locale, zone, row.block.startsAt, row.block.endsAt) })
    case 'capacity':
      return i18n.t('{who} holds {capacity, plural, =0 {nobody} one {# person} other {# people}} then, by a change of that date.', { who: row.who, capacity: row.capacity })
    default:
      return never(row)
  }
}

function closedSentence(i18n: I18n, zone: string, { who, open, exception }: InTheWay & { kind: 'closed' }): string {
  const hours = open.map(({ start, end }) => formatTimeRange(i18n.locale, zone, start, end)).join(', ')
  if (exception?.reason) return i18n.t('{who} has other hours on that date ({reason}): {hours}.', { who, reason: exception.reason, hours: hours || i18n.t('closed') })
  if (exception) return i18n.t('{who} has other hours on that date: {hours}.', { who, hours: hours || i18n.t('closed') })
  return hours === '' ? i18n.t('{who} is closed on that weekday.', { who }) : i18n.t('{who} is open {hours}, and the visit must fit in.', { who, hours })
}

function hrefOf(base: string, row: InTheWay): string | null {
  switch (row.kind) {
    case 'booked':
      return `${base}/bookings/${row.entry.reference}`
    case 'blocked':
      return `${base}/blocks/${row.block.id}/removal`
    case 'closed':
      return `${base}/hours/${row.ownerId}`
    default:
      return null
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
