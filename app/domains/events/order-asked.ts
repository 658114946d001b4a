import type { Question } from '~/core/bookings/index.server'
import type { Session } from '~/core/sessions/index.server'
import type { BusinessCtx } from '~/kernel/ctx'
import type { Choice } from './choice'
import type { Event } from './queries.server'
import type { TicketType } from './tickets.server'

/** What the address of the form says: which date, how many of each kind, and what they ask. */
export interface OrderStep {
  readonly event: Event
  readonly session: Session
  readonly code: string | null
  /** Every ticket that is wanted, in the order of their kinds. */
  readonly wanted: readonly TicketType[]
  /** What each of them was shown to cost, once the check has shown it; null before. */
  readonly shown: readonly number[] | null
  readonly questions: readonly AskedOfTicket[]
}

/** A question as the form asks it: once for the order where the event asks, else once for each ticket of its kind. */
export interface AskedOfTicket extends Question {
  /** What the answer is kept under. */
  readonly questionId: string
  /** The place of the ticket that it is asked of; null: of all of them. */
  readonly at: number | null
}

/** What is chosen of each ticket that is wanted. */
export function choicesOf({ session, code, wanted, shown }: Pick<OrderStep, 'session' | 'code' | 'wanted' | 'shown'>): Choice[] {
  return wanted.map((ticket, at) => ({ session: session.id, ticket: ticket.id, code: ticket.code === null ? null : code, shownMinor: shown?.[at] ?? null }))
}

/** "Ticket 2, VIP" */
export function ticketLabel({ i18n }: BusinessCtx, wanted: readonly TicketType[], at: number): string {
  return i18n.t('Ticket {number}, {ticket}', { number: at + 1, ticket: wanted[at]?.title ?? '' })
}
