import type { BusinessCtx } from '~/kernel/ctx'
import { ok, refuse, type Result } from '~/kernel/result'
import { record } from '~/platform/audit.server'
import { prepared, transact, type Db } from '~/platform/database.server'
import { announce } from '~/platform/outbox/announce.server'
import { claimAll, claimsOf, release, resourceOfOwner, subjectsBetween, type Claim } from '../allocation/index.server'
import { staffById } from '../businesses/index.server'
import { listingById } from '../listings/index.server'
import { domainOf } from './domain.server'
import { bookingReassigned } from './events'
import { factsOf } from './facts'
import { isOpen, type BookingStatus } from './model/states'
import { bookingById, type Booking, type BookingItem } from './queries.server'
import { actingAs, addStep } from './steps.server'

export interface Reassignment {
  readonly bookingId: string
  readonly itemId: string
  readonly staffId: string
}

export type ReassignRefusal =
  | { readonly kind: 'unknown-booking' }
  /** Not of this business, gone, or somebody who does not do this. */
  | { readonly kind: 'unknown-person' }
  /** It is theirs already, or it needs nobody. */
  | { readonly kind: 'nothing-to-give' }
  | { readonly kind: 'not-from-here'; readonly status: BookingStatus }
  /** The person is not free: these subjects are in the way. */
  | { readonly kind: 'taken'; readonly subjects: readonly string[] }

/** Gives an item to another person at the same time: only the claim on the person is swapped, places stay as they are. */
export function reassignItem(ctx: BusinessCtx, { bookingId, itemId, staffId }: Reassignment): Result<Booking, ReassignRefusal> {
  return transact((db): Result<Booking, ReassignRefusal> => {
    const booking = bookingById(db, ctx.businessId, bookingId)
    const item = booking?.items.find((candidate) => candidate.id === itemId && candidate.state === 'active')
    if (!booking || !item) return refuse({ kind: 'unknown-booking' })
    if (!isOpen(booking.status) || booking.status === 'held') return refuse({ kind: 'not-from-here', status: booking.status })
    const person = staffById(db, ctx.businessId, staffId)
    const resource = person?.active && peopleFor(db, ctx.businessId, item).includes(staffId) ? resourceOfOwner(db, ctx.businessId, 'person', staffId) : null
    if (!person || !resource) return refuse({ kind: 'unknown-person' })
    const taken = swapClaim(db, ctx, item, resource.id)
    if (!taken.ok) return taken

    staffUpdate(db).run({ itemId, staffId, businessId: ctx.businessId })
    addStep(db, ctx, { bookingId, what: 'reassigned', reason: person.name })
    record(db, ctx, { businessId: ctx.businessId, action: 'bookings.item.reassign', subject: bookingId, changes: { from: item.staffId, to: staffId } })
    const payload = { ...factsOf(booking), by: actingAs(ctx), itemId, staffId, fromStaffId: item.staffId }
    announce(db, ctx, bookingReassigned, { businessId: ctx.businessId, storeId: booking.storeId, subject: bookingId, payload })
    return ok({ ...booking, items: booking.items.map((other) => (other.id === itemId ? { ...other, staffId, staffName: person.name } : other)) })
  })
}

/** The ids of the people to whom an item may be given: those who do what its listing promises. */
export function peopleFor(db: Db, businessId: string, item: BookingItem): readonly string[] {
  const listing = listingById(db, businessId, item.listingId)
  return listing ? domainOf(item.domain).offeredBy(db, listing) : []
}

function swapClaim(db: Db, ctx: BusinessCtx, item: BookingItem, resourceId: string): Result<null, ReassignRefusal> {
  const present = item.staffId === null ? null : resourceOfOwner(db, ctx.businessId, 'person', item.staffId)
  if (!present || present.id === resourceId) return refuse({ kind: 'nothing-to-give' })
  const claims = claimsOf(db, ctx.businessId, item.id).map((claim): Claim => (claim.resourceId === present.id ? { ...claim, resourceId } : claim))
  release(db, ctx.businessId, item.id, ctx.now)
  const claimed = claimAll(ctx, claims, { businessId: ctx.businessId, subject: item.id, kind: 'booking', expiresAt: null })
  if (claimed.ok) return claimed
  const { startsAt, endsAt } = claimed.refusal.claim
  return refuse({ kind: 'taken', subjects: subjectsBetween(db, ctx.businessId, resourceId, startsAt ?? item.startsAt, endsAt ?? item.endsAt, ctx.now) })
}

const staffUpdate = prepared((db) =>
  db.$client.prepare<{ itemId: string; staffId: string; businessId: string }>(
    'UPDATE booking_items SET staff_id = @staffId WHERE id = @itemId AND business_id = @businessId',
  ),
)
