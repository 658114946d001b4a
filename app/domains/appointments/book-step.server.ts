import { questionsOf, quote, type BookingOrder, type BookingRefusal, type Priced, type Question } from '~/core/bookings/index.server'
import { policyWords } from '~/core/pricing/index.server'
import { readPhone } from '~/kernel/phone'
import type { BusinessCtx } from '~/kernel/ctx'
import { parseInstant } from '~/kernel/time'
import type { Db } from '~/platform/database.server'
import { answerName, typedNames, type BookInput } from './forms'
import type { Choice } from './choice'
import { askedVisit, choicesAt, type AskedVisit } from './offered.server'
import { isFree, timeProblem, type TimeProblem, type WhyNot } from './time-problem.server'

/** What the address of the form says: which visit, when, with whom, and what its services ask. */
export interface BookStep {
  readonly visit: AskedVisit
  /** One for each service; null where the address names no instant. */
  readonly choices: readonly Choice[] | null
  readonly start: number | null
  readonly questions: readonly ServiceQuestion[]
}

export type ServiceQuestion = Question & { readonly listingId: string }

/** Reads the address; throws 404 where a service, place or person is none. */
export function bookStep(db: Db, ctx: BusinessCtx, asking: { readonly slug: string; readonly query: URLSearchParams; readonly url: URL }): BookStep {
  const visit = askedVisit(db, ctx, asking)
  const start = parseInstant(asking.query.get('start') ?? '')
  const questions = visit.parts.flatMap(({ service: { listing } }) => questionsOf(db, ctx.businessId, listing.id).map((question) => ({ ...question, listingId: listing.id })))
  return { visit, start, choices: start === null ? null : choicesAt(visit, start), questions }
}

/** What the visit costs, or why its time is not to be had. */
export function priceOrProblem(db: Db, ctx: BusinessCtx, { visit, choices, start }: BookStep): { priced: Priced; policy: readonly string[]; problem: null } | { priced: null; policy: null; problem: TimeProblem } {
  const refused = (why: WhyNot) => ({ priced: null, policy: null, problem: timeProblem(db, ctx, visit, start, why) })
  if (choices === null || start === null) return refused({ kind: 'no-such-time' })
  const quoted = quote(db, ctx, visit.parts.map(({ service: { listing } }, at) => ({ listing, choice: choices[at] })))
  if (!quoted.ok) return refused(quoted.refusal)
  return isFree(db, ctx, visit, start) ? { priced: quoted.value.priced, policy: policyWords(ctx.i18n, quoted.value.policy), problem: null } : refused({ kind: 'taken' })
}

/** The order that a filled-in form makes: one item for each service. */
export function orderOf({ visit, questions }: BookStep, choices: readonly Choice[], typed: BookInput): BookingOrder {
  return {
    key: typed.key ?? '',
    contact: { name: typed.name ?? '', email: typed.email ?? null, phone: typed.phone ? readPhone(typed.phone) : null },
    note: typed.note ?? null,
    channel: 'online',
    items: visit.parts.map(({ service: { listing } }, at) => ({
      listingId: listing.id,
      choice: { ...choices[at] },
      attendeeName: typed.attendee ?? null,
      answers: Object.fromEntries(questions.flatMap((question) => {
        const answer = question.listingId === listing.id ? typed[answerName(question)] : undefined
        return answer === undefined ? [] : [[question.id, answer]]
      })),
    })),
  }
}

/** What was typed, as it was typed, to be carried on. */
export function typedIn(form: FormData, questions: readonly Question[]): Record<string, string> {
  return Object.fromEntries(
    typedNames(questions).flatMap((name) => {
      const value = form.get(name)
      return typeof value === 'string' && value !== '' ? [[name, value]] : []
    }),
  )
}

/** Why the booking itself was refused: its time is not to be had, or a field of the form is wrong. */
export type Refused =
  | { readonly kind: 'time'; readonly problem: TimeProblem }
  | { readonly kind: 'form'; readonly status: 409 | 422 | 429; readonly errors: Readonly<Record<string, string>> }

export function refusedBooking(db: Db, ctx: BusinessCtx, { visit, start }: BookStep, refusal: BookingRefusal): Refused {
  const { i18n } = ctx
  switch (refusal.kind) {
    case 'key-used':
      return { kind: 'form', status: 409, errors: { '': i18n.t('This form has already made a booking, with other details. Check them, and send it again if you want another one.') } }
    case 'too-many-open':
      return {
        kind: 'form', status: 429,
        errors: { '': i18n.t('{open, plural, one {# booking of yours waits} other {# bookings of yours wait}} for an answer already. Wait for it, or cancel one, before you book again.', { open: refusal.open }) },
      }
    case 'answer-missing':
      return { kind: 'form', status: 422, errors: { [answerName({ id: refusal.questionId })]: i18n.t('Answer: {question}', { question: refusal.label }) } }
    case 'answer-not-offered':
      return { kind: 'form', status: 422, errors: { [answerName({ id: refusal.questionId })]: i18n.t('Choose one of the answers: {question}', { question: refusal.label }) } }
    case 'answer-too-long':
      return { kind: 'form', status: 422, errors: { [answerName({ id: refusal.questionId })]: i18n.t('Write an answer of at most 2,000 letters') } }
    default:
      return { kind: 'time', problem: timeProblem(db, ctx, visit, start, refusal) }
  }
}
