import { formatDay, formatMoney, formatNumber, majorUnits, decimalsOf, currencySymbol } from '~/kernel/format'
import { addDays } from '~/kernel/time'
import { useI18n } from '~/platform/words/use-i18n'
import { BarChart } from '~/ui/chart'
import { Figures, type Figure } from '~/ui/figures'
import { Section } from '~/ui/page'
import { moneyHref } from '../money-address'
import type { Overview } from '../overview.server'

/** Four figures over four whole weeks against the four before, and twelve weeks as a picture. */
export function OverviewFigures({ day, base }: { day: Overview; base: string }) {
  const i18n = useI18n()
  const { weeks } = day.figures
  const span = (from: number, to: number) => {
    const [first, last] = [weeks.at(from)?.monday ?? day.date, weeks.at(to)?.monday ?? day.date]
    return `${formatDay(i18n.locale, first, 'day')}–${formatDay(i18n.locale, addDays(last, 6), 'day')}`
  }
  return (
    <>
      <Section
        id="figures"
        title={i18n.t('The last four weeks')}
        after
        aside={<p className="soft fine">{i18n.t('{these}, against {before}', { these: span(-4, -1), before: span(-8, -5) })}</p>}
      >
        <Figures figures={figuresOf(i18n, day, base)} />
      </Section>
      <Money day={day} base={base} />
      <RevenueChart day={day} />
    </>
  )
}

function Money({ day: { money, weeks, currency }, base }: { day: Overview; base: string }) {
  const i18n = useI18n()
  if (!money) return null
  const write = (minor: number) => formatMoney(i18n.locale, minor, currency)
  return (
    <Section id="money" title={i18n.t('Money')} after aside={<p className="soft fine">{i18n.t('Owed and due as it stands now, the rest over the same four weeks.')}</p>}>
      <Figures
        figures={[
          { label: i18n.t('Owed by customers'), value: write(money.owed), href: moneyHref(base, 'owed', weeks) },
          { label: i18n.t('Taken'), value: write(money.taken), href: moneyHref(base, 'taken', weeks) },
          { label: i18n.t('Given back'), value: write(money.given), href: moneyHref(base, 'given', weeks) },
          { label: i18n.t('Due back to customers'), value: write(money['due-back']), href: moneyHref(base, 'due-back', weeks) },
        ]}
      />
    </Section>
  )
}

type I18n = ReturnType<typeof useI18n>

function figuresOf(i18n: I18n, day: Overview, base: string): Figure[] {
  const { figures: { now, before }, weeks, currency } = day
  const count = (value: number) => formatNumber(i18n.locale, value)
  const money = (value: number) => formatMoney(i18n.locale, value, currency)
  const analytics = day.hasAnalytics ? `${base}/analytics?${new URLSearchParams({ ...weeks, by: 'week' }).toString()}` : undefined
  const listed = (status: 'cancelled' | 'no_show') => `${base}/bookings?${new URLSearchParams({ status, ...weeks }).toString()}`
  return [
    { label: i18n.t('Revenue'), value: money(now.revenueMinor), href: analytics, change: change(i18n, now.revenueMinor - before.revenueMinor, 'more-is-good', money) },
    { label: i18n.t('Bookings'), value: count(now.bookings), href: analytics, change: change(i18n, now.bookings - before.bookings, 'more-is-good', count) },
    { label: i18n.t('Cancelled'), value: count(now.cancelled), href: listed('cancelled'), change: change(i18n, now.cancelled - before.cancelled, 'less-is-good', count) },
    { label: i18n.t('No-shows'), value: count(now.noShows), href: listed('no_show'), change: change(i18n, now.noShows - before.noShows, 'less-is-good', count) },
  ]
}

function change(i18n: I18n, difference: number, kind: 'more-is-good' | 'less-is-good', write: (value: number) => string): Figure['change'] {
  if (difference === 0) return undefined
  const amount = write(Math.abs(difference))
  const up = difference > 0
  return {
    direction: up ? 'up' : 'down',
    tone: up === (kind === 'more-is-good') ? 'good' : 'bad',
    text: up ? i18n.t('{amount} more', { amount }) : i18n.t('{amount} fewer', { amount }),
  }
}

function RevenueChart({ day }: { day: Overview }) {
  const i18n = useI18n()
  const { weeks, all } = day.figures
  const domains = [...new Set(weeks.flatMap(({ byDomain }) => Object.keys(byDomain)))]
  const symbol = currencySymbol(i18n.locale, day.currency)
  const title = i18n.t('Revenue by week, {symbol}', { symbol })
  if (domains.length === 0) {
    return (
      <Section id="worth" title={title} after>
        <p className="soft">{i18n.t('Here the weeks will stand beside each other once the first bookings are over.')}</p>
      </Section>
    )
  }
  const total = formatMoney(i18n.locale, all.revenueMinor, day.currency)
  const decimals = decimalsOf(day.currency)
  return (
    <Section id="worth" title={title} after>
      <BarChart
        id="worth-chart"
        title={title}
        about={i18n.t('Twelve whole weeks up to the last one, {total} together.', { total })}
        axis={i18n.t('Week of')}
        series={domains.map((domain) => ({ key: domain, label: day.trades[domain] ?? domain, domain }))}
        bars={weeks.map(({ monday, byDomain }) => ({ label: formatDay(i18n.locale, monday, 'day'), values: Object.fromEntries(Object.entries(byDomain).map(([domain, { revenueMinor }]) => [domain, revenueMinor])) }))}
        write={(minor) => formatMoney(i18n.locale, minor, day.currency)}
        writeShort={(minor) => formatNumber(i18n.locale, Number(majorUnits(Math.round(minor), decimals)))}
      />
    </Section>
  )
}
