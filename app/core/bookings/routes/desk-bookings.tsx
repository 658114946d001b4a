import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { formatDateTime, formatDay, formatMoney, formatNumber } from '~/kernel/format'
import { localDateOf } from '~/kernel/time'
import type { Db } from '~/platform/database.server'
import { guarded, type MemberCtx } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Badge, Tag } from '~/ui/badge'
import { BulkBar } from '~/ui/bulk-bar'
import { Actions, Button } from '~/ui/button'
import { DataTable, type Column } from '~/ui/data-table'
import { useDesk } from '~/ui/desk-context'
import { EmptyState } from '~/ui/empty-state'
import { FilterBar, FilterField, FilterSelect } from '~/ui/filter-bar'
import { Icon } from '~/ui/icon'
import { TitleLine } from '~/ui/page'
import { pageTitle } from '~/ui/page-title'
import { Pager } from '~/ui/pager'
import { Time } from '~/ui/when'
import { enabledDomains, staffOf, storesOf } from '../../businesses/index.server'
import { listingById } from '../../listings/index.server'
import { sessionById } from '../../sessions/index.server'
import { diaryOf } from '../diary.server'
import { addressIn, cursorIn, filtersOf, isNarrowed, listHref, type ListAddress } from '../list-address'
import { bookingsPage, mostInFile, type ListedBooking } from '../list.server'
import { paymentStates } from '../model/payment-states'
import { bookingStatuses, mayBecome } from '../model/states'
import { chosenField, listField } from '../selection'
import { tradeNames } from '../trade-words.server'
import { paymentName, statusName } from '../words'

export const loader = guarded({ access: { needs: 'bookings.read' } }, ({ db, ctx, query, url }) => {
  const { i18n, businessId, member, business } = ctx
  const address = addressIn(query)
  const diary = diaryOf(member)
  const cursor = cursorIn(query)
  const page = bookingsPage(db, ctx, filtersOf(address, diary), cursor)
  const manages = member.may('bookings.manage')
  const trades = tradeNames(ctx)
  const all = { value: '', label: i18n.t('All') }
  const choices = {
    domains: [all, ...enabledDomains(db, businessId).map((domain) => ({ value: domain, label: trades[domain] ?? domain }))],
    payments: [all, ...paymentStates.map((state) => ({ value: state, label: paymentName(i18n, state) }))],
    statuses: [all, ...bookingStatuses.map((status) => ({ value: status, label: statusName(i18n, status).label }))],
    staff: diary === null ? [{ value: '', label: i18n.t('Everybody') }, ...staffOf(db, businessId).map(({ id, name }) => ({ value: id, label: name }))] : [],
    stores: [all, ...storesOf(db, businessId).map(({ id, name }) => ({ value: id, label: name }))],
  }
  return {
    title: i18n.t('Bookings'),
    path: url.pathname,
    address,
    here: listHref('', address, cursor),
    ticked: query.get('ticked') === 'all',
    ...page,
    mostInFile,
    rows: page.rows.map((row) => ({ ...row, canActOn: manages && canActOn(row, ctx.now), thisYear: yearOf(row.startsAt, row.timeZone) === yearOf(ctx.now, row.timeZone), trade: trades[row.domain] ?? row.domain, href: `${url.pathname}/${row.reference}` })),
    choices,
    publicPage: `/b/${business.slug}`,
    session: sessionWords(db, ctx, address.session),
    lookedTo: page.lookedTo === null ? null : localDateOf(page.lookedTo, business.timeZone),
  }
})

/** What the one session is that the list is narrowed to. */
function sessionWords(db: Db, { businessId, i18n }: MemberCtx, sessionId: string): string | null {
  const session = sessionId === '' ? null : sessionById(db, businessId, sessionId)
  if (!session) return null
  const title = session.title ?? listingById(db, businessId, session.listingId)?.title ?? ''
  return i18n.t('Only those for {title} on {when}', { title, when: formatDateTime(i18n.locale, session.timeZone, session.startsAt) })
}

function yearOf(at: number, zone: string): string {
  return localDateOf(at, zone).slice(0, 4)
}

/** Whether a business can answer or mark a booking as it stands now. */
function canActOn({ status, startsAt }: ListedBooking, now: number): boolean {
  return mayBecome(status, 'declined') || (mayBecome(status, 'completed') && startsAt <= now)
}

