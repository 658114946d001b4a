import type { ChoiceRefusal, PlanTerms, Wanted } from '~/core/bookings/index.server'
import type { BusinessCtx } from '~/kernel/ctx'
import type { Db } from '~/platform/database.server'
import type { Choice } from './choice'
import { brokenRule } from './model/order-rules'
import { eventOf } from './queries.server'
import { ticketById } from './tickets.server'

/** What holds of all tickets of one order: one event and one date; and, but for members, so many of each kind and so many in all. */
export function brokenByOrder(db: Db, ctx: BusinessCtx, wanted: readonly Wanted<Choice>[], { atDesk }: PlanTerms): ChoiceRefusal | null {
  const [first] = wanted
  const event = first && eventOf(db, first.listing)
  if (!event) return { kind: 'not-offered' }
  if (wanted.some(({ listing, choice }) => listing.id !== first.listing.id || choice.session !== first.choice.session)) return { kind: 'against-rule', rule: 'one-date', figures: {} }
  if (atDesk) return null
  const counts = new Map<string, number>()
  for (const { choice } of wanted) counts.set(choice.ticket, (counts.get(choice.ticket) ?? 0) + 1)
  const kinds = [...counts].flatMap(([ticketId, count]) => {
    const ticket = ticketById(db, ctx.businessId, ticketId)
    return ticket ? [{ ticketId, count, title: ticket.title, leastPerOrder: ticket.leastPerOrder, mostPerOrder: ticket.mostPerOrder }] : []
  })
  const broken = brokenRule(kinds, event.mostPerOrder)
  if (!broken) return null
  const { rule, ...figures } = broken
  return { kind: 'against-rule', rule, figures }
}
