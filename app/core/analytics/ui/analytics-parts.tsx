import type { I18n } from '@lingui/core'
import { formatMoney, formatNumber } from '~/kernel/format'
import { useI18n } from '~/platform/words/use-i18n'
import { Tag } from '~/ui/badge'
import { DataTable, type Column } from '~/ui/data-table'
import { Figures, type Figure } from '~/ui/figures'
import { RatingMark } from '~/ui/stars'
import type { Totals } from '../../bookings/index.server'
import type { Analytics } from '../analytics-page.server'
import type { Part } from '../parts.server'

interface PartProps {
  readonly shown: Analytics
  /** The address of the dashboard. */
  readonly base: string
}

/** The figures of the range against those of the range before. */
export function MainFigures({ shown, base }: PartProps) {
  const i18n = useI18n()
  const more = [...viewFigures(i18n, shown), ...useFigures(i18n, shown)]
  return (
    <>
      <Figures figures={totalFigures(i18n, shown, base)} />
      <Figures figures={more} />
    </>
  )
}

function totalFigures(i18n: I18n, { now, then, currency, asked }: Analytics, base: string): Figure[] {
  const count = (value: number) => formatNumber(i18n.locale, value)
  const money = (value: number) => formatMoney(i18n.locale, value, currency)
  const average = now.averageMinor !== null && then.averageMinor !== null ? now.averageMinor - then.averageMinor : 0
  return [
    { label: i18n.t('Revenue'), value: money(now.revenueMinor), change: changeOf(i18n, now.revenueMinor - then.revenueMinor, true, money) },
    { label: i18n.t('Bookings'), value: count(now.bookings), change: changeOf(i18n, now.bookings - then.bookings, true, count) },
    { label: i18n.t('Average value'), value: now.averageMinor === null ? i18n.t('None yet') : money(now.averageMinor), change: changeOf(i18n, average, true, money) },
    { label: i18n.t('No-shows'), value: count(now.noShows), href: listHref(base, asked, 'no_show'), change: changeOf(i18n, now.noShows - then.noShows, false, count) },
  ]
}

function viewFigures(i18n: I18n, { views, now, then }: Analytics): Figure[] {
  const count = (value: number) => formatNumber(i18n.locale, value)
  const [present, past] = [rateOf(now.bookings, views.now), rateOf(then.bookings, views.then)]
  const difference = present === null || past === null ? 0 : Math.round(1000 * present) - Math.round(1000 * past)
  return [
    { label: i18n.t('Views'), value: count(views.now), change: changeOf(i18n, views.now - views.then, true, count) },
    { label: i18n.t('Rate'), value: present === null ? i18n.t('None yet') : writeRate(i18n, present), change: pointsOf(i18n, difference, (value) => formatNumber(i18n.locale, value / 10, 1)) },
  ]
}

/** Bookings by view; null where nobody looked. */
function rateOf(bookings: number, views: number): number | null {
  return views === 0 ? null : bookings / views
}

function writeRate(i18n: I18n, value: number): string {
  return new Intl.NumberFormat(i18n.locale, { style: 'percent', maximumFractionDigits: 1 }).format(value)
}

function useFigures(i18n: I18n, { uses }: Analytics): Figure[] {
  const share = ({ used, available }: { used: number; available: number }) => (available === 0 ? null : used / available)
  const percent = (value: number) => new Intl.NumberFormat(i18n.locale, { style: 'percent', maximumFractionDigits: 0 }).format(value)
  return uses.map(({ name, now, then }) => {
    const [present, past] = [share(now), share(then)]
    const points = present === null || past === null ? 0 : Math.round(100 * present) - Math.round(100 * past)
    return { label: name, value: present === null ? i18n.t('Nothing to use') : percent(present), change: pointsOf(i18n, points, (value) => formatNumber(i18n.locale, value)) }
  })
}

// Between two shares lie percentage points, which are no percent of either.
function pointsOf(i18n: I18n, difference: number, write: (value: number) => string): Figure['change'] {
  if (difference === 0) return undefined
  const points = write(Math.abs(difference))
  return difference > 0 ? { direction: 'up', tone: 'good', text: i18n.t('{points} points more', { points }) } : { direction: 'down', tone: 'bad', text: i18n.t('{points} points fewer', { points }) }
}

