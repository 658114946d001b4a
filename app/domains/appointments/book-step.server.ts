import type { TimeProblem } from '~/core/bookings/index'
import { answersIn, questionsOf, quote, type OrderInMaking, type Priced, type Question } from '~/core/bookings/index.server'
import { policyWords } from '~/core/pricing/index.server'
import type { BusinessCtx } from '~/kernel/ctx'
import { parseInstant } from '~/kernel/time'
import type { Db } from '~/platform/database.server'
import type { Choice } from './choice'
import { askedVisit, choicesAt, type AskedVisit } from './offered.server'
import { isFree, timeProblem, type WhyNot } from './time-problem.server'

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

/** The visit as the core books it: one item for each service. */
export function visitInMaking(ctx: BusinessCtx, step: BookStep): OrderInMaking<TimeProblem> {
  const { visit, choices, questions, start } = step
  return {
    questions,
    attendees: 0,
    items:
      choices &&
      ((typed) =>
        visit.parts.map(({ service: { listing } }, at) => ({
          listingId: listing.id,
          choice: { ...choices[at] },
          attendeeName: typed.attendee ?? null,
          answers: answersIn(typed, questions.filter((question) => question.listingId === listing.id)),
        }))),
    problem: (db) => priceOrProblem(db, ctx, step).problem,
    refused: (db, refusal) => timeProblem(db, ctx, visit, start, refusal),
  }
}
