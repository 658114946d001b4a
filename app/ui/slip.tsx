import type { ReactNode } from 'react'
import { formatDay } from '~/kernel/format'
import { useI18n } from '~/platform/words/use-i18n'

/** A booking as a printed slip: the day large, beside it when, with whom and where. `date` is "2026-11-12". */
export function Slip({ date, label, children }: { date: string; label: string; children: ReactNode }) {
  const { locale } = useI18n()
  return (
    <section className="slip" aria-label={label}>
      <div className="when">
        <time dateTime={date}>
          {formatDay(locale, date, 'weekdayName')} <b>{formatDay(locale, date, 'dayOfMonth')}</b> {formatDay(locale, date, 'month')}
        </time>
      </div>
      <div className="stack">{children}</div>
    </section>
  )
}
