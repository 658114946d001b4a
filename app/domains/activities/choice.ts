import * as z from 'zod'

/** What a customer chose: a date, how many of each kind of person, and whether they want it alone. Stored with the booking's item. */
export const choice = z.object({
  session: z.string(),
  people: z.record(z.string(), z.number().int().min(0).max(500)),
  private: z.boolean().default(false),
})

export type Choice = z.output<typeof choice>
