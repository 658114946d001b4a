import { questionsOf } from '~/core/bookings/index.server'
import { changeStatus, copiedWords, listingWords, moveListing, storesOfListing, type ListingStatus, type NotAllowed } from '~/core/listings/index.server'
import { policyById } from '~/core/pricing/index.server'
import type { BusinessCtx } from '~/kernel/ctx'
import { ok, refuse, type Result } from '~/kernel/result'
import { transact, type Db } from '~/platform/database.server'
import { serviceById, type Service } from './queries.server'
import { saveService, type ServiceDetails, type ServiceRefusal } from './save-service.server'
import { offeredBy, seatsOf } from './service-rows.server'

export type ArrangeRefusal = { readonly kind: 'unknown-service' } | NotAllowed

/** Publishes, pauses or archives a service. What is booked stays booked. */
export function setServiceStatus(ctx: BusinessCtx, listingId: string, status: ListingStatus): Result<Service, ArrangeRefusal> {
  return transact((db): Result<Service, ArrangeRefusal> => {
    const service = serviceById(db, ctx.businessId, listingId)
    return service ? changeStatus(db, ctx, service, status) : refuse({ kind: 'unknown-service' })
  })
}

/** Moves a service one place up or down in the order in which customers see them. */
export function moveService(ctx: BusinessCtx, listingId: string, direction: 'up' | 'down'): Result<Service, ArrangeRefusal> {
  return transact((db): Result<Service, ArrangeRefusal> => {
    const service = serviceById(db, ctx.businessId, listingId)
    if (!service) return refuse({ kind: 'unknown-service' })
    const moved = moveListing(db, ctx, listingId, direction)
    return moved.ok ? ok({ ...service, listing: moved.value }) : refuse({ kind: 'unknown-service' })
  })
}

/** Makes a draft that is like a service, with a title that says so. */
export function duplicateService(ctx: BusinessCtx, listingId: string): Result<Service, ServiceRefusal> {
  return transact((db): Result<Service, ServiceRefusal> => {
    const service = serviceById(db, ctx.businessId, listingId)
    return service ? saveService(ctx, null, copiedWords(db, ctx, detailsOf(db, ctx, service))) : refuse({ kind: 'unknown-service' })
  })
}

/** A service as its editor has it. */
export function detailsOf(db: Db, ctx: BusinessCtx, service: Service): ServiceDetails {
  const { listing, durationMinutes, bufferBeforeMinutes, bufferAfterMinutes, noticeMinutes, windowDays, stepMinutes, approval, staffChoice, payment } = service
  // One that was taken out of use is chosen no more.
  const policyId = service.policyId === null ? null : (policyById(db, ctx.businessId, service.policyId)?.id ?? null)
  return {
    ...listingWords(db, listing),
    priceMinor: listing.priceMinor,
    durationMinutes, bufferBeforeMinutes, bufferAfterMinutes, noticeMinutes, windowDays, stepMinutes, approval, staffChoice, policyId, payment,
    storeIds: storesOfListing(db, ctx.businessId, listing.id),
    ...offeredBy(db, listing.id),
    seats: seatsOf(db, ctx.businessId, service),
    questions: questionsOf(db, ctx.businessId, listing.id),
  }
}
