import { saveQuestions, type QuestionDraft, type QuestionRefusal } from '~/core/bookings/index.server'
import { changeListing, storesOfListing } from '~/core/listings/index.server'
import type { BusinessCtx } from '~/kernel/ctx'
import { ok, refuse, type Result } from '~/kernel/result'
import { record } from '~/platform/audit.server'
import { prepared, transact, type Db } from '~/platform/database.server'
import { priceRange } from './model/price-now'
import { makePoolsAhead } from './date-pools.server'
import { soldAhead } from './figures.server'
import { eventById, type Event } from './queries.server'
import { mostTickets } from './save-event.server'
import { quotasOf, ticketById, ticketsOf, type TicketType } from './tickets.server'

export interface TicketDraft extends Omit<TicketType, 'id' | 'listingId' | 'position'> {
  /** Asked of each ticket of this kind, beside what the event asks. */
  readonly questions: readonly QuestionDraft[]
}

export type TicketRefusal =
  | { readonly kind: 'unknown-event' }
  | { readonly kind: 'unknown-ticket' }
  | { readonly kind: 'unknown-quota' }
  | { readonly kind: 'too-many-tickets'; readonly most: number }
  | { readonly kind: 'out-of-range'; readonly figure: 'priceMinor' | 'leastPerOrder' | 'mostPerOrder'; readonly from: number; readonly to: number }
  | { readonly kind: 'sale-wrong-way-round' }
  /** `at` is the place of the step in the list. */
  | { readonly kind: 'step-without-end'; readonly at: number }
  /** Tickets of it are sold for dates to come: what contains those stays as it is. */
  | { readonly kind: 'quotas-in-use'; readonly sold: number }
  | QuestionRefusal

/** How many kinds of ticket an event may have. */
export const mostTicketTypes = 30

/** Adds a kind of ticket to an event (`ticketId` null) or changes one. What is sold keeps its price. */
export function saveTicket(ctx: BusinessCtx, listingId: string, ticketId: string | null, draft: TicketDraft): Result<TicketType, TicketRefusal> {
  return transact((db): Result<TicketType, TicketRefusal> => {
    const event = eventById(db, ctx.businessId, listingId)
    if (!event) return refuse({ kind: 'unknown-event' })
    const before = ticketId === null ? null : ticketById(db, ctx.businessId, ticketId)
    if (ticketId !== null && before?.listingId !== listingId) return refuse({ kind: 'unknown-ticket' })
    const refusal = refusalFor(db, ctx, event, before, draft)
    if (refusal) return refuse(refusal)

    const id = before?.id ?? ctx.newId()
    write(db, ctx, listingId, id, draft)
    const questions = saveQuestions(db, ctx, listingId, draft.questions, id)
    if (!questions.ok) return questions
    makePoolsAhead(db, ctx, listingId)
    showLowestPrice(db, ctx, event)
    const { title, priceMinor, active, leastPerOrder, mostPerOrder, quotaIds } = draft
    record(db, ctx, { businessId: ctx.businessId, action: 'events.ticket.save', subject: id, changes: { title, priceMinor, active, leastPerOrder, mostPerOrder, quotaIds, steps: draft.steps.length, hidden: draft.code !== null } })
    const saved = ticketById(db, ctx.businessId, id)
    if (!saved) throw new Error('A ticket that was saved is not there')
    return ok(saved)
  })
}

function refusalFor(db: Db, ctx: BusinessCtx, { listing }: Event, before: TicketType | null, draft: TicketDraft): TicketRefusal | null {
  const quotas = new Set(quotasOf(db, listing.id).map(({ id }) => id))
  if (!draft.quotaIds.every((id) => quotas.has(id))) return { kind: 'unknown-quota' }
  if (!before && ticketsOf(db, listing.id).length >= mostTicketTypes) return { kind: 'too-many-tickets', most: mostTicketTypes }
  if ([draft, ...draft.steps].some(({ priceMinor }) => !Number.isSafeInteger(priceMinor) || priceMinor < 0)) return { kind: 'out-of-range', figure: 'priceMinor', from: 0, to: Number.MAX_SAFE_INTEGER }
  if (!isCount(draft.leastPerOrder)) return { kind: 'out-of-range', figure: 'leastPerOrder', from: 1, to: mostTickets }
  if (!isCount(draft.mostPerOrder) || draft.mostPerOrder < draft.leastPerOrder) return { kind: 'out-of-range', figure: 'mostPerOrder', from: draft.leastPerOrder, to: mostTickets }
  if (draft.saleFrom !== null && draft.saleUntil !== null && draft.saleUntil <= draft.saleFrom) return { kind: 'sale-wrong-way-round' }
  const endless = draft.steps.findIndex(({ untilAt, firstCount }) => untilAt === null && firstCount === null)
  if (endless >= 0) return { kind: 'step-without-end', at: endless }
  const sold = before && before.quotaIds.toSorted().join() !== [...new Set(draft.quotaIds)].sort().join() ? soldAhead(db, ctx, before) : 0
  return sold > 0 ? { kind: 'quotas-in-use', sold } : null
}

