import type { ReactNode } from 'react'
import { formatDay } from '~/kernel/format'
import { useI18n } from '~/platform/words/use-i18n'

export interface Slot {
  readonly href: string
  /** Wall time: "10:30"; on the night an hour comes twice with its offset: "01:00 GMT+1". */
  readonly time: string
  /** For `<time datetime>`. */
  readonly dateTime: string
  /** The reader's own time, where it differs: "05:30 New York". */
  readonly also?: string
  /** What else there is to say: "2 places left". */
  readonly note?: string
}

export interface SlotDay {
  /** "2026-11-12" */
  readonly date: string
  readonly slots: readonly Slot[]
  /** Why there is none: "Closed", "Fully booked". */
  readonly none?: string
}

/** A week of days, each with its times as links, or why there are none. */
export function SlotWeek({ days }: { days: readonly SlotDay[] }) {
  return (
    <ol className="slot-week">
      {days.map((day) => (
        <li key={day.date}>
          <h3>
            <DayName date={day.date} />
          </h3>
          {day.slots.length > 0 ? <Slots slots={day.slots} /> : <p className="none">{day.none}</p>}
        </li>
      ))}
    </ol>
  )
}

export function Slots({ slots }: { slots: readonly Slot[] }) {
  return (
    <ul className="slots">
      {slots.map((slot) => (
        <li key={slot.href}>
          <a href={slot.href}>
            <time dateTime={slot.dateTime}>{slot.time}</time> {slot.also && <Small>{slot.also}</Small>}{' '}
            {slot.note && <Small>{slot.note}</Small>}
          </a>
        </li>
      ))}
    </ul>
  )
}

/** "Thu 12", and the month for those who hear it. */
export function DayName({ date, children }: { date: string; children?: ReactNode }) {
  const { locale } = useI18n()
  return (
    <>
      <time dateTime={date}>
        {formatDay(locale, date, 'weekday')} <b>{formatDay(locale, date, 'dayOfMonth')}</b>
      </time>
      <span className="sr">
        {' '}
        {formatDay(locale, date, 'monthName')}
        {children}
      </span>
    </>
  )
}

function Small({ children }: { children: ReactNode }) {
  return <small>{children}</small>
}
