import * as z from 'zod'
import { isLocalDate } from '~/kernel/time'
import type { Guests } from './model/price-stay'

const date = z.string().refine(isLocalDate)
const people = z.number().int().min(0).max(200)

/** What a guest chose: dates on the property's calendar, and who comes. Stored with the booking's item. */
export const choice = z.object({
  kind: z.literal('stay'),
  arrive: date,
  depart: date,
  guests: z.object({ adults: people, children: people.default(0), infants: people.optional() }),
})

export type Choice = z.output<typeof choice>

export function chosenStay(dates: { readonly arrive: string; readonly depart: string }, guests: Guests): Choice {
  return { kind: 'stay', arrive: dates.arrive, depart: dates.depart, guests }
}
