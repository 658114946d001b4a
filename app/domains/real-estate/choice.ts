import * as z from 'zod'
import { formatInstant, isLocalDate, parseInstant } from '~/kernel/time'
import type { Guests } from './model/price-stay'

const date = z.string().refine(isLocalDate)
const people = z.number().int().min(0).max(200)

/** What a guest chose: dates on the property's calendar, and who comes. */
export const stayChoice = z.object({
  kind: z.literal('stay'),
  arrive: date,
  depart: date,
  guests: z.object({ adults: people, children: people.default(0), infants: people.optional() }),
})

/** When somebody comes to see what is for rent or for sale; whichever of its agents is free shows it, or the one who was asked for at the desk. */
export const viewingChoice = z.object({ kind: z.literal('viewing'), start: z.string().refine((text) => parseInstant(text) !== null), agentId: z.string().optional() })

/** What was chosen of a property. Stored with the booking's item. */
export const choice = z.discriminatedUnion('kind', [stayChoice, viewingChoice])

export type StayChoice = z.output<typeof stayChoice>
export type ViewingChoice = z.output<typeof viewingChoice>
export type Choice = z.output<typeof choice>

export function chosenViewing(start: number, agentId: string | null = null): ViewingChoice {
  return { kind: 'viewing', start: formatInstant(start), ...(agentId === null ? {} : { agentId }) }
}

export function startOf({ start }: ViewingChoice): number {
  const at = parseInstant(start)
  if (at === null) throw new Error(`Not an instant: ${start}`)
  return at
}

export function chosenStay(dates: { readonly arrive: string; readonly depart: string }, guests: Guests): StayChoice {
  return { kind: 'stay', arrive: dates.arrive, depart: dates.depart, guests }
}
