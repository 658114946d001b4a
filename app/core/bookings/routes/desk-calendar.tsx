import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { formatDay } from '~/kernel/format'
import { addDays, localDateOf, mondayOf } from '~/kernel/time'
import { guarded } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { DayColumns } from '~/ui/calendar/day-columns'
import { WeekGrid } from '~/ui/calendar/week-grid'
import { Chips } from '~/ui/chips'
import { useDesk } from '~/ui/desk-context'
import { FilterBar, FilterSelect } from '~/ui/filter-bar'
import { Section, TitleLine } from '~/ui/page'
import { pageTitle } from '~/ui/page-title'
import { Stepper } from '~/ui/pager'
import { enabledDomains, storesOf } from '../../businesses/index.server'
import { blockable } from '../block-diary.server'
import { blockDraft } from '../block-draft.server'
import { calendarAddressIn, calendarHref, instantIn } from '../calendar-address'
import { calendarPage, calendarPeople, calendarZone } from '../calendar-days.server'
import { diaryOf } from '../diary.server'
import { tradeNames } from '../trade-words.server'
import { BlockForm } from '../ui/block-form'

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
  const { page, nonce, path, address } = data
  const views = (['week', 'day'] as const).map((view) => ({
    href: calendarHref(path, { ...address, view }),
    label: view === 'week' ? i18n.t('Week') : i18n.t('Day'),
    current: view === address.view ? ('page' as const) : undefined,
  }))
  return (
    <>
      <TitleLine {...headingOf(i18n, data)}>
        <Actions small>
          <Chips label={i18n.t('View')} chips={views} />
          <Button variant="quiet" href={`${path}/feeds`}>
            {i18n.t('Subscribe')}
          </Button>
        </Actions>
      </TitleLine>
      <div className="title-line">
        <Filters data={data} />
        <Steps data={data} />
      </div>
      {page.people && page.people.length === 0 && <p className="soft">{i18n.t('Nobody works here yet. Add people, and each has a column.')}</p>}
      {page.people && page.people.length > 0 && <DayColumns nonce={nonce} shown={page.shown} people={page.people} now={page.now} />}
      {page.days && <WeekGrid nonce={nonce} shown={page.shown} days={page.days} now={page.now} />}
      <BlockHere data={data} />
    </>
  )
}

type I18n = ReturnType<typeof useI18n>

function headingOf(i18n: I18n, { address: { view, date }, today }: Data) {
  const { locale } = i18n
  if (view === 'week') {
    const monday = mondayOf(date)
    return { kicker: i18n.t('Week'), title: weekName(locale, monday, 'date') }
  }
  const weekday = formatDay(locale, date, 'weekdayName')
  return { kicker: date === today ? i18n.t('{weekday}, today', { weekday }) : weekday, title: <time dateTime={date}>{formatDay(locale, date, 'date')}</time> }
}

/** "23–29 November 2026", or "30 Nov – 6 Dec" where the month changes. */
function weekName(locale: string, monday: string, style: 'day' | 'date'): string {
  const sunday = addDays(monday, 6)
  if (monday.slice(0, 7) === sunday.slice(0, 7)) return `${formatDay(locale, monday, 'dayOfMonth')}–${formatDay(locale, sunday, style)}`
  return `${formatDay(locale, monday, 'day')} – ${formatDay(locale, sunday, style)}`
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

function Steps({ data: { path, address, today } }: { data: Data }) {
  const i18n = useI18n()
  const days = address.view === 'week' ? 7 : 1
  const step = (by: number) => {
    const date = addDays(address.date, by)
    const monday = mondayOf(date)
    const label = days === 1 ? formatDay(i18n.locale, date, 'short') : weekName(i18n.locale, monday, 'day')
    return { href: calendarHref(path, { ...address, date }), label }
  }
  return (
    <Stepper label={days === 1 ? i18n.t('Days') : i18n.t('Weeks')} earlier={step(-days)} later={step(days)}>
      {address.date !== today && (
        <Button variant="quiet" href={calendarHref(path, { ...address, date: today })}>
          {i18n.t('Today')}
        </Button>
      )}
    </Stepper>
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
