import * as z from 'zod'
import { isLocalDate, parseTime } from '~/kernel/time'
import { worded } from '~/platform/words/i18n'

export const reasonForm = worded((i18n) =>
  z.object({
    reason: z
      .string({ error: i18n.t('Write a reason: it is sent to the customer') })
      .trim()
      .min(1, i18n.t('Write a reason: it is sent to the customer'))
      .max(500, i18n.t('Write at most 500 letters')),
  }),
)

/** A reason that stays inside the house. */
export const inwardReasonForm = worded((i18n) =>
  z.object({
    reason: z.string({ error: i18n.t('Write a reason') }).trim().min(1, i18n.t('Write a reason')).max(500, i18n.t('Write at most 500 letters')),
  }),
)

export const noteForm = worded((i18n) => z.object({ note: z.string().max(2000, i18n.t('Write at most 2000 letters')).optional() }))

export const paymentForm = worded((i18n) =>
  z.object({
    method: z.enum(['cash', 'card-terminal', 'transfer', 'other'], { error: i18n.t('Choose how it was paid') }),
    amount: z.string({ error: i18n.t('Enter an amount') }).max(60, i18n.t('Enter an amount')),
  }),
)

/** Each line's amount is read by whoever knows the sale. */
export const refundForm = worded((i18n) =>
  z.object({
    reason: z.string({ error: i18n.t('Write a reason') }).trim().min(1, i18n.t('Write a reason')).max(500, i18n.t('Write at most 500 letters')),
    amounts: z.array(z.object({ position: z.number().int(), amount: z.string().max(60, i18n.t('Enter an amount')).optional() })).max(200).default([]),
    all: z.enum(['yes']).optional(),
  }),
)

export const givingForm = worded((i18n) => z.object({ method: z.enum(['cash', 'card-terminal', 'transfer', 'other'], { error: i18n.t('Choose how it was given') }) }))

export const assignmentForm = worded((i18n) =>
  z.object({
    item: z.string({ error: i18n.t('We know no such booking.') }),
    staff: z.string({ error: i18n.t('Choose who will do it') }),
  }),
)

export const blockForm = worded((i18n) =>
  z.object({
    who: z.string({ error: i18n.t('Choose a person or a place') }),
    date: z.string({ error: i18n.t('Choose a day') }).refine(isLocalDate, i18n.t('Enter a real date')),
    from: z.string({ error: i18n.t('Enter when it begins') }).refine((text) => parseTime(text) !== null, i18n.t('Enter a time such as 09:30')),
    to: z.string({ error: i18n.t('Enter when it ends') }).refine((text) => parseTime(text) !== null, i18n.t('Enter a time such as 17:00')),
    reason: z.string({ error: i18n.t('Write a reason') }).trim().min(1, i18n.t('Write a reason')).max(200, i18n.t('Write at most 200 letters')),
    store: z.string().optional(),
  }),
)

/** Which calendar an address is made for. */
export const feedForm = worded(() => z.object({ scope: z.enum(['own', 'all']) }))
