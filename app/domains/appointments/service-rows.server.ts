import { ensureResource, resourceById, resourceOfOwner, setCapacity } from '~/core/allocation/index.server'
import { staffById } from '~/core/businesses/index.server'
import type { Listing } from '~/core/listings/index.server'
import { termColumns } from '~/core/payments/index.server'
import type { BusinessCtx } from '~/kernel/ctx'
import { ok, refuse, type Result } from '~/kernel/result'
import { prepared, type Db } from '~/platform/database.server'
import type { ServiceTerms } from './queries.server'

/** Writes what a listing of this domain adds, in the caller's transaction. */
export function writeTerms(db: Db, terms: ServiceTerms & { readonly businessId: string }): void {
  const { listingId, businessId, durationMinutes, bufferBeforeMinutes, bufferAfterMinutes, noticeMinutes, windowDays, stepMinutes, staffChoice, seatsResourceId, policyId } = terms
  termsUpsert(db).run({
    listingId, businessId, durationMinutes, bufferBeforeMinutes, bufferAfterMinutes, noticeMinutes, windowDays, stepMinutes, staffChoice, seatsResourceId, policyId,
    approval: terms.approval ? 1 : 0,
    ...(terms.payment ? termColumns(terms.payment) : { paymentTerms: null, depositPercent: null, restDays: null }),
  })
}

/** The resource that counts the places of a service which needs no person; null for any other. Refused below what is taken. */
export function seatsFor(
  db: Db,
  ctx: BusinessCtx,
  listing: Listing,
  { staffChoice, seats }: { readonly staffChoice: ServiceTerms['staffChoice']; readonly seats: number | null },
): Result<string | null, { readonly kind: 'taken'; readonly subjects: readonly string[] }> {
  if (staffChoice !== 'places') return ok(null)
  const known = resourceOfOwner(db, ctx.businessId, 'place', listing.id)
  if (!known) {
    return ok(ensureResource(db, ctx, { businessId: ctx.businessId, storeId: null, kind: 'place', ownerId: listing.id, name: listing.title, capacity: seats }))
  }
  if (known.capacity === seats) return ok(known.id)
  const set = setCapacity(ctx, known.id, seats)
  if (set.ok) return ok(known.id)
  if (set.refusal.kind === 'taken') return refuse({ kind: 'taken', subjects: set.refusal.subjects })
  throw new Error(`The seats of ${listing.id} took no capacity: ${set.refusal.kind}`)
}

interface OfferedBy {
  readonly staffChoice: ServiceTerms['staffChoice']
  readonly staffIds: readonly string[]
  readonly placeIds: readonly string[]
}

/** Writes who offers a service and which places it needs; each person gets the resource that their diary is. In the caller's transaction. */
export function offerBy(db: Db, ctx: BusinessCtx, listingId: string, { staffChoice, staffIds, placeIds }: OfferedBy): void {
  staffDelete(db).run({ listingId })
  placesDelete(db).run({ listingId })
  if (staffChoice === 'places') return
  for (const staffId of new Set(staffIds)) {
    const person = staffById(db, ctx.businessId, staffId)
    if (!person) throw new Error(`No member of staff ${staffId}`)
    ensureResource(db, ctx, { businessId: ctx.businessId, storeId: null, kind: 'person', ownerId: staffId, name: person.name, capacity: 1 })
    staffInsert(db).run({ listingId, staffId })
  }
  for (const resourceId of new Set(placeIds)) placeInsert(db).run({ listingId, resourceId })
}

/** How many may come at once to a service that needs only places; null for any other. */
export function seatsOf(db: Db, businessId: string, { seatsResourceId }: ServiceTerms): number | null {
  return seatsResourceId === null ? null : (resourceById(db, businessId, seatsResourceId)?.capacity ?? null)
}

/** The ids of who offers a service and of the places it needs, those too that are out of the choice for now. */
export function offeredBy(db: Db, listingId: string): { staffIds: string[]; placeIds: string[] } {
  return { staffIds: staffRows(db).all({ listingId }).map(({ id }) => id), placeIds: placeRows(db).all({ listingId }).map(({ id }) => id) }
}

const termsUpsert = prepared((db) =>
  db.$client.prepare(
    `INSERT INTO services (listing_id, business_id, duration_minutes, buffer_before_minutes, buffer_after_minutes, notice_minutes, window_days,
       step_minutes, approval, staff_choice, seats_resource_id, policy_id, payment_terms, deposit_percent, rest_days)
     VALUES (@listingId, @businessId, @durationMinutes, @bufferBeforeMinutes, @bufferAfterMinutes, @noticeMinutes, @windowDays,
       @stepMinutes, @approval, @staffChoice, @seatsResourceId, @policyId, @paymentTerms, @depositPercent, @restDays)
     ON CONFLICT (listing_id) DO UPDATE SET duration_minutes = excluded.duration_minutes, buffer_before_minutes = excluded.buffer_before_minutes,
       buffer_after_minutes = excluded.buffer_after_minutes, notice_minutes = excluded.notice_minutes, window_days = excluded.window_days,
       step_minutes = excluded.step_minutes, approval = excluded.approval, staff_choice = excluded.staff_choice,
       seats_resource_id = excluded.seats_resource_id, policy_id = excluded.policy_id,
       payment_terms = excluded.payment_terms, deposit_percent = excluded.deposit_percent, rest_days = excluded.rest_days`,
  ),
)

const staffDelete = prepared((db) => db.$client.prepare<{ listingId: string }>('DELETE FROM service_staff WHERE listing_id = @listingId'))
const placesDelete = prepared((db) => db.$client.prepare<{ listingId: string }>('DELETE FROM service_places WHERE listing_id = @listingId'))

const staffInsert = prepared((db) =>
  db.$client.prepare<{ listingId: string; staffId: string }>('INSERT INTO service_staff (listing_id, staff_id) VALUES (@listingId, @staffId)'),
)

const placeInsert = prepared((db) =>
  db.$client.prepare<{ listingId: string; resourceId: string }>('INSERT INTO service_places (listing_id, resource_id) VALUES (@listingId, @resourceId)'),
)

const staffRows = prepared((db) =>
  db.$client.prepare<{ listingId: string }, { id: string }>('SELECT staff_id AS id FROM service_staff WHERE listing_id = @listingId ORDER BY staff_id'),
)

const placeRows = prepared((db) =>
  db.$client.prepare<{ listingId: string }, { id: string }>('SELECT resource_id AS id FROM service_places WHERE listing_id = @listingId ORDER BY resource_id'),
)
