import { replaceWeeklyHours, type WeeklyHours } from '~/core/schedules/index.server'
import type { BusinessCtx } from '~/kernel/ctx'

/** The same hours on each of these weekdays (1 is Monday), from and to full hours. */
export function everyDay(from: number, to: number, weekdays: readonly number[] = [1, 2, 3, 4, 5, 6, 7]): WeeklyHours[] {
  return weekdays.map((weekday) => ({ weekday, from: from * 60, to: to * 60 }))
}

/** Gives an owner weekly hours, by default 09–17 every day. */
export function hours(ctx: BusinessCtx, ownerId: string, rows: readonly WeeklyHours[] = everyDay(9, 17)): void {
  const answer = replaceWeeklyHours(ctx, ownerId, rows)
  if (!answer.ok) throw new Error(`No hours: ${answer.refusal}`)
}
