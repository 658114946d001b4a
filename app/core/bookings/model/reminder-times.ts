import { dayBefore, hour, type Instant } from '~/kernel/time'

export type ReminderKind = 'day-before' | 'hour-before'

export interface DueReminder {
  readonly kind: ReminderKind
  readonly dueAt: Instant
}

/**
 * When a visit is reminded of: at the same wall time one calendar day before (23 or 25 hours where the clock changes in between), and
 * an hour before. What would be due at `since` or earlier is left out: who booked or moved later than that has just been told.
 */
export function reminderTimes(startsAt: Instant, zone: string, since: Instant): DueReminder[] {
  const times: DueReminder[] = [
    { kind: 'day-before', dueAt: dayBefore(startsAt, zone) },
    { kind: 'hour-before', dueAt: startsAt - hour },
  ]
  return times.filter(({ dueAt }) => dueAt > since)
}
