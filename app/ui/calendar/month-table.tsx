import { formatDay } from '~/kernel/format'
import { useI18n } from '~/platform/words/use-i18n'
import { classNames } from '../class-names'
import { Icon } from '../icon'

interface MonthItem {
  readonly key: string
  readonly href: string
  readonly dateTime: string
  readonly domain: string
  /** The domain's word for it, with its state where it waits. */
  readonly kind: string
  readonly title: string
  readonly detail?: string
  readonly pending?: boolean
}

export interface MonthEntry extends MonthItem {
  /** "09:30" */
  readonly time: string
}

/** A day's piece of a bar: where the bar begins in its row it says over how many `days` it goes, and 0 where it only goes on. */
export interface MonthBar extends MonthItem {
  readonly days: number
  readonly fromBefore: boolean
  readonly goesOn: boolean
  /** "Mon 2 Nov – Thu 5 Nov" */
  readonly when: string
}

export interface MonthDay {
  /** "2026-11-03" */
  readonly date: string
  /** Of the month before or after. */
  readonly outside: boolean
  readonly today: boolean
  readonly href: string
  /** From the top: a bar, or the room that another day's bar needs. */
  readonly lanes: readonly (MonthBar | null)[]
  readonly entries: readonly MonthEntry[]
  /** How many are not shown; `moreOrSo`: so many at least. */
  readonly more: number
  readonly moreOrSo: boolean
  /** Where an empty day can be booked or blocked. */
  readonly empty: { readonly href: string; readonly label: string } | null
}

export interface MonthWeek {
  readonly key: string
  readonly days: readonly MonthDay[]
}

/** A month as a table of weeks; on a phone a list of its days. Its roles are written out, since a list made of a table would lose them. */
export function MonthTable({ caption, weeks }: { caption: string; weeks: readonly MonthWeek[] }) {
  const { locale } = useI18n()
  return (
    <table role="table" className="month">
      <caption className="sr">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {weeks[0]?.days.map(({ date }) => (
            <th key={date} role="columnheader" scope="col">
              {formatDay(locale, date, 'weekday')}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {weeks.map(({ key, days }) => (
          <tr key={key} role="row">
            {days.map((day) => (
              <Day key={day.date} day={day} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Day({ day: { date, outside, today, href, lanes, entries, more, moreOrSo, empty } }: { day: MonthDay }) {
  const i18n = useI18n()
  return (
    <td role="cell" className={classNames(outside && 'outside', today && 'today', lanes.length + entries.length === 0 && 'free')}>
      <p className="day-name">
        <a href={href}>
          <span className="weekday">{formatDay(i18n.locale, date, 'weekday')} </span>
          <time dateTime={date}>
            <b>{formatDay(i18n.locale, date, 'dayOfMonth')}</b>
          </time>
          <span className="sr">{` ${formatDay(i18n.locale, date, 'monthName')}${today ? `, ${i18n.t('today')}` : ''}`}</span>
        </a>
      </p>
      {lanes.length + entries.length + more > 0 && (
        <ol>
          {lanes.map((bar, lane) => (bar ? <Bar key={bar.key} bar={bar} /> : <li key={lane} className="room" aria-hidden="true" />))}
          {entries.map((entry) => (
            <Entry key={entry.key} entry={entry} />
          ))}
          {more > 0 && (
            <li className="more">
              <a href={href}>{moreOrSo ? i18n.t('and {count} more at least', { count: more }) : i18n.t('and {count} more', { count: more })}</a>
            </li>
          )}
        </ol>
      )}
      {empty && (
        <p className="gap">
          <a href={empty.href}>
            <Icon name="plus" /> <span>{empty.label}</span>
          </a>
        </p>
      )}
    </td>
  )
}

function Entry({ entry: { href, dateTime, time, domain, kind, title, detail, pending } }: { entry: MonthEntry }) {
  return (
    <li className={classNames('entry', pending && 'pending')} data-domain={domain}>
      <a href={href}>
        <time dateTime={dateTime}>{time}</time> <b>{title}</b> <span className="about">{kind}</span> {detail && <span className="about">{detail}</span>}
      </a>
    </li>
  )
}

function Bar({ bar: { href, when, domain, kind, title, detail, pending, days, fromBefore, goesOn } }: { bar: MonthBar }) {
  return (
    <li className={classNames('entry bar', days === 0 ? 'rest' : `over-${days}`, pending && 'pending', fromBefore && 'from-before', goesOn && 'goes-on')} data-domain={domain}>
      <a href={href}>
        <span className="about">{when}</span> <b>{title}</b> {detail && <span className="detail">{detail}</span>} <span className="about">{kind}</span>
      </a>
    </li>
  )
}
