import type { I18n } from '@lingui/core'
import * as z from 'zod'
import { isLocalDate } from '~/kernel/time'
import { date, figure, ids, line, time, words } from '~/platform/form-fields'
import { worded } from '~/platform/words/i18n'

const terms = (i18n: I18n) => ({
  title: words(i18n, 120),
  capacity: figure(i18n, { from: 1, to: 100_000 }).optional(),
  price: words(i18n, 40),
  staffId: words(i18n, 40),
  placeIds: ids(),
  prepareMinutes: figure(i18n, { from: 0, to: 1440 }).default(0),
  clearMinutes: figure(i18n, { from: 0, to: 1440 }).default(0),
  minPeople: figure(i18n, { from: 1, to: 100_000 }).optional(),
  decideHours: figure(i18n, { from: 0, to: 8760 }).optional(),
  /** The guide works then, whatever their hours say. */
  anyHours: z.boolean().default(false),
})

/** A date, or dates that come again: every so many days, weeks or months, until a date or so many times, but for some that are left out. */
export const datesForm = worded((i18n) =>
  z
    .object({
      ...terms(i18n),
      date: date(i18n),
      time: time(i18n),
      durationMinutes: figure(i18n, { from: 1, to: 43_200 }),
      storeId: words(i18n, 40),
      repeats: z.enum(['no', 'daily', 'weekly', 'monthly-day', 'monthly-weekday', 'monthly-last']).default('no'),
      every: figure(i18n, { from: 1, to: 52 }).default(1),
      weekdays: z.array(z.coerce.number().int().min(1).max(7)).max(7).default([]),
      until: date(i18n).optional(),
      times: figure(i18n, { from: 1, to: 400 }).optional(),
      leaveOut: dateLines(i18n),
      /** Dates that are left out, since they cannot be had. */
      skip: z.array(date(i18n)).max(400).default([]),
    })
    .superRefine(({ date: first, repeats, until, times }, ctx) => {
      if (repeats === 'no' || until === undefined) return
      if (until < first) ctx.addIssue({ code: 'custom', path: ['until'], message: i18n.t('Choose an end that is not before the first date') })
      if (times !== undefined) ctx.addIssue({ code: 'custom', path: ['times'], message: i18n.t('Say when it ends or how many times, not both') })
    }),
)

export type DatesInput = z.input<ReturnType<typeof datesForm>>
export type DatesValues = z.output<ReturnType<typeof datesForm>>

/** What holds of one date, or of it and all that follow. */
export const dateChangeForm = worded((i18n) => z.object({ ...terms(i18n), scope: scope() }))

export type DateChangeInput = z.input<ReturnType<typeof dateChangeForm>>
export type DateChangeValues = z.output<ReturnType<typeof dateChangeForm>>

/** Another time for a date. */
export const dateMoveForm = worded((i18n) => z.object({ date: date(i18n), time: time(i18n), scope: scope(), reason: words(i18n, 500), anyHours: z.boolean().default(false) }))

export type DateMoveInput = z.input<ReturnType<typeof dateMoveForm>>

/** The end of a date, with what everybody is told. */
export const dateCancelForm = worded((i18n) => z.object({ reason: line(i18n, i18n.t('Write why: everybody who is booked reads it'), 500), scope: scope() }))

function scope() {
  return z.enum(['one', 'following']).default('one')
}

/** Dates, one a line. */
function dateLines(i18n: I18n) {
  return z
    .string()
    .max(5000, i18n.t('Write at most {max} characters', { max: 5000 }))
    .default('')
    .transform((text, ctx) => {
      const lines = text.split('\n').map((one) => one.trim()).filter((one) => one !== '')
      const wrong = lines.find((one) => !isLocalDate(one))
      if (wrong !== undefined) ctx.addIssue({ code: 'custom', message: i18n.t('“{line}” is no date. Write one a line, such as 2027-03-28', { line: wrong }) })
      return lines
    })
}
