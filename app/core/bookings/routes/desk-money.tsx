import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { formatDay, formatMoney } from '~/kernel/format'
import { guarded } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Chips } from '~/ui/chips'
import { DataTable, type Column } from '~/ui/data-table'
import { FilterBar, FilterField } from '~/ui/filter-bar'
import { TitleLine } from '~/ui/page'
import { pageTitle } from '~/ui/page-title'
import { Pager } from '~/ui/pager'
import { Time } from '~/ui/when'
import { methodName } from '../method-words'
import { moneyHref } from '../money-address'
import { moneyPage, type MoneyPage } from '../overview-money.server'

export const loader = guarded({ access: { needs: 'bookings.read-all' } }, ({ db, ctx, query }) => ({
  title: ctx.i18n.t('Money'),
  base: `/dashboard/${ctx.business.slug}`,
  ...moneyPage(db, ctx, query),
}))

export default function Money() {
  const i18n = useI18n()
  const { title, base, kind, days, path, currency, zone, sumMinor, rows, first, next } = useLoaderData<typeof loader>()
  const names = kindNames(i18n)
  const inTime = kind === 'taken' || kind === 'given'
  return (
    <>
      <TitleLine title={title} />
      <div className="stack">
        <Chips
          label={i18n.t('Which money')}
          chips={names.map(({ kind: one, label }) => ({ href: moneyHref(base, one, days), label, current: one === kind ? ('page' as const) : undefined }))}
        />
        {inTime && (
          <FilterBar action={path} keep={{ show: kind }}>
            <FilterField name="from" type="date" label={i18n.t('From')} value={days.from} />
            <FilterField name="to" type="date" label={i18n.t('To')} value={days.to} />
          </FilterBar>
        )}
        <p>
          <strong>{formatMoney(i18n.locale, sumMinor, currency)}</strong>{' '}
          <span className="soft">
            {inTime
              ? i18n.t('from {from} to {to}', { from: formatDay(i18n.locale, days.from), to: formatDay(i18n.locale, days.to) })
              : i18n.t('as it stands now')}
          </span>
        </p>
        {rows.length === 0 ? (
          <p className="soft">{next === null ? i18n.t('Nothing here.') : i18n.t('Nothing among these sales; look among older ones.')}</p>
        ) : (
          <DataTable caption={names.find((one) => one.kind === kind)?.label} quietCaption fold rows={rows} rowKey={({ id }) => id} columns={columnsOf(i18n, kind, zone, currency)} />
        )}
        <Pager newer={first ? undefined : moneyHref(base, kind, days)} older={next === null ? undefined : moneyHref(base, kind, days, next)} />
      </div>
    </>
  )
}

type I18n = ReturnType<typeof useI18n>
type Row = MoneyPage['rows'][number]

function kindNames(i18n: I18n): { kind: MoneyPage['kind']; label: string }[] {
  return [
    { kind: 'owed', label: i18n.t('Owed by customers') },
    { kind: 'taken', label: i18n.t('Taken') },
    { kind: 'given', label: i18n.t('Given back') },
    { kind: 'due-back', label: i18n.t('Due back to customers') },
  ]
}

function columnsOf(i18n: I18n, kind: MoneyPage['kind'], zone: string, currency: string): Column<Row>[] {
  const headings = { owed: i18n.t('Booked'), taken: i18n.t('When it was taken'), given: i18n.t('When it was given'), 'due-back': i18n.t('Due since') }
  return [
    {
      key: 'who',
      heading: i18n.t('Who'),
      names: true,
      cell: ({ booking }) =>
        booking && (
          <>
            <a href={booking.href}>{booking.who}</a> <small className="num soft">{booking.reference}</small>
          </>
        ),
    },
    { key: 'visit', heading: i18n.t('The booking'), cell: ({ booking }) => booking && <Time at={booking.startsAt} zone={zone} /> },
    {
      key: 'at',
      heading: headings[kind],
      cell: ({ at }) => (
        <span className="soft">
          <span className="phone-only">{headings[kind]}</span> <Time at={at} zone={zone} />
        </span>
      ),
    },
    ...(kind === 'taken' || kind === 'given' ? [{ key: 'how', heading: i18n.t('How'), cell: ({ method }: Row) => method && methodName(i18n, method) }] : []),
    { key: 'amount', heading: i18n.t('Amount'), place: 'end', cell: ({ amountMinor }) => formatMoney(i18n.locale, amountMinor, currency) },
  ]
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
