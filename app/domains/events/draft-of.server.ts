import { questionsOfPart } from '~/core/bookings/index.server'
import type { BusinessCtx } from '~/kernel/ctx'
import type { Db } from '~/platform/database.server'
import type { TicketDraft } from './save-ticket.server'
import type { TicketType } from './tickets.server'

/** A kind of ticket as its editor has it. */
export function draftOf(db: Db, ctx: BusinessCtx, { id, position: _position, listingId, ...ticket }: TicketType): TicketDraft {
  return { ...ticket, questions: questionsOfPart(db, ctx.businessId, listingId, id) }
}
