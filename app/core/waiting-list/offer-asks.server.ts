import type { BusinessCtx } from '~/kernel/ctx'
import type { Db } from '~/platform/database.server'
import { domainOf, questionsOf, questionsOfPart, type Plan, type Question } from '../bookings/index.server'
import { listingById } from '../listings/index.server'
import type { WaitingEntry } from './entries.server'

/** A question as the form of an offer asks it: once where the listing asks, else once for each item of the part that does. */
export interface OfferQuestion extends Question {
  /** What the answer is kept under. */
  readonly questionId: string
  /** The place of the item that it is asked of; null: of all of them. */
  readonly at: number | null
}

/** What whoever accepts is asked, as when they had booked it. */
export interface OfferAsks {
  readonly questions: readonly OfferQuestion[]
  /** What stands above the name of who comes with each item; none where one name will do. */
  readonly attendees: readonly string[]
}

/** What the offer of an entry asks; `plans` name its items. */
export function offerAsks(db: Db, ctx: BusinessCtx, { listingId, choices }: WaitingEntry, plans: readonly Plan[]): OfferAsks {
  const listing = listingById(db, ctx.businessId, listingId)
  const parts = choices.map((choice) => (listing ? (domainOf(listing.domain).partOf?.(choice) ?? null) : null))
  const labels = choices.map((_, at) => ctx.i18n.t('{number}: {what}', { number: at + 1, what: plans[at]?.lines[0]?.title ?? '' }))
  const ofAll = questionsOf(db, ctx.businessId, listingId).map((question): OfferQuestion => ({ ...question, questionId: question.id, at: null }))
  const ofEach = parts.flatMap((part, at) =>
    (part === null ? [] : questionsOfPart(db, ctx.businessId, listingId, part)).map((question): OfferQuestion => ({
      ...question, questionId: question.id, at, id: `${question.id}-${at}`,
      label: parts.length === 1 ? question.label : ctx.i18n.t('{ticket}: {question}', { ticket: labels[at] ?? '', question: question.label }),
    })),
  )
  return { questions: [...ofAll, ...ofEach], attendees: parts.every((part) => part !== null) ? labels : [] }
}
