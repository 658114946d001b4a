import { questionsOf, quote, type BookingOrder, type BookingRefusal, type Priced, type Question } from '~/core/bookings/index.server'
import { policyWords } from '~/core/pricing/index.server'
import { readPhone } from '~/kernel/phone'
import type { BusinessCtx } from '~/kernel/ctx'
import { parseInstant } from '~/kernel/time'
import type { Db } from '~/platform/database.server'
import { answerName, typedNames, type BookInput } from './forms'
import { chosenAt, type Choice } from './choice'
import { offeredService, wantedFrom, type Wanted } from './offered.server'
import type { Service } from './queries.server'
import { isFree, takenProblem, timeProblem, type TimeProblem } from './time-problem.server'

/** What the address of the form says: which visit, when, with whom, and what the service asks. */
export interface BookStep {
  readonly service: Service
  readonly wanted: Wanted
  /** Null where the address names no instant. */
  readonly choice: Choice | null
  readonly start: number | null
  readonly questions: readonly Question[]
}

export interface Asking {
  readonly slug: string
  readonly query: URLSearchParams
  readonly url: URL
}

/** Reads the address; throws 404 where service, place or person are none. */
export function bookStep(db: Db, ctx: BusinessCtx, { slug, query, url }: Asking): BookStep {
  const service = offeredService(db, ctx, slug, url)
  const wanted = wantedFrom(ctx, service, query)
  const start = parseInstant(query.get('start') ?? '')
  const choice = start === null ? null : chosenAt(start, wanted.person?.id ?? null, service.stores.length > 1 ? wanted.store.id : null)
  return { service, wanted, choice, start, questions: questionsOf(db, ctx.businessId, service.listing.id) }
}

/** What the visit costs, or why its time is not to be had. */
export function priceOrProblem(db: Db, ctx: BusinessCtx, { service, wanted, choice, start }: BookStep): { priced: Priced; policy: readonly string[]; problem: null } | { priced: null; policy: null; problem: TimeProblem } {
  const refused = (why: Parameters<typeof timeProblem>[5]) => ({ priced: null, policy: null, problem: timeProblem(db, ctx, service, wanted, choice, why) })
  if (choice === null || start === null) return refused({ kind: 'no-such-time' })
  const quoted = quote(db, ctx, service.listing, choice)
  if (!quoted.ok) return refused(quoted.refusal)
  return isFree(db, ctx, service, wanted, start) ? { priced: quoted.value.priced, policy: policyWords(ctx.i18n, quoted.value.policy), problem: null } : refused({ kind: 'taken' })
}

/** The order that a filled-in form makes. */
export function orderOf({ service, questions }: BookStep, choice: Choice, typed: BookInput): BookingOrder {
  return {
    key: typed.key ?? '',
    contact: { name: typed.name ?? '', email: typed.email ?? null, phone: typed.phone ? readPhone(typed.phone) : null },
    note: typed.note ?? null,
    channel: 'online',
    items: [{
      listingId: service.listing.id,
      choice: { ...choice },
      attendeeName: typed.attendee ?? null,
      answers: Object.fromEntries(questions.flatMap((question) => {
        const answer = typed[answerName(question)]
        return answer === undefined ? [] : [[question.id, answer]]
      })),
    }],
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

export function refusedBooking(db: Db, ctx: BusinessCtx, { service, wanted, choice }: BookStep, refusal: BookingRefusal): Refused {
  const { i18n } = ctx
  switch (refusal.kind) {
    case 'taken':
      return { kind: 'time', problem: takenProblem(ctx, service, wanted, refusal.alternatives) }
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
      return { kind: 'time', problem: timeProblem(db, ctx, service, wanted, choice, refusal) }
  }
}
