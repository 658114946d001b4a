import type { SubmissionResult } from '@conform-to/react'
import { freshQuestion, questionsIn, questionValues } from '~/core/bookings/index'
import type { BusinessCtx } from '~/kernel/ctx'
import { actOnRows, readRowsAct, type RowsAct } from '~/kernel/form-rows'
import { decimalText, parseMoney } from '~/kernel/money'
import { addDays, localDateOf, startOfDay } from '~/kernel/time'
import { readForm, type FormErrors } from '~/platform/forms.server'
import { ticketForm, type TicketValues } from './event-form'
import { ticketErrors } from './refusal-words'
import { saveTicket, type TicketDraft } from './save-ticket.server'
import type { TicketType } from './tickets.server'

/** A kind of ticket that nobody has written yet. */
export const blankTicket: TicketDraft = {
  title: '', description: null, priceMinor: 0, steps: [], saleFrom: null, saleUntil: null, leastPerOrder: 1, mostPerOrder: 10, code: null, active: true, quotaIds: [], questions: [],
}

/** A kind of ticket in the words of its form. */
export function ticketValues(ctx: BusinessCtx, draft: TicketDraft) {
  const { currency, timeZone } = ctx.business
  const money = (minor: number) => decimalText(minor, currency, ctx.i18n.locale)
  // The sale and a price end at the end of the day that is written.
  const lastDay = (until: number | null) => (until === null ? '' : localDateOf(until - 1, timeZone))
  return {
    title: draft.title,
    description: draft.description ?? '',
    price: money(draft.priceMinor),
    saleFrom: draft.saleFrom === null ? '' : localDateOf(draft.saleFrom, timeZone),
    saleUntil: lastDay(draft.saleUntil),
    leastPerOrder: String(draft.leastPerOrder),
    mostPerOrder: String(draft.mostPerOrder),
    code: draft.code ?? '',
    active: draft.active ? 'on' : '',
    quotaIds: draft.quotaIds,
    steps: draft.steps.map(({ title, priceMinor, untilAt, firstCount }) => ({ title, price: money(priceMinor), until: lastDay(untilAt), first: firstCount === null ? '' : String(firstCount) })),
    questions: questionValues(draft.questions),
  }
}

export type TicketAnswer = { readonly saved: TicketType } | { readonly again: SubmissionResult; readonly wrong: boolean }

/** Reads what the editor of a ticket sent: a button beside its rows, which saves nothing, or the ticket. */
export function answerTicket(ctx: BusinessCtx, form: FormData, listingId: string, ticketId: string | null): TicketAnswer {
  const read = readForm(form, ticketForm(ctx.i18n))
  const [rows, act] = rowsActIn(form)
  if (act) return { again: withRows(read.again(), rows, act), wrong: false }
  if (!read.ok) return { again: read.again(), wrong: true }
  const again = (errors: FormErrors) => ({ again: read.again(errors), wrong: true }) as const
  const draft = draftIn(ctx, read.value)
  if ('errors' in draft) return again(draft.errors)
  const saved = saveTicket(ctx, listingId, ticketId, draft)
  return saved.ok ? { saved: saved.value } : again(ticketErrors(ctx.i18n, saved.refusal))
}

/** Two lists stand in one form: the buttons of the prices say so. */
function rowsActIn(form: FormData): [rows: 'steps' | 'questions', act: RowsAct | null] {
  const ofSteps = readRowsAct(form.get('price-rows'))
  return ofSteps ? ['steps', ofSteps] : ['questions', readRowsAct(form.get('rows'))]
}

function draftIn(ctx: BusinessCtx, { price, saleFrom, saleUntil, steps, questions, ...value }: TicketValues): TicketDraft | { readonly errors: FormErrors } {
  const { currency, timeZone } = ctx.business
  const minor = (text: string) => parseMoney(text, currency, ctx.i18n.locale)
  const wrong = ctx.i18n.t('Enter an amount such as {example}; 0 is free', { example: decimalText(4550, currency, ctx.i18n.locale) })
  const priceMinor = minor(price)
  if (priceMinor === null || priceMinor < 0) return { errors: { price: wrong } }
  const read = steps.map(({ price: text, ...step }) => ({ ...step, priceMinor: minor(text) }))
  const bad = read.findIndex((step) => step.priceMinor === null || step.priceMinor < 0)
  if (bad >= 0) return { errors: { [`steps[${bad}].price`]: wrong } }
  const endOf = (date: string | undefined) => (date === undefined ? null : startOfDay(addDays(date, 1), timeZone))
  return {
    ...value,
    priceMinor,
    saleFrom: saleFrom === undefined ? null : startOfDay(saleFrom, timeZone),
    saleUntil: endOf(saleUntil),
    steps: read.map((step) => ({ title: step.title, priceMinor: step.priceMinor ?? 0, untilAt: endOf(step.until), firstCount: step.first ?? null })),
    questions: questionsIn(questions),
  }
}

function withRows(typed: SubmissionResult, name: 'steps' | 'questions', act: RowsAct): SubmissionResult {
  const values = typed.initialValue ?? {}
  const rows = values[name]
  return { initialValue: { ...values, [name]: actOnRows(Array.isArray(rows) ? rows : [], act, name === 'questions' ? freshQuestion : {}) } }
}

