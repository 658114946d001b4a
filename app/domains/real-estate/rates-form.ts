import type { I18n } from '@lingui/core'
import * as z from 'zod'
import { parseTime } from '~/kernel/time'
import { words } from '~/platform/form-fields'
import { worded } from '~/platform/words/i18n'
import { figures } from './model/figures'
import { figure } from './property-form'

/** How many empty rows follow those that are filled in. */
export const spareRows = 2

/** What stays cost and which rules they have, as the editor sends it. Amounts are read by whoever knows the currency; rows without a name are left out. */
export const ratesForm = worded((i18n) =>
  z.object({
    nightly: amount(i18n),
    weekend: words(i18n, 40),
    weekendDays: weekdays(),
    extraGuest: words(i18n, 40),
    guestsIncluded: figure(i18n, 'guestsIncluded'),
    guestsMost: figure(i18n, 'guestsMost'),
    tax: words(i18n, 40),
    taxNights: figure(i18n, 'taxNights').optional(),
    childAge: figure(i18n, 'childAge'),
    minNights: figure(i18n, 'minNights'),
    maxNights: figure(i18n, 'maxNights').optional(),
    stayBy: z.enum(['arrival', 'every-night'], { error: i18n.t('Choose one') }),
    arrivalDays: weekdays(),
    departureDays: weekdays(),
    prepareNights: figure(i18n, 'prepareNights'),
    noticeDays: figure(i18n, 'noticeDays'),
    windowDays: figure(i18n, 'windowDays'),
    checkInFrom: wallTime(i18n),
    checkInUntil: wallTime(i18n).optional(),
    checkOutBy: wallTime(i18n),
    discounts: z.array(discountRow(i18n)).max(200).default([]),
    fees: z.array(feeRow(i18n)).max(200).default([]),
  }),
)

export type RatesInput = z.input<ReturnType<typeof ratesForm>>
export type RatesValues = z.output<ReturnType<typeof ratesForm>>

function amount(i18n: I18n) {
  const missing = i18n.t('Enter an amount')
  return z.string({ error: missing }).trim().min(1, missing).max(40)
}

function weekdays() {
  return z.array(z.enum(['1', '2', '3', '4', '5', '6', '7'])).max(7).default([]).transform((days) => days.map(Number))
}

/** "15:00" in minutes since midnight. */
function wallTime(i18n: I18n) {
  const sentence = i18n.t('Enter a time such as 15:00')
  return z.string({ error: sentence }).transform((text, context) => {
    const minutes = parseTime(text)
    if (minutes !== null) return minutes
    context.addIssue({ code: 'custom', message: sentence })
    return z.NEVER
  })
}

function discountRow(i18n: I18n) {
  const { from, to } = figures.percent
  const percent = i18n.t('Enter a whole number from {from} to {to}', { from, to })
  return z
    .object({ kind: z.enum(['length', 'early', 'late'], { error: i18n.t('Choose one') }).optional(), threshold: figure(i18n, 'threshold').optional(), percent: z.number({ error: percent }).int(percent).min(from, percent).max(to, percent).optional() })
    .superRefine((row, context) => {
      if (row.threshold === undefined && row.percent === undefined) return
      if (row.kind === undefined) context.addIssue({ code: 'custom', path: ['kind'], message: i18n.t('Choose one') })
      for (const name of ['threshold', 'percent'] as const) if (row[name] === undefined) context.addIssue({ code: 'custom', path: [name], message: i18n.t('Fill in both, or leave both empty') })
    })
}

function feeRow(i18n: I18n) {
  return z.object({ name: words(i18n, 60), per: z.enum(['stay', 'night', 'guest'], { error: i18n.t('Choose one') }).optional(), amount: words(i18n, 40) }).superRefine((row, context) => {
    if ((row.name === null) === (row.amount === null)) return
    context.addIssue({ code: 'custom', path: [row.name === null ? 'name' : 'amount'], message: i18n.t('Fill in both, or leave both empty') })
  })
}
