import { hour, localDateOf, formatTime, minute, type LocalDate } from '~/kernel/time'
import type { BlockDraft } from './ui/block-form'
import { minutesAt } from './model/wall-minutes'

interface Wanted {
  readonly zone: string
  readonly who: string
  readonly store: string
  /** Where a free stretch was chosen. */
  readonly at: number | null
  /** Without one: this day, from the next full hour on. */
  readonly date: LocalDate
  readonly now: number
}

/** What the form to block time begins with: an hour from where the calendar was touched. */
export function blockDraft({ zone, who, store, at, date, now }: Wanted): BlockDraft {
  const start = at ?? Math.ceil(now / hour) * hour
  const from = minutesAt(start, localDateOf(start, zone), zone)
  const day = at === null ? date : localDateOf(at, zone)
  return { who, store, date: day, from: formatTime(from), to: formatTime(Math.min(from + hour / minute, 24 * 60 - 1)) }
}
