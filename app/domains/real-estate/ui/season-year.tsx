import type { ReactNode } from 'react'
import { formatDay, formatMoney } from '~/kernel/format'
import { useI18n } from '~/platform/words/use-i18n'
import { DataTable } from '~/ui/data-table'
import { Section } from '~/ui/page'
import { Stepper } from '~/ui/pager'
import type { seasonsYear } from '../seasons-page.server'

type Year = ReturnType<typeof seasonsYear>
type Row = Year['seasons'][number]

/** What nights cost by season, each with the letter that marks it in the year below. */
export function SeasonTable({ page, path }: { page: Year; path: string }) {
  const i18n = useI18n()
  const { currency, usual, seasons, year } = page
  const money = (minor: number | null) => (minor === null ? '' : formatMoney(i18n.locale, minor, currency))
  return (
    <Section id="seasons" title={i18n.t('Seasons of {year}', { year: String(year) })}>
      <p className="soft">
        {i18n.t('Outside of them a night costs {price}, with {nights, plural, one {# night} other {# nights}} at least.', { price: money(usual.nightlyMinor), nights: usual.minNights })}
      </p>
      {seasons.length > 0 && (
        <DataTable
          caption={i18n.t('Seasons of {year}', { year: String(year) })}
          quietCaption
          fold
          rows={seasons}
          rowKey={({ id }) => id}
          columns={[
            { key: 'mark', heading: i18n.t('Mark'), cell: ({ mark }: Row) => <strong>{mark}</strong> },
            { key: 'name', heading: i18n.t('Season'), names: true, cell: ({ id, name }: Row) => <a href={`${path}/${id}`}>{name}</a> },
            { key: 'nights', heading: i18n.t('Nights'), cell: ({ firstNight, lastNight }: Row) => `${formatDay(i18n.locale, firstNight, 'short')} – ${formatDay(i18n.locale, lastNight, 'short')}` },
            { key: 'nightly', heading: i18n.t('A night'), place: 'end', cell: ({ nightlyMinor }: Row) => money(nightlyMinor) },
            { key: 'weekend', heading: i18n.t('Weekend night'), cell: ({ weekendMinor }: Row) => weekendMinor !== null && <Named name={i18n.t('Weekend night')}>{money(weekendMinor)}</Named> },
            { key: 'least', heading: i18n.t('Nights at least'), cell: ({ minNights }: Row) => minNights !== null && <Named name={i18n.t('Nights at least')}>{minNights}</Named> },
          ]}
        />
      )}
    </Section>
  )
}

/** On a phone no heading stands above a figure: it says itself what it is. */
function Named({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <span className="phone-only">{name}</span> {children}
    </>
  )
}

/** The twelve months of a year, each night with the letter of its season. */
export function SeasonYear({ page, path }: { page: Year; path: string }) {
  const i18n = useI18n()
  const step = (year: number) => ({ href: `${path}?year=${year}`, label: String(year) })
  return (
    <section className="stack" aria-labelledby="year">
      <header className="title-line">
        <h2 id="year">{page.year}</h2>
        <Stepper label={i18n.t('Years')} earlier={step(page.year - 1)} later={step(page.year + 1)} />
      </header>
      <div className="columns">
        {page.months.map(({ month, weeks }) => (
          <table className="nights" key={month}>
            <caption>{formatDay(i18n.locale, `${month}-01`, 'month')}</caption>
            <thead>
              <tr>
                {['2024-01-01', '2024-01-02', '2024-01-03', '2024-01-04', '2024-01-05', '2024-01-06', '2024-01-07'].map((date) => (
                  <th key={date} scope="col" abbr={formatDay(i18n.locale, date, 'weekdayName')}>
                    {formatDay(i18n.locale, date, 'weekday')}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {weeks.map((week, row) => (
                <tr key={row}>
                  {week.map((night, at) => (
                    <td key={at}>
                      {night && (
                        <span className={night.mark ? 'between' : undefined}>
                          {formatDay(i18n.locale, night.date, 'dayOfMonth')}
                          {night.mark && <small>{night.mark}</small>}
                        </span>
                      )}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        ))}
      </div>
      <p className="soft fine">{i18n.t('The letter beside a night is the mark of its season in the table. Nights without a letter have the usual price.')}</p>
    </section>
  )
}
