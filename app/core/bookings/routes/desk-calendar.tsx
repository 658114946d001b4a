import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { formatDay } from '~/kernel/format'
import { localDateOf } from '~/kernel/time'
import { guarded } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { AgendaList } from '~/ui/calendar/agenda-list'
import { DayColumns } from '~/ui/calendar/day-columns'
import { MonthTable } from '~/ui/calendar/month-table'
import { WeekGrid } from '~/ui/calendar/week-grid'
import { useDesk } from '~/ui/desk-context'
import { FilterBar, FilterSelect } from '~/ui/filter-bar'
import { Section, TitleLine } from '~/ui/page'
import { pageTitle } from '~/ui/page-title'
import { enabledDomains, storesOf } from '../../businesses/index.server'
import { blockable } from '../block-diary.server'
import { blockDraft } from '../block-draft.server'
import { calendarAddressIn, calendarHref, instantIn } from '../calendar-address'
import { calendarPage, calendarPeople, calendarZone } from '../calendar-days.server'
import { diaryOf } from '../diary.server'
import { tradeNames } from '../trade-words.server'
import { BlockForm } from '../ui/block-form'
import { calendarHeading, CalendarSteps, CalendarViews } from '../ui/calendar-frame'

export const loader = guarded({ access: { needs: 'bookings.read' } }, ({ db, ctx, query, nonce, url }) => {
  const { i18n, businessId, member, now } = ctx
  const diary = diaryOf(member)
  const zone = calendarZone(db, ctx, query.get('store') ?? '')
  const asked = calendarAddressIn(query, localDateOf(now, zone))
  const address = diary === null ? asked : { ...asked, staff: diary || 'nobody' }
  const trades = tradeNames(ctx)
  const at = instantIn(query)
  const who = query.get('who') ?? address.staff
  return {
    title: i18n.t('Calendar'),
    nonce,
    path: url.pathname,
    base: `/dashboard/${ctx.business.slug}`,
    address,
    today: localDateOf(now, zone),
    page: calendarPage(db, ctx, address),
    choices: {
      staff: diary === null ? [{ value: '', label: i18n.t('Everybody') }, ...calendarPeople(db, ctx, null).map(({ id, name }) => ({ value: id, label: name }))] : [],
      stores: [{ value: '', label: i18n.t('Everywhere') }, ...storesOf(db, businessId).map(({ id, name }) => ({ value: id, label: name }))],
      domains: [{ value: '', label: i18n.t('All') }, ...enabledDomains(db, businessId).map((domain) => ({ value: domain, label: trades[domain] ?? domain }))],
    },
    block: member.may('calendar.block') ? { who: blockable(db, ctx), draft: blockDraft({ zone, who, store: address.store, at, date: address.date, now }) } : null,
    bookHere: at === null ? null : new URLSearchParams({ at: query.get('at') ?? '', ...(who && { staff: who }) }).toString(),
  }
})

type Data = ReturnType<typeof useLoaderData<typeof loader>>

export default function Calendar() {
  const i18n = useI18n()
  const data = useLoaderData<typeof loader>()
  return (
    <>
      <TitleLine {...calendarHeading(i18n, data)}>
        <Actions small>
          <CalendarViews {...data} />
          <Button variant="quiet" href={`${data.path}/feeds`}>
            {i18n.t('Subscribe')}
          </Button>
        </Actions>
      </TitleLine>
      <div className="title-line">
        <Filters data={data} />
        <CalendarSteps {...data} />
      </div>
      <Shown data={data} />
      <BlockHere data={data} />
    </>
  )
}

function Shown({ data: { page, nonce, path, address } }: { data: Data }) {
  const i18n = useI18n()
  if (page.view === 'month') return <MonthTable caption={formatDay(i18n.locale, address.date, 'month')} weeks={page.weeks} />
  if (page.view === 'agenda') return <AgendaList days={page.days} />
  const { shown, now, bars: items, moreBars } = page
  const more = { count: moreBars, href: calendarHref(path, { ...address, view: 'agenda' }) }
  const bars = items.length === 0 ? undefined : { label: i18n.t('For days'), items, more }
  if (page.view === 'week') return <WeekGrid nonce={nonce} shown={shown} days={page.days} bars={bars} now={now} />
  if (page.people.length > 0) return <DayColumns nonce={nonce} shown={shown} people={page.people} bars={bars} now={now} />
  return <p className="soft">{i18n.t('Nobody works here yet. Add people, and each has a column.')}</p>
}

function Filters({ data: { path, address, choices } }: { data: Data }) {
  const i18n = useI18n()
  const shown = [
    choices.domains.length > 2 && <FilterSelect key="domain" name="domain" label={i18n.t('Domain')} value={address.domain} options={choices.domains} />,
    choices.staff.length > 2 && <FilterSelect key="staff" name="staff" label={i18n.t('Who')} value={address.staff} options={choices.staff} />,
    choices.stores.length > 2 && <FilterSelect key="store" name="store" label={i18n.t('Where')} value={address.store} options={choices.stores} />,
  ].filter((field) => field !== false)
  if (shown.length === 0) return null
  return (
    <FilterBar action={path} submit={i18n.t('Show')} keep={{ view: address.view, date: address.date }}>
      {shown}
    </FilterBar>
  )
}

function BlockHere({ data: { block, base, bookHere } }: { data: Data }) {
  const i18n = useI18n()
  const bookings = useDesk().quickActions.filter(({ takesTime, href }) => takesTime && href !== `${base}/blocks`)
  if (!block || block.who.length === 0) return null
  return (
    <Section id="block" title={bookHere ? i18n.t('Book or block this time') : i18n.t('Block time')} after>
      <div className="stack">
        {bookHere && bookings.length > 0 && (
          <Actions small>
            {bookings.map(({ href, label, icon }) => (
              <Button key={href} href={`${href}?${bookHere}`} icon={icon}>
                {label}
              </Button>
            ))}
          </Actions>
        )}
        <BlockForm action={`${base}/blocks`} who={block.who} draft={block.draft} />
      </div>
    </Section>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
