import type { I18n } from '@lingui/core'
import * as z from 'zod'
import { questionRow } from '~/core/bookings/index'
import { approvalFields, extraForm, listingFields, type Field } from '~/core/listings/index'
import { ownTermsFields } from '~/core/payments/index'
import { dateChangeForm } from '~/core/sessions/index'
import { date, figure, line, words } from '~/platform/form-fields'
import { worded } from '~/platform/words/i18n'

export const eventForms = ['physical', 'virtual', 'hybrid'] as const

/** An event as its editor sends it. */
export const eventForm = worded((i18n) =>
  z.object({
    ...listingFields(i18n),
    form: z.enum(eventForms, { error: i18n.t('Choose where it takes place') }),
    venueName: words(i18n, 120),
    venueAddress: words(i18n, 300),
    place: words(i18n, 60),
    virtualLink: words(i18n, 500),
    notes: words(i18n, 2000),
    ageLimit: figure(i18n, { from: 1, to: 120 }).optional(),
    mostPerOrder: figure(i18n, { from: 1, to: 50 }),
    ...approvalFields(i18n),
    payment: ownTermsFields(i18n),
    storeIds: z.array(z.string().max(40)).max(500).default([]),
    questions: z.array(questionRow(i18n)).max(20, i18n.t('Ask at most 20 questions')).default([]),
  }),
)

/** The same with what the category that is chosen asks. */
export function eventFormWith(i18n: I18n, fields: readonly Field[]) {
  return eventForm(i18n).extend({ extra: extraForm(i18n, fields) })
}

export type EventInput = z.input<ReturnType<typeof eventForm>> & { readonly extra?: Readonly<Record<string, string>> }
export type EventValues = z.output<ReturnType<typeof eventFormWith>>

/** A kind of ticket as its editor sends it. Prices are read by whoever knows the currency; a day stands for all of it. */
export const ticketForm = worded((i18n) =>
  z.object({
    title: line(i18n, i18n.t('Enter a title'), 80),
    description: words(i18n, 500),
    price: line(i18n, i18n.t('Enter a price; 0 is free'), 40),
    saleFrom: date(i18n).optional(),
    saleUntil: date(i18n).optional(),
    leastPerOrder: figure(i18n, { from: 1, to: 50 }),
    mostPerOrder: figure(i18n, { from: 1, to: 50 }),
    code: words(i18n, 40),
    active: z.boolean().default(false),
    quotaIds: z.array(z.string().max(40)).max(50).default([]),
    steps: z.array(stepRow(i18n)).max(10, i18n.t('Give it at most 10 other prices')).default([]),
    questions: z.array(questionRow(i18n)).max(20, i18n.t('Ask at most 20 questions')).default([]),
  }),
)

export type TicketInput = z.input<ReturnType<typeof ticketForm>>
export type TicketValues = z.output<ReturnType<typeof ticketForm>>

export const quotaForm = worded((i18n) => z.object({ name: line(i18n, i18n.t('Enter a name'), 80), capacity: figure(i18n, { from: 0, to: 1_000_000 }).optional() }))

/** The name of a quota's number in the form of a date. */
export function quotaField(id: string): `quota-${string}` {
  return `quota-${id}`
}

/** What holds of one date: as of any date, and one field for each quota. */
export function dateForm(i18n: I18n, quotaIds: readonly string[]) {
  const number = figure(i18n, { from: 0, to: 1_000_000 }).optional()
  const quotas: Record<`quota-${string}`, typeof number> = Object.fromEntries(quotaIds.map((id) => [quotaField(id), number]))
  return dateChangeForm(i18n).extend(quotas)
}

/** Small acts, each a form of one button. */
export const stateForm = worded((i18n) => z.object({ state: z.enum(['published', 'paused'], { error: i18n.t('Choose what becomes of it') }) }))

export const cancelForm = worded((i18n) => z.object({ reason: line(i18n, i18n.t('Write why: everybody who has a ticket reads it'), 500) }))

function stepRow(i18n: I18n) {
  return z
    .object({
      title: line(i18n, i18n.t('Say what this price is called'), 60),
      price: line(i18n, i18n.t('Enter a price; 0 is free'), 40),
      until: date(i18n).optional(),
      first: figure(i18n, { from: 1, to: 1_000_000 }).optional(),
    })
    .refine(({ until, first }) => until !== undefined || first !== undefined, { path: ['until'], message: i18n.t('Say until when it holds, or for how many') })
}
