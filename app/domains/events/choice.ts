import * as z from 'zod'

/** One ticket: of which date, of which kind. Stored with the booking's item. */
export const choice = z.object({
  session: z.string().max(60),
  ticket: z.string().max(60),
  /** The word that shows a hidden kind of ticket. */
  code: z.string().max(60).nullable().default(null),
  /** What the customer was shown that it costs, in minor units: it is not sold for more or less. Null where nobody was shown a price. */
  shownMinor: z.number().int().nullable().default(null),
})

export type Choice = z.output<typeof choice>
