import { answerName, attendeeNames, type BookInput } from '~/core/bookings/index'
import { questionsOf, questionsOfPart, quote, type ChoiceTrouble, type ItemOrder, type OrderInMaking, type Priced } from '~/core/bookings/index.server'
import { policyWords } from '~/core/pricing/index.server'
import { chosenDate } from '~/core/sessions/index.server'
import type { BusinessCtx } from '~/kernel/ctx'
import type { Db } from '~/platform/database.server'
import { choicesOf, ticketLabel, type AskedOfTicket, type OrderStep } from './order-asked'
import { offeredEvent } from './offered.server'
import { brokenByOrder } from './order-together.server'
import { notToBeHad, whyRefused, type OrderProblem } from './order-problem.server'
import type { Event } from './queries.server'
import { mostTickets } from './save-event.server'
import { ticketsOf, type TicketType } from './tickets.server'
import { countName } from './ui/event-hrefs'

interface Asking {
  readonly slug: string
  readonly query: URLSearchParams
  readonly url: URL
}

/** Reads the address; throws 404 where the event or the date is none. */
export function orderStep(db: Db, ctx: BusinessCtx, { slug, query, url }: Asking): OrderStep {
  const event = offeredEvent(db, ctx, slug, url)
  const session = chosenDate(db, ctx, event.listing, query.get('date'))
  const wanted = ticketsOf(db, event.listing.id).flatMap((ticket) => Array<TicketType>(countIn(query.get(countName(ticket.id)))).fill(ticket))
  return { event, session, code: query.get('code'), wanted, shown: pricesIn(query.get('prices'), wanted.length), questions: asked(db, ctx, event, wanted) }
}

/** What the order costs, or why it is not to be had. */
export function priceOrProblem(db: Db, ctx: BusinessCtx, step: OrderStep): { priced: Priced; prices: readonly number[]; policy: readonly string[]; problem: null } | { priced: null; prices: null; policy: null; problem: OrderProblem } {
  const problem = notToBeHad(db, ctx, step, (wanted) => brokenByOrder(db, ctx, wanted, { atDesk: false }))
  if (problem) return { priced: null, prices: null, policy: null, problem }
  const { listing } = step.event
  const quoted = quote(db, ctx, choicesOf({ ...step, shown: null }).map((choice) => ({ listing, choice })))
  if (!quoted.ok) return { priced: null, prices: null, policy: null, problem: whyRefused(db, ctx, step, quoted.refusal) }
  const { plans, priced, policy } = quoted.value
  return { priced, prices: plans.map(({ lines }) => lines[0]?.amount ?? 0), policy: policyWords(ctx.i18n, policy), problem: null }
}

/** The order that a filled-in form makes, for the core to answer. */
export function orderInMaking(ctx: BusinessCtx, step: OrderStep): OrderInMaking<OrderProblem> {
  return {
    questions: step.questions,
    attendees: step.wanted.length,
    items: step.wanted.length === 0 ? null : (typed) => itemsOf(step, typed),
    problem: (db) => priceOrProblem(db, ctx, step).problem,
    refused: (db, refusal: ChoiceTrouble) => whyRefused(db, ctx, step, refusal),
  }
}

function itemsOf(step: OrderStep, typed: BookInput): ItemOrder[] {
  return choicesOf(step).map((choice, at) => {
    const names = attendeeNames(at)
    return {
      listingId: step.event.listing.id,
      choice: { ...choice },
      attendeeName: typed[names.name] ?? null,
      attendeeEmail: typed[names.email] ?? null,
      answers: Object.fromEntries(
        step.questions.flatMap((question) => {
          const given = question.at === null || question.at === at ? typed[answerName(question)] : undefined
          return given === undefined ? [] : [[question.questionId, given]]
        }),
      ),
    }
  })
}

function asked(db: Db, ctx: BusinessCtx, { listing }: Event, wanted: readonly TicketType[]): AskedOfTicket[] {
  const ofAll = questionsOf(db, ctx.businessId, listing.id).map((question): AskedOfTicket => ({ ...question, questionId: question.id, at: null }))
  const ofEach = wanted.flatMap((ticket, at) =>
    questionsOfPart(db, ctx.businessId, listing.id, ticket.id).map((question): AskedOfTicket => ({
      ...question, questionId: question.id, at, id: `${question.id}-${at}`,
      label: wanted.length === 1 ? question.label : ctx.i18n.t('{ticket}: {question}', { ticket: ticketLabel(ctx, wanted, at), question: question.label }),
    })),
  )
  return [...ofAll, ...ofEach]
}

function countIn(text: string | null): number {
  const count = Number(text ?? 0)
  return Number.isInteger(count) && count > 0 ? Math.min(count, mostTickets + 1) : 0
}

/** "2000.2000.500"; null where it is not one price for each ticket. */
function pricesIn(text: string | null, tickets: number): number[] | null {
  const prices = (text ?? '').split('.').map(Number)
  return text !== null && prices.length === tickets && prices.every((price) => Number.isSafeInteger(price) && price >= 0) ? prices : null
}
