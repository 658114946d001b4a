import type { ReactNode } from 'react'
import { useI18n } from '~/platform/words/use-i18n'

export interface DayHours {
  /** "Tuesday" */
  readonly day: string
  /** "09:00–19:00"; empty on a closed day. */
  readonly hours: readonly string[]
  readonly today?: boolean
}

/** The hours of a week; today stands out. */
export function HoursList({
  caption,
  quietCaption,
  days,
  note,
}: {
  caption: ReactNode
  quietCaption?: boolean
  days: readonly DayHours[]
  note?: ReactNode
}) {
  const i18n = useI18n()
  return (
    <>
      <table className="hours-list">
        <caption className={quietCaption ? 'sr' : undefined}>{caption}</caption>
        <tbody>
          {days.map(({ day, hours, today }) => (
            <tr key={day} className={today ? 'today' : undefined}>
              <th scope="row">{today ? i18n.t('{day}, today', { day }) : day}</th>
              <td>{hours.length > 0 ? hours.map((span) => <span key={span}>{span}</span>) : i18n.t('Closed')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {note && <p className="soft fine">{note}</p>}
    </>
  )
}