type Page = ReturnType<typeof useLoaderData<typeof loader>>
type Row = Page['rows'][number]

export default function Bookings() {
  const page = useLoaderData<typeof loader>()
  const { title, path, address, rows, newer, older } = page
  const actions = useDesk().quickActions.filter(({ takesTime }) => takesTime)
  return (
    <>
      <TitleLine title={title}>
        <Actions small>
          {actions.map(({ href, label, icon }, index) => (
            <Button key={href} href={href} icon={icon} variant={index === 0 ? 'primary' : 'quiet'}>
              {label}
            </Button>
          ))}
        </Actions>
      </TitleLine>
      <Filters page={page} />
      {rows.length === 0 ? (
        <Nothing page={page} />
      ) : (
        <section className="after" aria-label={title}>
          <Listed page={page} />
          <Looked page={page} />
          <Pager newer={newer ? listHref(path, address, newer) : undefined} older={older ? listHref(path, address, older) : undefined} />
          <Download page={page} />
        </section>
      )}
    </>
  )
}

function Filters({ page: { path, address, choices } }: { page: Page }) {
  const i18n = useI18n()
  return (
    <FilterBar action={path} icon="filter" search={i18n.t('Bookings')} keep={{ ...(address.sort === 'placed' && { sort: 'placed' }), ...(address.session && { session: address.session }) }}>
      <FilterField name="q" type="search" label={i18n.t('Name, e-mail, title or reference')} value={address.q} broad />
      <FilterSelect name="status" label={i18n.t('Status')} value={address.status} options={choices.statuses} />
      <FilterSelect name="payment" label={i18n.t('Payment')} value={address.payment} options={choices.payments} />
      {choices.domains.length > 2 && <FilterSelect name="domain" label={i18n.t('Domain')} value={address.domain} options={choices.domains} />}
      {choices.staff.length > 2 && <FilterSelect name="staff" label={i18n.t('With whom')} value={address.staff} options={choices.staff} />}
      {choices.stores.length > 2 && <FilterSelect name="store" label={i18n.t('Where')} value={address.store} options={choices.stores} />}
      <FilterField name="from" type="date" label={i18n.t('From')} value={address.from} />
      <FilterField name="to" type="date" label={i18n.t('To')} value={address.to} />
    </FilterBar>
  )
}

/** The rows; in a form with a box before each that something can be done with. */
function Listed({ page }: { page: Page }) {
  const i18n = useI18n()
  const { path, address, rows, here, ticked } = page
  const choosing = rows.some(({ canActOn: can }) => can)
  const table = (
    <DataTable
      caption={address.sort === 'placed' ? i18n.t('Bookings, the last one made first') : i18n.t('Bookings, latest date first')}
      quietCaption
      columns={columnsOf(i18n, path, address)}
      rows={rows}
      rowKey={(row) => row.id}
      fold
      tick={
        choosing
          ? {
              name: chosenField,
              heading: i18n.t('Choose'),
              value: (row) => (row.canActOn ? row.reference : null),
              label: ({ reference, contactName }) => i18n.t('Choose {reference}, {contactName}', { reference, contactName }),
              ticked,
            }
          : undefined
      }
    />
  )
  if (!choosing) {
    return (
      <>
        <Counted page={page} />
        {table}
      </>
    )
  }
  const acts = [
    { label: i18n.t('Decline…'), href: `${path}/selection/refusal`, asks: true },
    { label: i18n.t('Mark as completed'), href: `${path}/selection/completion` },
    { label: i18n.t('Confirm'), href: `${path}/selection/confirmation` },
  ]
  return (
    <form id="chosen" method="post" action={`${path}/selection/refusal`}>
      {here !== '' && <input type="hidden" name={listField} value={here.slice(1)} />}
      <BulkBar
        summary={
          <>
            <Counted page={page} />
            <p>
              <a href={ticked ? `${path}${here}#chosen` : `${path}${here === '' ? '?' : `${here}&`}ticked=all#chosen`}>{ticked ? i18n.t('Choose none') : i18n.t('Choose all on this page')}</a>
            </p>
          </>
        }
        acts={acts}
      />
      {table}
    </form>
  )
}

