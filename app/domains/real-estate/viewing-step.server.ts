import { timeTrouble, type TimeProblem } from '~/core/bookings/index'
import { answersIn, questionsOf, quote, type ChoiceRefusal, type OrderInMaking, type Priced, type Question } from '~/core/bookings/index.server'
import { timesOn } from '~/core/schedules/index.server'
import type { BusinessCtx } from '~/kernel/ctx'
import { localDateOf, parseInstant } from '~/kernel/time'
import type { Db } from '~/platform/database.server'
import { chosenViewing } from './choice'
import { notOffered, offeredProperty } from './offered.server'
import { nearestViewings } from './viewing-plan.server'
import { isShown, viewingTimes, viewingWindow, type ShownToVisitors, type ViewingSought } from './viewing-times.server'

/** What the address of the form says: which property, when, and what it asks. */
export interface ViewingStep {
  readonly property: ShownToVisitors
  /** Null where the address names no instant. */
  readonly start: number | null
  readonly questions: readonly Question[]
}

/** The property of a page on which a viewing is booked. Throws 404 with a way out where nobody shows it. */
export function offeredViewing(db: Db, ctx: BusinessCtx, slug: string, url: URL): ShownToVisitors {
  const property = offeredProperty(db, ctx, slug, url)
  return isShown(property) ? property : notOffered(ctx)
}

export function viewingStep(db: Db, ctx: BusinessCtx, { slug, query, url }: { readonly slug: string; readonly query: URLSearchParams; readonly url: URL }): ViewingStep {
  const property = offeredViewing(db, ctx, slug, url)
  return { property, start: parseInstant(query.get('start') ?? ''), questions: questionsOf(db, ctx.businessId, property.listing.id) }
}

/** What a viewing comes to, which is nothing, or why its time is not to be had. */
export function priceOrProblem(db: Db, ctx: BusinessCtx, { property, start }: ViewingStep): { priced: Priced; problem: null } | { priced: null; problem: TimeProblem } {
  const refused = (why: ChoiceRefusal['kind'] | 'taken' | 'no-such-time') => ({ priced: null, problem: viewingProblem(db, ctx, property, start, why) })
  if (start === null) return refused('no-such-time')
  const quoted = quote(db, ctx, [{ listing: property.listing, choice: chosenViewing(start) }])
  if (!quoted.ok) return refused(quoted.refusal.kind)
  return isFreeAt(db, ctx, property, start) ? { priced: quoted.value.priced, problem: null } : refused('taken')
}

/** The viewing as the core books it. */
export function viewingInMaking(ctx: BusinessCtx, step: ViewingStep): OrderInMaking<TimeProblem> {
  const { property, start, questions } = step
  return {
    questions,
    attendees: 0,
    items: start === null ? null : (typed) => [{ listingId: property.listing.id, choice: { ...chosenViewing(start) }, attendeeName: typed.attendee ?? null, attendeeEmail: null, answers: answersIn(typed, questions) }],
    problem: (db) => priceOrProblem(db, ctx, step).problem,
    refused: (db, refusal) => viewingProblem(db, ctx, property, start, refusal.kind),
  }
}

/** Whether an agent is free for it. `ignoring`: the items of a booking that is about to move. */
export function isFreeAt(db: Db, ctx: BusinessCtx, property: ShownToVisitors, start: number, terms: ViewingSought = {}): boolean {
  const date = localDateOf(start, property.store.timeZone)
  return timesOn(viewingTimes(db, ctx, property, terms), date, date).some((open) => open.start === start)
}

/** Why it cannot be seen then, and when it can. */
export function viewingProblem(
  db: Db, ctx: BusinessCtx, property: ShownToVisitors, start: number | null, why: string, terms: ViewingSought = {},
): TimeProblem {
  const { earliest } = viewingWindow(ctx.now, property)
  return { status: why === 'taken' ? 409 : 422, why: sentence(ctx, property, why), alternatives: nearestViewings(db, ctx, property, start ?? earliest, terms) }
}

function sentence(ctx: BusinessCtx, property: ShownToVisitors, why: string): string {
  switch (why) {
    case 'taken':
    case 'past':
    case 'no-such-time':
    case 'too-soon':
    case 'too-far':
      return timeTrouble(ctx, { zone: property.store.timeZone, ...viewingWindow(ctx.now, property) }, why)
    case 'not-a-time':
      return ctx.i18n.t('Nobody shows it at this time.')
    default:
      return ctx.i18n.t('{business} does not offer this at the moment.', { business: ctx.business.name })
  }
}
