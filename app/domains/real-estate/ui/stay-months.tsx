import { formatDay } from '~/kernel/format'
import { useI18n } from '~/platform/words/use-i18n'
import { Icon } from '~/ui/icon'
import { stayQuery, type AskedStay } from '../asked-stay'
import { monthOf } from '../model/months'
import type { ShownDay, ShownMonth, StayCalendar } from '../stay-calendar.server'
import { calendarId, cardId } from './stay-hrefs'

interface StayMonthsProps {
  readonly calendar: StayCalendar
  readonly asked: AskedStay
  /** The page that a day leads back to. */
  readonly path: string
  /** Many months stand one under the other: what leads back leads to the month of the day. */
  readonly long?: boolean
}

/** Months in which the day of arrival is chosen, then that of departure. */
export function StayMonths({ calendar, asked, path, long }: StayMonthsProps) {
  const i18n = useI18n()
  const month = (name: string) => formatDay(i18n.locale, `${name}-01`, 'month')
  return (
    <div className="stack">
      <p className="soft">{asked.arrive && !asked.depart ? i18n.t('Now choose the day you leave, or another one to arrive.') : i18n.t('Choose the day you arrive, then the day you leave.')}</p>
      <div className="columns">
        {calendar.months.map((shown) => (
          <MonthTable key={shown.month} shown={shown} asked={asked} path={path} long={long} />
        ))}
      </div>
      <p className="soft fine">{i18n.t('Crossed out: taken. Grey: nobody arrives then. Shaded: your nights.')}</p>
      {(calendar.earlier ?? calendar.later) && (
        <nav className="pager" aria-label={i18n.t('Months')}>
          {calendar.earlier && (
            <a className="button quiet" href={`${path}${stayQuery(asked, calendar.earlier)}#${calendarId}`}>
              <Icon name="left" turn /> {month(calendar.earlier)}
            </a>
          )}
          {calendar.later && (
            <a className="button quiet" href={`${path}${stayQuery(asked, calendar.later)}#${calendarId}`}>
              {month(calendar.later)} <Icon name="right" turn />
            </a>
          )}
        </nav>
      )}
    </div>
  )
}

function MonthTable({ shown, asked, path, long }: { shown: ShownMonth } & Omit<StayMonthsProps, 'calendar'>) {
  const i18n = useI18n()
  return (
    <table className="nights" id={long ? monthId(shown.month) : undefined}>
      <caption>{formatDay(i18n.locale, `${shown.month}-01`, 'month')}</caption>
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
            {week.map((day, at) => (
              <td key={at}>{day && <Day day={day} asked={asked} path={path} long={long} />}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Day({ day, asked, path, long }: { day: ShownDay } & Omit<StayMonthsProps, 'calendar'>) {
  const i18n = useI18n()
  const { date, state, mark, chooses } = day
  const number = formatDay(i18n.locale, date, 'dayOfMonth')
  const words = { past: i18n.t('over'), taken: i18n.t('taken'), 'no-arrival': i18n.t('no arrival'), free: i18n.t('free') }[state]
  const part = mark === 'arrive' ? <small>{i18n.t('arrive')}</small> : mark === 'leave' ? <small>{i18n.t('leave')}</small> : null
  if (chooses === null) {
    return (
      <span className={mark === 'arrive' || mark === 'leave' ? 'edge' : mark === 'between' ? 'between' : state}>
        {number}
        {part ?? <span className="sr"> {words}</span>}
      </span>
    )
  }
  const { guests } = asked
  const place = chooses === 'leave' ? cardId : long ? monthId(monthOf(date)) : calendarId
  const next = chooses === 'leave' ? { arrive: asked.arrive, depart: date, guests } : { arrive: date, depart: null, guests }
  return (
    <a className={mark === 'between' ? 'between' : mark ? 'edge' : undefined} href={`${path}${stayQuery(next)}#${place}`} rel="nofollow">
      {number}
      {part ?? <span className="sr"> {chooses === 'leave' ? i18n.t('leave then') : i18n.t('arrive then')}</span>}
    </a>
  )
}

function monthId(month: string): string {
  return `nights-${month}`
}
