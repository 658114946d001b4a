import * as z from 'zod'
import { formatInstant, parseInstant } from '~/kernel/time'

/** What a customer chose: a start, and perhaps a person and a store by their ids. Stored with the booking's item. */
export const choice = z.object({
  start: z.string().refine((text) => parseInstant(text) !== null),
  staff: z.string().nullable().default(null),
  store: z.string().nullable().default(null),
  /** It begins when the service before it in the same visit is over, on no grid of its own. */
  follows: z.literal(true).optional(),
})

export type Choice = z.output<typeof choice>

export function startOf(chosen: Choice): number {
  const start = parseInstant(chosen.start)
  if (start === null) throw new Error(`Not an instant: ${chosen.start}`)
  return start
}

/** The choices of services that are done one after the other: the first begins on its grid, the others follow. */
export function chosenInTurn(chosen: readonly { readonly start: number; readonly staff: string | null; readonly store: string | null }[]): Choice[] {
  return chosen.map(({ start, staff, store }, at) => ({ ...chosenAt(start, staff, store), ...(at > 0 && { follows: true }) }))
}

export function chosenAt(start: number, staff: string | null, store: string | null): Choice {
  return { start: formatInstant(start), staff, store }
}
