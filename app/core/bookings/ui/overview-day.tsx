import { formatTime, instantText } from '~/kernel/format'
import { addDays, wallClock } from '~/kernel/time'
import { useI18n } from '~/platform/words/use-i18n'
import { Badge } from '~/ui/badge'
import { Button } from '~/ui/button'
import { DaySheet, type DaySheetEntry, type DaySheetLine } from '~/ui/day-sheet'
import { EmptyState } from '~/ui/empty-state'
import type { Overview } from '../overview.server'
import { statusName } from '../words'

interface DayProps {
  readonly day: Overview
  /** `/dashboard/harbour-salon` */
  readonly base: string
}

/** Today in order of time, with a line where the clock stands. */
export function OverviewDay({ day, base }: DayProps) {
  const i18n = useI18n()
  const { entries, sessions, tomorrow } = day
  const count = entries.length + sessions.length
  return (
    <section aria-labelledby="today">
      <header className="row ends base">
        <h2 id="today">{i18n.t('{count, plural, =0 {Nothing today} one {Today, # entry} other {Today, # entries}}', { count })}</h2>
        {day.ownOnly && <p className="soft fine">{i18n.t('Your own diary')}</p>}
      </header>
      {count === 0 ? (
        <EmptyState id="empty-day" title={i18n.t('The day is free')} level={3}>
          <p>{i18n.t('Whatever is booked for today comes here at once. See the week for what is coming.')}</p>
        </EmptyState>
      ) : (
        <DaySheet lines={linesOf(i18n, day, base)} />
      )}
      <div className="pager">
        <Button variant="quiet" href={`${base}/calendar?view=week`}>
          {i18n.t('The whole week')}
        </Button>
        <Button variant="quiet" href={`${base}/calendar?view=day&date=${nextDate(day)}`}>
          {i18n.t('{count, plural, =0 {Tomorrow, nothing yet} one {Tomorrow, # entry} other {Tomorrow, # entries}}', { count: tomorrow })}
        </Button>
      </div>
    </section>
  )
}

type I18n = ReturnType<typeof useI18n>

function linesOf(i18n: I18n, day: Overview, base: string): DaySheetLine[] {
  const lines: DaySheetLine[] = []
  let part = ''
  let pastNow = false
  const nowLine: DaySheetLine = { kind: 'now', label: i18n.t('Now,'), dateTime: instantText(day.now), time: formatTime(i18n.locale, day.zone, day.now) }
  const all = [
    ...day.entries.map((entry) => ({ startsAt: entry.startsAt, endsAt: entry.endsAt, line: () => entryOf(i18n, day, base, entry) })),
    ...day.sessions.map((session) => ({ startsAt: session.startsAt, endsAt: session.endsAt, line: () => sessionOf(i18n, day, base, session) })),
  ].sort((a, b) => a.startsAt - b.startsAt)
  for (const entry of all) {
    if (!pastNow && entry.endsAt > day.now && entry.startsAt > day.now) {
      lines.push(nowLine)
      pastNow = true
    }
    const label = partOf(i18n, wallClock(entry.startsAt, day.zone).minute)
    if (label !== part) lines.push({ kind: 'part', label })
    part = label
    lines.push(entry.line())
  }
  return pastNow ? lines : [...lines, nowLine]
}

function entryOf(i18n: I18n, day: Overview, base: string, entry: Overview['entries'][number]): DaySheetEntry {
  const { label, tone } = statusName(i18n, entry.shown)
  const { locale } = i18n
  const about = entry.status === 'pending' && entry.answerBy !== null ? i18n.t('needs a yes by {time}', { time: formatTime(locale, day.zone, entry.answerBy) }) : entry.due && i18n.t('{due} to pay on arrival', { due: entry.due })
  return {
    kind: 'entry',
    key: entry.itemId,
    domain: entry.domain,
    tag: day.trades[entry.domain] ?? entry.domain,
    dateTime: instantText(entry.startsAt),
    time: formatTime(locale, entry.timeZone, entry.startsAt),
    until: formatTime(locale, entry.timeZone, entry.endsAt),
    href: `${base}/bookings/${entry.reference}`,
    title: entry.title,
    where: about || undefined,
    who: [entry.attendeeName ?? entry.contactName, [entry.person, ...entry.places].filter(Boolean).join(', ')].filter((line) => line !== ''),
    state: <Badge tone={tone}>{label}</Badge>,
    past: entry.endsAt <= day.now,
  }
}

function sessionOf(i18n: I18n, day: Overview, base: string, session: Overview['sessions'][number]): DaySheetEntry {
  return {
    kind: 'entry',
    key: session.id,
    domain: session.domain,
    tag: day.trades[session.domain] ?? session.domain,
    dateTime: instantText(session.startsAt),
    time: formatTime(i18n.locale, session.timeZone, session.startsAt),
    until: formatTime(i18n.locale, session.timeZone, session.endsAt),
    href: `${base}${session.path}`,
    title: session.title,
    who: [session.taken, session.person ?? ''].filter((line) => line !== ''),
    state: <Badge tone={session.waits ? 'wait' : 'good'}>{session.state}</Badge>,
    past: session.endsAt <= day.now,
  }
}

function partOf(i18n: I18n, minute: number): string {
  if (minute < 12 * 60) return i18n.t('Morning')
  return minute < 18 * 60 ? i18n.t('Afternoon') : i18n.t('Evening')
}

function nextDate({ date }: Overview): string {
  return addDays(date, 1)
}
