import * as z from 'zod'
import { formatInstant, parseInstant } from '~/kernel/time'

/** What a customer chose: a start, and perhaps a person and a store by their ids. Stored with the booking's item. */
export const choice = z.object({
  start: z.string().refine((text) => parseInstant(text) !== null),
  staff: z.string().nullable().default(null),
  store: z.string().nullable().default(null),
})

export type Choice = z.output<typeof choice>

export function startOf(chosen: Choice): number {
  const start = parseInstant(chosen.start)
  if (start === null) throw new Error(`Not an instant: ${chosen.start}`)
  return start
}

export function chosenAt(start: number, staff: string | null, store: string | null): Choice {
  return { start: formatInstant(start), staff, store }
}
