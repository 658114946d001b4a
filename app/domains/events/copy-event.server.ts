import { questionsOf } from '~/core/bookings/index.server'
import { copiedWords, listingWords, storesOfListing, type Listing } from '~/core/listings/index.server'
import { policyById } from '~/core/pricing/index.server'
import type { BusinessCtx } from '~/kernel/ctx'
import { ok, refuse, type Result } from '~/kernel/result'
import { transact, type Db } from '~/platform/database.server'
import { draftOf } from './draft-of.server'
import { eventById, type Event } from './queries.server'
import { saveEvent, type EventDetails, type EventRefusal } from './save-event.server'
import { saveQuota } from './save-quota.server'
import { saveTicket } from './save-ticket.server'
import { quotasOf, ticketsOf } from './tickets.server'

/** Makes a draft that is like an event, with its tickets and quotas and without its dates. */
export function copyEvent(ctx: BusinessCtx, listingId: string): Result<Listing, EventRefusal> {
  return transact((db): Result<Listing, EventRefusal> => {
    const event = eventById(db, ctx.businessId, listingId)
    if (!event) return refuse({ kind: 'unknown-event' })
    const copy = saveEvent(ctx, null, copiedWords(db, ctx, detailsOf(db, ctx, event)))
    if (!copy.ok) return copy
    copyTickets(db, ctx, listingId, copy.value.listing.id)
    return ok(copy.value.listing)
  })
}

/** An event as its editor has it. */
export function detailsOf(db: Db, ctx: BusinessCtx, event: Event): EventDetails {
  const { listing, stores: _stores, cancelledAt: _at, cancelReason: _reason, ...terms } = event
  return {
    ...terms,
    ...listingWords(db, listing),
    // One that was taken out of use is chosen no more.
    policyId: event.policyId === null ? null : (policyById(db, ctx.businessId, event.policyId)?.id ?? null),
    storeIds: storesOfListing(db, ctx.businessId, listing.id),
    questions: questionsOf(db, ctx.businessId, listing.id),
  }
}

function copyTickets(db: Db, ctx: BusinessCtx, from: string, to: string): void {
  const copies = new Map<string, string>()
  for (const { id, name, capacity } of quotasOf(db, from)) {
    const quota = saveQuota(ctx, to, null, { name, capacity })
    if (!quota.ok) throw new Error(`The quota ${id} could not be copied: ${quota.refusal.kind}`)
    copies.set(id, quota.value.id)
  }
  for (const type of ticketsOf(db, from)) {
    const { quotaIds, questions, ...draft } = draftOf(db, ctx, type)
    const ticket = saveTicket(ctx, to, null, { ...draft, quotaIds: quotaIds.flatMap((quotaId) => copies.get(quotaId) ?? []), questions: questions.map((question) => ({ ...question, id: null })) })
    if (!ticket.ok) throw new Error(`The ticket ${type.id} could not be copied: ${ticket.refusal.kind}`)
  }
}
