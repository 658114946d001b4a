import { formatDay } from '~/kernel/format'
import { addDays, mondayOf, type LocalDate } from '~/kernel/time'
import { useI18n } from '~/platform/words/use-i18n'
import { Button } from '~/ui/button'
import { Chips } from '~/ui/chips'
import { Stepper } from '~/ui/pager'
import { calendarHref, type CalendarAddress, type CalendarView } from '../calendar-address'

type I18n = ReturnType<typeof useI18n>

interface Framed {
  readonly path: string
  readonly address: CalendarAddress
  readonly today: LocalDate
}

/** The four ways to look at a calendar. */
export function CalendarViews({ path, address }: Omit<Framed, 'today'>) {
  const i18n = useI18n()
  const names: Readonly<Record<CalendarView, string>> = { month: i18n.t('Month'), week: i18n.t('Week'), day: i18n.t('Day'), agenda: i18n.t('Agenda') }
  const chips = (['month', 'week', 'day', 'agenda'] as const).map((view) => ({
    href: calendarHref(path, { ...address, view }),
    label: names[view],
    current: view === address.view ? ('page' as const) : undefined,
  }))
  return <Chips label={i18n.t('View')} chips={chips} />
}

/** What the calendar shows, above its name in large. */
export function calendarHeading(i18n: I18n, { address: { view, date }, today }: Omit<Framed, 'path'>) {
  const { locale } = i18n
  switch (view) {
    case 'month':
      return { kicker: i18n.t('Month'), title: <time dateTime={date.slice(0, 7)}>{formatDay(locale, date, 'month')}</time> }
    case 'week':
      return { kicker: i18n.t('Week'), title: daysName(locale, mondayOf(date), 'date') }
    case 'agenda':
      return { kicker: i18n.t('Agenda'), title: daysName(locale, date, 'date') }
    case 'day': {
      const weekday = formatDay(locale, date, 'weekdayName')
      return { kicker: date === today ? i18n.t('{weekday}, today', { weekday }) : weekday, title: <time dateTime={date}>{formatDay(locale, date, 'date')}</time> }
    }
  }
}

/** What is shown before, today, and what comes after. */
export function CalendarSteps({ path, address, today }: Framed) {
  const i18n = useI18n()
  const { label, step } = stepsOf(i18n, address)
  const to = (by: -1 | 1) => {
    const { date, name } = step(by)
    return { href: calendarHref(path, { ...address, date }), label: name }
  }
  return (
    <Stepper label={label} earlier={to(-1)} later={to(1)}>
      {address.date !== today && (
        <Button variant="quiet" href={calendarHref(path, { ...address, date: today })}>
          {i18n.t('Today')}
        </Button>
      )}
    </Stepper>
  )
}

function stepsOf(i18n: I18n, { view, date }: CalendarAddress): { label: string; step: (by: -1 | 1) => { date: LocalDate; name: string } } {
  const { locale } = i18n
  const week = (from: LocalDate) => daysName(locale, from, 'day')
  switch (view) {
    case 'month':
      return { label: i18n.t('Months'), step: (by) => named(monthFrom(date, by), (other) => formatDay(locale, other, 'month')) }
    case 'week':
      return { label: i18n.t('Weeks'), step: (by) => named(addDays(date, 7 * by), (other) => week(mondayOf(other))) }
    case 'agenda':
      return { label: i18n.t('Weeks'), step: (by) => named(addDays(date, 7 * by), week) }
    case 'day':
      return { label: i18n.t('Days'), step: (by) => named(addDays(date, by), (other) => formatDay(locale, other, 'short')) }
  }
}

function named(date: LocalDate, name: (date: LocalDate) => string): { date: LocalDate; name: string } {
  return { date, name: name(date) }
}

/** The first day of the month before or after. */
function monthFrom(date: LocalDate, by: -1 | 1): LocalDate {
  const first = `${date.slice(0, 7)}-01`
  return `${addDays(first, by < 0 ? -1 : 31).slice(0, 7)}-01`
}

/** "23–29 November 2026", or "30 Nov – 6 Dec" where the month changes. */
function daysName(locale: string, from: LocalDate, style: 'day' | 'date'): string {
  const to = addDays(from, 6)
  if (from.slice(0, 7) === to.slice(0, 7)) return `${formatDay(locale, from, 'dayOfMonth')}–${formatDay(locale, to, style)}`
  return `${formatDay(locale, from, 'day')} – ${formatDay(locale, to, style)}`
}
