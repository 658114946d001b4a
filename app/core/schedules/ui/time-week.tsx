import type { I18n } from '@lingui/core'
import { formatDate, formatDay, formatTime, instantText, zonePlace } from '~/kernel/format'
import { addDays } from '~/kernel/time'
import { useI18n } from '~/platform/words/use-i18n'
import { Stepper } from '~/ui/pager'
import { SlotWeek } from '~/ui/slot-week'
import type { OfferedDay, OfferedTime, TimesPage } from '../times-page.server'

interface TimeWeekProps {
  readonly page: TimesPage
  readonly zone: string
  readonly readerZone: string | null
  readonly timeHref: (start: number, person?: OfferedTime['person']) => string
  readonly weekHref: (monday: string) => string
}

/** A week of times as links, and the way to the weeks around it. */
export function TimeWeek({ page, zone, readerZone, timeHref, weekHref }: TimeWeekProps) {
  const i18n = useI18n()
  const step = (days: number) => {
    const monday = addDays(page.monday, days)
    return monday < page.first || monday > page.last ? undefined : { href: weekHref(monday), label: weekName(i18n.locale, monday, 'day') }
  }
  return (
    <section aria-labelledby="week">
      <header className="title-line">
        <h2 id="week">{weekName(i18n.locale, page.monday, 'date')}</h2>
        <Stepper label={i18n.t('Weeks')} earlier={step(-7)} later={step(7)} />
      </header>
      <SlotWeek
        days={page.days.map((day) => ({
          date: day.date,
          none: whyNone(i18n, day.none),
          slots: day.times.map(({ start, time, person }) => ({ href: timeHref(start, person), time, note: person?.name, dateTime: instantText(start), also: alsoIn(i18n.locale, start, zone, readerZone) })),
        }))}
      />
    </section>
  )
}

/** "9–15 November 2026", or "30 Nov – 6 Dec" where it is short. */
function weekName(locale: string, monday: string, style: 'day' | 'date'): string {
  const sunday = addDays(monday, 6)
  const sameMonth = monday.slice(0, 7) === sunday.slice(0, 7)
  return sameMonth ? `${formatDay(locale, monday, 'dayOfMonth')}–${formatDay(locale, sunday, style)}` : `${formatDay(locale, monday, 'day')} – ${formatDay(locale, sunday, style)}`
}

/** The reader's own time, with the day where it is another one. */
function alsoIn(locale: string, start: number, zone: string, readerZone: string | null): string | undefined {
  if (readerZone === null || readerZone === zone) return undefined
  const time = formatTime(locale, readerZone, start)
  const day = formatDate(locale, readerZone, start, 'weekday')
  if (day !== formatDate(locale, zone, start, 'weekday')) return `${day} ${time} ${zonePlace(readerZone)}`
  return time === formatTime(locale, zone, start) ? undefined : `${time} ${zonePlace(readerZone)}`
}

function whyNone(i18n: I18n, none: OfferedDay['none']): string | undefined {
  switch (none) {
    case null:
      return undefined
    case 'closed':
      return i18n.t('Closed')
    case 'full':
      return i18n.t('Fully booked')
    case 'past':
      return i18n.t('Over')
    case 'soon':
      return i18n.t('Too soon to book')
    case 'ahead':
      return i18n.t('Too far ahead')
    case 'other-part':
      return i18n.t('Nothing then')
  }
}
