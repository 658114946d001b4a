import { data } from '@remix-run/node'
import type { SubmissionResult } from '@conform-to/react'
import type { BusinessCtx } from '~/kernel/ctx'
import { readPhone } from '~/kernel/phone'
import type { Result } from '~/kernel/result'
import { minute } from '~/kernel/time'
import { invalid, seeOther } from '~/platform/answers.server'
import { read, type Db } from '~/platform/database.server'
import { readForm, type FormErrors } from '~/platform/forms.server'
import { isFromProgram } from '~/platform/honeypot'
import { limit } from '~/platform/rate-limits.server'
import type { Question } from './answers.server'
import { answerName, bookForm, typedNames, type BookInput } from './booking-form'
import { managePath } from './manage-link.server'
import type { BookingOrder, ItemOrder } from './order'
import { payBooking } from './pay-booking.server'
import { paymentAnswer } from './payment-answer.server'
import { placeBooking, type BookingRefusal, type PlacedBooking } from './place-booking.server'

/** Why what was chosen is not to be had: 409 where somebody was faster, 422 where it never was. */
export interface Problem {
  readonly status: 409 | 422
}

/** Why a choice was refused, beside what a form can mend. */
export type ChoiceTrouble = Exclude<BookingRefusal, { readonly kind: 'key-used' | 'too-many-open' | 'answer-missing' | 'answer-not-offered' | 'answer-too-long' }>

/** What a trade knows of an order that is being made: what was chosen, and what stands in its way. */
export interface OrderInMaking<P extends Problem> {
  readonly questions: readonly Question[]
  /** How many come who may have a name each; 0 where one name will do. */
  readonly attendees: number
  /** The items of what was chosen; null where the address names nothing that could be booked. */
  readonly items: ((typed: BookInput) => ItemOrder[]) | null
  /** What stands in the way now, before anything is claimed. */
  readonly problem: (db: Db) => P | null
  /** Why it was refused, and what is free instead. */
  readonly refused: (db: Db, refusal: ChoiceTrouble) => P
  /** How it is placed, where that is more than booking it. */
  readonly place?: (order: BookingOrder) => Result<PlacedBooking, BookingRefusal>
}

/** What the page shows again: the form, the check, or what can be had instead. */
export type OrderAnswer<P> =
  | { readonly kind: 'form'; readonly result: SubmissionResult }
  | { readonly kind: 'check'; readonly typed: Record<string, string>; readonly title: string }
  | { readonly kind: 'elsewhere'; readonly problem: P; readonly typed: Record<string, string> }

/**
 * Answers the form of who comes: first with the check page, then with the booking. Where money is due at once the customer goes on to pay;
 * what is wrong comes back beside its field, what is gone with what is free instead, and nothing typed is lost.
 */
export async function answerOrder<P extends Problem>(ctx: BusinessCtx, form: FormData, order: OrderInMaking<P>) {
  const { questions, attendees } = order
  const typed = typedIn(form, questions, attendees)
  const sent = readForm(form, bookForm(ctx.i18n, questions, attendees))
  if (form.has('change')) return answer<P>({ kind: 'form', result: sent.again() })
  if (!sent.ok) return invalid<OrderAnswer<P>>({ kind: 'form', result: sent.again() })
  const again = (errors: FormErrors, status = 422) => answer<P>({ kind: 'form', result: sent.again(errors) }, status)
  const elsewhere = (problem: P) => answer<P>({ kind: 'elsewhere', problem, typed }, problem.status)
  if (isFromProgram(form)) return again({ '': ctx.i18n.t('Something filled in a field that people do not see. Send the form once more from this page.') })
  if (order.items === null || form.get('checked') !== 'yes') {
    const { problem } = read((db) => ({ problem: order.problem(db) }))
    return problem ? elsewhere(problem) : answer<P>({ kind: 'check', typed, title: ctx.i18n.t('Check and book') })
  }

  const tooOften = heldBack(ctx, sent.value.email)
  if (tooOften) return again({ '': tooOften }, 429)
  const { key, name, email, phone, note } = sent.value
  const placed = (order.place ?? ((wanted: BookingOrder) => placeBooking(ctx, wanted)))({
    key, contact: { name, email, phone: phone ? readPhone(phone) : null }, note: note ?? null, channel: 'online', items: order.items(sent.value),
  })
  if (placed.ok && placed.value.held) return paymentAnswer(await payBooking(ctx, placed.value.id), managePath(placed.value))
  if (placed.ok) return seeOther(managePath(placed.value), { key: 'bookings.placed' })
  const { refusal } = placed
  const mendable = inForm(ctx, refusal)
  return mendable ? again(mendable.errors, mendable.status) : elsewhere(read((db) => ({ problem: order.refused(db, refusal as ChoiceTrouble) })).problem)
}

function answer<P>(shown: OrderAnswer<P>, status = 200) {
  return data(shown, { status })
}

/** The answers to the questions of a listing, by their ids, as an item of it takes them. */
export function answersIn(typed: BookInput, questions: readonly Question[]): Record<string, string> {
  return Object.fromEntries(
    questions.flatMap((question) => {
      const given = typed[answerName(question)]
      return given === undefined ? [] : [[question.id, given]]
    }),
  )
}

/** What was typed, as it was typed, to be carried on. */
function typedIn(form: FormData, questions: readonly Question[], attendees: number): Record<string, string> {
  return Object.fromEntries(
    typedNames(questions, attendees).flatMap((name) => {
      const value = form.get(name)
      return typeof value === 'string' && value !== '' ? [[name, value]] : []
    }),
  )
}

/** What the form itself can mend; null where what was chosen is not to be had. */
function inForm({ i18n }: BusinessCtx, refusal: BookingRefusal): { readonly status: 409 | 422 | 429; readonly errors: FormErrors } | null {
  switch (refusal.kind) {
    case 'key-used':
      return { status: 409, errors: { '': i18n.t('This form has already made a booking, with other details. Check them, and send it again if you want another one.') } }
    case 'too-many-open':
      return {
        status: 429,
        errors: { '': i18n.t('{open, plural, one {# booking of yours waits} other {# bookings of yours wait}} for an answer already. Wait for it, or cancel one, before you book again.', { open: refusal.open }) },
      }
    case 'answer-missing':
      return { status: 422, errors: { [answerName({ id: refusal.questionId })]: i18n.t('Answer: {question}', { question: refusal.label }) } }
    case 'answer-not-offered':
      return { status: 422, errors: { [answerName({ id: refusal.questionId })]: i18n.t('Choose one of the answers: {question}', { question: refusal.label }) } }
    case 'answer-too-long':
      return { status: 422, errors: { [answerName({ id: refusal.questionId })]: i18n.t('Write an answer of at most 2,000 letters') } }
    default:
      return null
  }
}

/** Per contact closely, per address only high above what an office full of people does. */
function heldBack(ctx: BusinessCtx, email: string): string | null {
  const byAddress = limit({ name: 'bookingPerAddress', key: ctx.clientAddress, now: ctx.now })
  const byContact = byAddress.ok ? limit({ name: 'bookingPerContact', key: `${ctx.businessId} ${email.toLowerCase()}`, now: ctx.now }) : byAddress
  if (byContact.ok) return null
  const minutes = Math.ceil(byContact.retryAfterMs / minute)
  return ctx.i18n.t('This was tried too often. Try again in {minutes, plural, one {# minute} other {# minutes}}.', { minutes })
}
