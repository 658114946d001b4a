import type { I18n } from '@lingui/core'
import {
  type DateStyle,
  formatDate,
  formatDateTime,
  formatRange,
  formatTime,
  formatTimeRange,
  instantText,
  zonePlace,
} from '~/kernel/format'
import { useI18n } from '~/platform/words/use-i18n'

interface TimeProps {
  /** UTC milliseconds. */
  readonly at: number
  readonly zone: string
  readonly show?: 'date-time' | 'date' | 'time'
  readonly written?: DateStyle
  /** Adds the offset, on the night an hour comes twice. */
  readonly offset?: boolean
}

/** An instant in words and for machines: "Tue 3 Nov 2026, 18:00". */
export function Time({ at, zone, show = 'date-time', written, offset }: TimeProps) {
  const { locale } = useI18n()
  return <time dateTime={instantText(at)}>{sentence()}</time>

  function sentence(): string {
    if (show === 'date') return formatDate(locale, zone, at, written)
    if (show === 'time') return formatTime(locale, zone, at, { offset })
    return formatDateTime(locale, zone, at, written, { offset })
  }
}

interface WhenProps {
  readonly start: number
  readonly end: number
  readonly zone: string
  /** The reader's own zone: its time is added where it differs. */
  readonly readerZone?: string | null
  readonly written?: DateStyle
}

/** "Tue 3 Nov 2026, 18:00–19:00 (Lisbon time)", and the reader's own time beside it where that differs. */
export function When({ start, end, zone, readerZone, written }: WhenProps) {
  const i18n = useI18n()
  const own = readerZone && readerZone !== zone ? ownTime(i18n, start, end, zone, readerZone) : null
  return (
    <>
      <time dateTime={instantText(start)}>{formatRange(i18n.locale, zone, start, end, written)}</time>{' '}
      {i18n.t('({place} time)', { place: zonePlace(zone) })}
      {own && <span className="soft">{`, ${own}`}</span>}
    </>
  )
}

/** "13:00–14:00 in New York"; with the day where it is another one. Null where both clocks read the same. */
export function ownTime(i18n: I18n, start: number, end: number, zone: string, readerZone: string): string | null {
  const there = formatRange(i18n.locale, readerZone, start, end, 'short')
  if (there === formatRange(i18n.locale, zone, start, end, 'short')) return null
  const sameDay = formatDate(i18n.locale, readerZone, start) === formatDate(i18n.locale, zone, start)
  const time = sameDay ? formatTimeRange(i18n.locale, readerZone, start, end) : there
  return i18n.t('{time} in {place}', { time, place: zonePlace(readerZone) })
}

/** "45 min", "2 h", "2 h 30 min" */
export function formatDuration(i18n: I18n, minutes: number): string {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  if (hours === 0) return i18n.t('{rest} min', { rest })
  return rest === 0 ? i18n.t('{hours} h', { hours }) : i18n.t('{hours} h {rest} min', { hours, rest })
}