function changeOf(i18n: I18n, difference: number, moreIsGood: boolean, write: (value: number) => string): Figure['change'] {
  if (difference === 0) return undefined
  const amount = write(Math.abs(difference))
  const up = difference > 0
  return { direction: up ? 'up' : 'down', tone: up === moreIsGood ? 'good' : 'bad', text: up ? i18n.t('{amount} more', { amount }) : i18n.t('{amount} fewer', { amount }) }
}

/** What the figures are made of: each row leads to the list of just these bookings. */
export function StatusTable({ shown: { byStatus, currency, asked }, base }: PartProps) {
  const i18n = useI18n()
  const names = { completed: i18n.t('Took place'), confirmed: i18n.t('Confirmed'), no_show: i18n.t('No-show'), cancelled: i18n.t('Cancelled') }
  return (
    <DataTable
      caption={i18n.t('What it is made of')}
      rows={byStatus}
      rowKey={({ status }) => status}
      columns={[
        { key: 'status', heading: i18n.t('Status'), names: true, cell: ({ status }) => <a href={listHref(base, asked, status)}>{names[status]}</a> },
        { key: 'bookings', heading: i18n.t('Bookings'), place: 'end', cell: ({ bookings }) => formatNumber(i18n.locale, bookings) },
        { key: 'worth', heading: i18n.t('Price'), place: 'end', cell: ({ worthMinor }) => formatMoney(i18n.locale, worthMinor, currency) },
      ]}
    />
  )
}

export function DomainTable({ shown: { byDomain, trades, currency } }: Pick<PartProps, 'shown'>) {
  const i18n = useI18n()
  const names = Object.fromEntries(trades.map(({ domain, label }) => [domain, label]))
  const columns: Column<Totals & { readonly domain: string }>[] = [
    { key: 'domain', heading: i18n.t('Domain'), names: true, cell: ({ domain }) => <Tag domain={domain}>{names[domain] ?? domain}</Tag> },
    { key: 'bookings', heading: i18n.t('Bookings'), place: 'end', cell: ({ bookings }) => formatNumber(i18n.locale, bookings) },
    { key: 'revenue', heading: i18n.t('Revenue'), place: 'end', cell: ({ revenueMinor }) => formatMoney(i18n.locale, revenueMinor, currency) },
    { key: 'average', heading: i18n.t('Average value'), place: 'end', cell: ({ averageMinor }) => (averageMinor === null ? '' : formatMoney(i18n.locale, averageMinor, currency)) },
  ]
  return <DataTable caption={i18n.t('By domain')} rows={byDomain} rowKey={({ domain }) => domain} columns={columns} fold labelled />
}

interface PartTableProps {
  readonly caption: string
  readonly heading: string
  readonly rows: readonly Part[]
  readonly currency: string
}

/** Bookings, revenue, views, the rate and the rating by store or by listing. */
export function PartTable({ caption, heading, rows, currency }: PartTableProps) {
  const i18n = useI18n()
  return (
    <DataTable
      caption={caption}
      rows={rows}
      rowKey={({ id }) => id}
      fold
      labelled
      columns={[
        { key: 'name', heading, names: true, cell: ({ name }) => <span dir="auto">{name}</span> },
        { key: 'bookings', heading: i18n.t('Bookings'), place: 'end', cell: ({ bookings }) => formatNumber(i18n.locale, bookings) },
        { key: 'revenue', heading: i18n.t('Revenue'), place: 'end', cell: ({ worthMinor }) => formatMoney(i18n.locale, worthMinor, currency) },
        { key: 'views', heading: i18n.t('Views'), place: 'end', cell: ({ views }) => formatNumber(i18n.locale, views) },
        { key: 'rate', heading: i18n.t('Rate'), place: 'end', cell: ({ bookings, views }) => (views === 0 ? '' : writeRate(i18n, bookings / views)) },
        { key: 'rating', heading: i18n.t('Rating'), place: 'end', cell: ({ rating }) => rating && <RatingMark {...rating} /> },
      ]}
    />
  )
}

function listHref(base: string, { from, to, domain, store }: Analytics['asked'], status: string): string {
  return `${base}/bookings?${new URLSearchParams({ status, from, to, ...(domain ? { domain } : {}), ...(store ? { store } : {}) }).toString()}`
}
