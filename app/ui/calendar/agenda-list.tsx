import { formatDay } from '~/kernel/format'
import { useI18n } from '~/platform/words/use-i18n'
import { classNames } from '../class-names'
import { Icon } from '../icon'

export interface AgendaEntry {
  readonly key: string
  readonly href: string
  readonly dateTime: string
  /** "09:30–10:30", or the days that it lasts: "Mon 2 Nov – Thu 5 Nov". */
  readonly when: string
  /** It lasts for days, and stands on each of them. */
  readonly lasting: boolean
  readonly domain: string
  readonly kind: string
  readonly title: string
  readonly detail?: string
  readonly pending?: boolean
}

export interface AgendaDay {
  readonly date: string
  readonly today: boolean
  readonly href: string
  readonly entries: readonly AgendaEntry[]
  readonly more: number
  readonly moreOrSo: boolean
  readonly empty: { readonly href: string; readonly label: string } | null
}

/** Day after day, each with what it has in order of time. */
export function AgendaList({ days }: { days: readonly AgendaDay[] }) {
  return (
    <div className="week agenda">
      {days.map((day) => (
        <Day key={day.date} day={day} />
      ))}
    </div>
  )
}

function Day({ day: { date, today, href, entries, more, moreOrSo, empty } }: { day: AgendaDay }) {
  const i18n = useI18n()
  return (
    <section className={classNames('day', today && 'today')} aria-labelledby={`on-${date}`}>
      <h2 id={`on-${date}`}>
        <a href={href}>
          <time dateTime={date}>{formatDay(i18n.locale, date, 'long')}</time>
          {today && `, ${i18n.t('today')}`}
        </a>
      </h2>
      {entries.length > 0 && (
        <ol>
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
      {empty ? (
        <p className="gap">
          <a href={empty.href}>
            <Icon name="plus" /> <span>{empty.label}</span>
          </a>
        </p>
      ) : (
        entries.length === 0 && <p className="off">{i18n.t('Nothing was booked')}</p>
      )}
    </section>
  )
}

function Entry({ entry: { href, dateTime, when, domain, kind, title, detail, pending, lasting } }: { entry: AgendaEntry }) {
  return (
    <li className={classNames('entry', pending && 'pending', lasting && 'lasting')} data-domain={domain}>
      <a href={href}>
        <time dateTime={dateTime}>{when}</time> <span className="tag">{kind}</span> <b>{title}</b> {detail && <span>{detail}</span>}
      </a>
    </li>
  )
}
