import type { I18n } from '@lingui/core'
import { currencySymbol, decimalsOf, formatDay, formatMoney, formatNumber, majorUnits } from '~/kernel/format'
import { useI18n } from '~/platform/words/use-i18n'
import { BarChart, type Bar, type Series } from '~/ui/chart'
import { Section } from '~/ui/page'
import type { Totals } from '../../bookings/index.server'
import type { Analytics } from '../analytics-page.server'

/** Revenue by day, week, month or year, and beneath it in small what else the figures say over the same time; each with its table. */
export function Charts({ shown }: { shown: Analytics }) {
  const i18n = useI18n()
  const { bars, currency } = shown
  const money = { write: (minor: number) => formatMoney(i18n.locale, minor, currency), writeShort: (minor: number) => formatNumber(i18n.locale, Number(majorUnits(Math.round(minor), decimalsOf(currency)))) }
  const count = { write: (value: number) => formatNumber(i18n.locale, value), whole: true }
  const symbol = currencySymbol(i18n.locale, currency)
  const series = seriesOf(shown)
  const stacked = (of: (totals: Totals) => number) => barsWith(i18n, shown, (at) => Object.fromEntries(Object.entries(bars[at]?.by ?? {}).map(([domain, totals]) => [domain, of(totals)])))
  const each = { axis: i18n.t('From'), about: aboutOf(i18n, shown) }
  const revenue = i18n.t('Revenue, {symbol}', { symbol })
  const small = [
    { id: 'bookings', title: i18n.t('Bookings'), series, bars: stacked(({ bookings }) => bookings), ...count },
    { id: 'average', title: i18n.t('Average value, {symbol}', { symbol }), ...alone(i18n.t('Average value'), barsWith(i18n, shown, (at) => ({ alone: bars[at]?.averageMinor ?? 0 }))), ...money },
    { id: 'no-shows', title: i18n.t('No-shows'), series, bars: stacked(({ noShows }) => noShows), ...count },
    ...shown.uses.map(({ domain, name, bars: uses }) => ({
      id: `use-${domain}`,
      title: name,
      ...alone(name, barsWith(i18n, shown, (at) => ({ alone: shareOf(uses[at]) })), domain),
      write: (share: number) => percent(i18n, share),
      writeShort: (share: number) => percent(i18n, share),
    })),
  ]
  return (
    <>
      <Section id="revenue" title={revenue} after>
        <BarChart id="revenue-chart" title={revenue} {...each} series={series} bars={stacked(({ revenueMinor }) => revenueMinor)} {...money} />
      </Section>
      <Section id="over-time" title={i18n.t('Over the same time')} after>
        <ul className="columns">
          {small.map(({ id, title, ...chart }) => (
            <li key={id} className="stack tight">
              <h3>{title}</h3>
              <BarChart id={`${id}-chart`} title={title} {...each} {...chart} small />
            </li>
          ))}
        </ul>
      </Section>
    </>
  )
}

function seriesOf(shown: Analytics): Series[] {
  return shown.byDomain.map(({ domain }) => ({ key: domain, label: tradeName(shown, domain), domain }))
}

function tradeName({ trades }: Analytics, wanted: string): string {
  return trades.find(({ domain }) => domain === wanted)?.label ?? wanted
}

/** A picture of one thing alone, whose values do not add up. */
function alone(label: string, bars: Bar[], domain?: string) {
  return { series: [{ key: 'alone', label, domain }], bars, apart: true }
}

function barsWith(i18n: I18n, { bars, asked }: Analytics, values: (at: number) => Bar['values']): Bar[] {
  const written = asked.step === 'month' ? 'month' : 'day'
  return bars.map(({ from }, at) => ({ label: asked.step === 'year' ? from.slice(0, 4) : formatDay(i18n.locale, from, written), values: values(at) }))
}

function aboutOf(i18n: I18n, { asked, now, currency }: Analytics): string {
  return i18n.t('From {from} to {to}: {bookings, plural, one {# booking} other {# bookings}}, {total} together.', {
    from: formatDay(i18n.locale, asked.from), to: formatDay(i18n.locale, asked.to), bookings: now.bookings, total: formatMoney(i18n.locale, now.revenueMinor, currency),
  })
}

function shareOf(use: { readonly used: number; readonly available: number } | undefined): number {
  return use === undefined || use.available === 0 ? 0 : use.used / use.available
}

function percent(i18n: I18n, share: number): string {
  return new Intl.NumberFormat(i18n.locale, { style: 'percent', maximumFractionDigits: 0 }).format(share)
}