function Counted({ page: { count, atLeast, path, address, session } }: { page: Page }) {
  const i18n = useI18n()
  return (
    <p>
      <strong>
        {atLeast ? i18n.t('{most} bookings or more', { most: formatNumber(i18n.locale, count) }) : i18n.t('{count, plural, one {# booking} other {# bookings}}', { count })}
      </strong>{' '}
      {session && <span className="soft">{session}</span>} {isNarrowed(address) && <a href={path}>{i18n.t('Show all')}</a>}
    </p>
  )
}

/** Where few rows fit, a page ends before it is full, so that nobody waits for it. */
function Looked({ page: { lookedTo } }: { page: Page }) {
  const i18n = useI18n()
  return lookedTo && <p className="soft">{i18n.t('So far this list has looked as far as {date}. The next page looks further.', { date: formatDay(i18n.locale, lookedTo) })}</p>
}

/** All pages of the list as it stands now. */
function Download({ page: { path, address, atLeast, mostInFile: most } }: { page: Page }) {
  const i18n = useI18n()
  return (
    <p>
      <a className="with-icon" href={listHref(`${path}.csv`, address)}>
        <Icon name="download" /> {i18n.t('Download as CSV')}
      </a>{' '}
      {atLeast && <span className="soft">{i18n.t('The file holds at most the first {most} of the list: choose dates to get the others.', { most: formatNumber(i18n.locale, most) })}</span>}
    </p>
  )
}

function Nothing({ page: { path, address, publicPage, newer, older, lookedTo } }: { page: Page }) {
  const i18n = useI18n()
  const further = lookedTo && (older ?? newer)
  if (further) {
    return (
      <EmptyState title={i18n.t('Nothing found so far')} actions={<Button href={listHref(path, address, further)}>{i18n.t('Look further')}</Button>}>
        <p>{i18n.t('No booking back to {date} fits.', { date: formatDay(i18n.locale, lookedTo) })}</p>
      </EmptyState>
    )
  }
  if (isNarrowed(address)) {
    return (
      <EmptyState title={i18n.t('No booking matches')} actions={<Button href={path}>{i18n.t('Show all')}</Button>}>
        <p>{i18n.t('Look for the beginning of a name, of an e-mail address or of what was booked, or for a reference, such as AP-7K3M9Q.')}</p>
      </EmptyState>
    )
  }
  return (
    <EmptyState title={i18n.t('No bookings yet')} actions={<Button href={publicPage}>{i18n.t('See your public page')}</Button>}>
      <p>{i18n.t('Share the address of your public page: whoever opens it can book at once. What they book comes here.')}</p>
    </EmptyState>
  )
}

function columnsOf(i18n: ReturnType<typeof useI18n>, path: string, address: ListAddress): Column<Row>[] {
  const sortBy = (sort: ListAddress['sort']) => ({ href: listHref(path, { ...address, sort }), direction: address.sort === sort ? ('descending' as const) : undefined })
  return [
    {
      key: 'who',
      heading: i18n.t('Who'),
      names: true,
      cell: ({ href, contactName, reference }) => (
        <>
          <a href={href}>{contactName}</a> <small className="num soft">{reference}</small>
        </>
      ),
    },
    {
      key: 'what',
      heading: i18n.t('What'),
      cell: ({ title, items, domain, trade }) => (
        <>
          {items > 1 ? i18n.t('{title} and {more} more', { title, more: items - 1 }) : title}
          <br />
          <Tag domain={domain}>{trade}</Tag>
        </>
      ),
    },
    { key: 'when', heading: i18n.t('When'), sort: sortBy('start'), cell: ({ startsAt, timeZone, thisYear }) => <Time at={startsAt} zone={timeZone} written={thisYear ? 'short' : 'full'} /> },
    {
      key: 'placed',
      heading: i18n.t('Booked'),
      sort: sortBy('placed'),
      cell: ({ placedAt, timeZone }) => (
        <span className="soft">
          <Time at={placedAt} zone={timeZone} written="day" />
        </span>
      ),
    },
    { key: 'status', heading: i18n.t('Status'), place: 'state', cell: ({ status }) => <StatusBadge status={status} /> },
    { key: 'total', heading: i18n.t('Price'), place: 'end', cell: ({ totalMinor, currency }) => formatMoney(i18n.locale, totalMinor, currency) },
  ]
}

function StatusBadge({ status }: { status: Row['status'] }) {
  const { label, tone } = statusName(useI18n(), status)
  return <Badge tone={tone}>{label}</Badge>
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