function isCount(figure: number): boolean {
  return Number.isInteger(figure) && figure >= 1 && figure <= mostTickets
}

function write(db: Db, ctx: BusinessCtx, listingId: string, id: string, { steps, quotaIds, active, ...draft }: Omit<TicketDraft, 'questions'>): void {
  const { title, description, priceMinor, saleFrom, saleUntil, leastPerOrder, mostPerOrder, code } = draft
  const row = { title, description, priceMinor, saleFrom, saleUntil, leastPerOrder, mostPerOrder, code, active: active ? 1 : 0 }
  typeUpsert(db).run({ ...row, id, listingId, businessId: ctx.businessId, now: ctx.now })
  stepsDelete(db).run({ id })
  steps.forEach((step, position) => stepInsert(db).run({ ...step, id, position }))
  membersDelete(db).run({ id })
  for (const quotaId of new Set(quotaIds)) memberInsert(db).run({ id, quotaId })
}

/** Lists and searches show the lowest price at which everybody can buy. */
function showLowestPrice(db: Db, ctx: BusinessCtx, { listing }: Event): void {
  const open = ticketsOf(db, listing.id).filter(({ active, code }) => active && code === null)
  const priceMinor = open.length === 0 ? null : Math.min(...open.map((ticket) => priceRange(ticket, ctx.now).from))
  if (priceMinor === listing.priceMinor) return
  const { title, description, section } = listing
  const changed = changeListing(db, ctx, listing.id, { title, slug: listing.slug, description, section, priceMinor, storeIds: storesOfListing(db, ctx.businessId, listing.id) })
  if (!changed.ok) throw new Error(`The price of ${listing.id} could not be shown: ${changed.refusal}`)
}

const typeUpsert = prepared((db) =>
  db.$client.prepare(
    `INSERT INTO ticket_types (id, business_id, listing_id, title, description, price_minor, sale_from, sale_until, least_per_order, most_per_order, code, active, position, created_at)
     VALUES (@id, @businessId, @listingId, @title, @description, @priceMinor, @saleFrom, @saleUntil, @leastPerOrder, @mostPerOrder, @code, @active,
       (SELECT coalesce(max(position), -1) + 1 FROM ticket_types WHERE listing_id = @listingId), @now)
     ON CONFLICT (id) DO UPDATE SET title = excluded.title, description = excluded.description, price_minor = excluded.price_minor,
       sale_from = excluded.sale_from, sale_until = excluded.sale_until, least_per_order = excluded.least_per_order,
       most_per_order = excluded.most_per_order, code = excluded.code, active = excluded.active`,
  ),
)

const stepsDelete = prepared((db) => db.$client.prepare<{ id: string }>('DELETE FROM ticket_prices WHERE ticket_type_id = @id'))
const stepInsert = prepared((db) =>
  db.$client.prepare(
    'INSERT INTO ticket_prices (ticket_type_id, position, title, price_minor, until_at, first_count) VALUES (@id, @position, @title, @priceMinor, @untilAt, @firstCount)',
  ),
)

const membersDelete = prepared((db) => db.$client.prepare<{ id: string }>('DELETE FROM ticket_quotas WHERE ticket_type_id = @id'))
const memberInsert = prepared((db) => db.$client.prepare<{ id: string; quotaId: string }>('INSERT INTO ticket_quotas (ticket_type_id, quota_id) VALUES (@id, @quotaId)'))
