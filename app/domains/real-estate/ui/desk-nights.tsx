import { formatDay } from '~/kernel/format'
import { useI18n } from '~/platform/words/use-i18n'
import { Icon } from '~/ui/icon'
import { Section } from '~/ui/page'
import type { DeskNight, nightsPage } from '../nights-page.server'

type Page = ReturnType<typeof nightsPage>

/** Months of nights with what each costs and what keeps guests out of it. */
export function DeskNights({ page, path }: { page: Page; path: string }) {
  const i18n = useI18n()
  const month = (name: string) => formatDay(i18n.locale, `${name}-01`, 'month')
  return (
    <Section id="months" title={i18n.t('Month by month')}>
      <div className="stack">
        <div className="columns">
          {page.months.map((shown) => (
            <table className="nights" key={shown.month}>
              <caption>{month(shown.month)}</caption>
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
                {shown.weeks.map((week, row) => (
                  <tr key={row}>
                    {week.map((night, at) => (
                      <td key={at}>{night && <Night night={night} path={path} />}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          ))}
        </div>
        <p className="soft fine">{i18n.t('Crossed out: somebody stays there. Filled: blocked. A star stands beside a price of its own.')}</p>
        <nav className="pager" aria-label={i18n.t('Months')}>
          {page.earlier && (
            <a className="button quiet" href={`${path}?month=${page.earlier}`}>
              <Icon name="left" turn /> {month(page.earlier)}
            </a>
          )}
          <a className="button quiet" href={`${path}?month=${page.later}`}>
            {month(page.later)} <Icon name="right" turn />
          </a>
        </nav>
      </div>
    </Section>
  )
}

function Night({ night: { date, price, own, state }, path }: { night: DeskNight; path: string }) {
  const i18n = useI18n()
  const words = { past: i18n.t('over'), free: i18n.t('free'), taken: i18n.t('taken'), blocked: i18n.t('blocked') }[state]
  const content = (
    <>
      {formatDay(i18n.locale, date, 'dayOfMonth')}
      <small>
        {price}
        {own && '*'}
      </small>
      <span className="sr"> {words}</span>
    </>
  )
  if (state === 'past') return <span className="past">{content}</span>
  return (
    <a className={state === 'taken' ? 'taken' : state === 'blocked' ? 'between' : undefined} href={`${path}?month=${date.slice(0, 7)}&night=${date}#change`}>
      {content}
    </a>
  )
}
