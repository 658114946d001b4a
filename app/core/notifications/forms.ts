import * as z from 'zod'
import { isId } from '~/kernel/ids'

/** What the centre's form sends: the ticked ones, and which button was pressed; `one` is a row's own button. */
export const markReadForm = z.object({
  id: z.array(z.string().refine(isId)).max(100).default([]),
  one: z.string().refine(isId).optional(),
  act: z.enum(['read', 'read-all']).optional(),
})
