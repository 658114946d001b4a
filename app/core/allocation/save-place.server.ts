import { changesBetween, storeById } from '~/core/businesses/index.server'
import type { BusinessCtx } from '~/kernel/ctx'
import { ok, refuse, type Result } from '~/kernel/result'
import { record } from '~/platform/audit.server'
import { prepared, transact, type Db } from '~/platform/database.server'
import { announce } from '~/platform/outbox/index.server'
import { resourceChanged } from './events'
import { createResource, placesOf, resourceById, type Resource } from './resources.server'
import { setCapacity, type CapacityRefusal } from './set-capacity.server'

/** A room, a chair, a bench: whatever a visit needs beside the person. */
export interface PlaceDetails {
  readonly name: string
  /** Where it stands; null: in every store. */
  readonly storeId: string | null
  /** How many visits it takes at once. */
  readonly capacity: number
}

export const mostSeats = 10_000

export type PlaceRefusal =
  | { readonly kind: 'unknown-place' }
  | { readonly kind: 'unknown-store' }
  | { readonly kind: 'capacity-out-of-range'; readonly most: number }
  /** More is taken than there would be: these are in the way. */
  | { readonly kind: 'taken'; readonly subjects: readonly string[] }

/** Adds a place after the others. */
export function addPlace(ctx: BusinessCtx, details: PlaceDetails): Result<Resource, PlaceRefusal> {
  return transact((db): Result<Resource, PlaceRefusal> => {
    const refusal = refusalFor(db, ctx, details)
    if (refusal) return refuse(refusal)
    const id = createResource(db, ctx, { ...details, businessId: ctx.businessId, kind: 'place', ownerId: null })
    record(db, ctx, { businessId: ctx.businessId, action: 'allocation.place.add', subject: id, changes: { ...details } })
    return present(db, ctx, id)
  })
}

/** Changes a place; its capacity never below what is taken from now on. What is booked there stays. */
export function changePlace(ctx: BusinessCtx, placeId: string, details: PlaceDetails): Result<Resource, PlaceRefusal> {
  return transact((db): Result<Resource, PlaceRefusal> => {
    const place = placeById(db, ctx.businessId, placeId)
    if (!place) return refuse({ kind: 'unknown-place' })
    const refusal = refusalFor(db, ctx, details)
    if (refusal) return refuse(refusal)
    if (details.capacity !== place.capacity) {
      const set = setCapacity(ctx, placeId, details.capacity)
      if (!set.ok) return refuse(placeRefusal(set.refusal))
    }
    const changes = changesBetween(place, { name: details.name, storeId: details.storeId }, ['name', 'storeId'])
    if (!changes) return present(db, ctx, placeId)
    detailsUpdate(db).run({ businessId: ctx.businessId, id: placeId, name: details.name, storeId: details.storeId })
    record(db, ctx, { businessId: ctx.businessId, action: 'allocation.place.change', subject: placeId, changes })
    return present(db, ctx, placeId)
  })
}

/** Takes a place out of the choice for new bookings, or back in. What is booked there stays. */
export function setPlaceActive(ctx: BusinessCtx, placeId: string, active: boolean): Result<Resource, PlaceRefusal> {
  return transact((db): Result<Resource, PlaceRefusal> => {
    if (!placeById(db, ctx.businessId, placeId)) return refuse({ kind: 'unknown-place' })
    activeUpdate(db).run({ businessId: ctx.businessId, id: placeId, active: active ? 1 : 0 })
    record(db, ctx, { businessId: ctx.businessId, action: active ? 'allocation.place.activate' : 'allocation.place.deactivate', subject: placeId })
    announce(db, ctx, resourceChanged, { businessId: ctx.businessId, subject: placeId, payload: { resourceId: placeId, from: null, to: null } })
    return present(db, ctx, placeId)
  })
}

/** Moves a place one up or down in the business's list; at the end of it nothing changes. */
export function movePlace(ctx: BusinessCtx, placeId: string, direction: 'up' | 'down'): Result<Resource, PlaceRefusal> {
  return transact((db): Result<Resource, PlaceRefusal> => {
    const places = placesOf(db, ctx.businessId)
    const at = places.findIndex(({ id }) => id === placeId)
    const place = places[at]
    if (!place) return refuse({ kind: 'unknown-place' })
    const other = places[direction === 'up' ? at - 1 : at + 1]
    if (other) {
      positionUpdate(db).run({ businessId: ctx.businessId, id: placeId, position: other.position })
      positionUpdate(db).run({ businessId: ctx.businessId, id: other.id, position: place.position })
      record(db, ctx, { businessId: ctx.businessId, action: 'allocation.place.move', subject: placeId, changes: { direction } })
    }
    return present(db, ctx, placeId)
  })
}

/** A place of this business's own list; null for anything else, seats that stand for a listing among it. */
export function placeById(db: Db, businessId: string, placeId: string): Resource | null {
  const resource = resourceById(db, businessId, placeId)
  return resource?.kind === 'place' && resource.ownerId === null ? resource : null
}

function refusalFor(db: Db, ctx: BusinessCtx, { storeId, capacity }: PlaceDetails): PlaceRefusal | null {
  if (storeId !== null && !storeById(db, ctx.businessId, storeId)) return { kind: 'unknown-store' }
  if (!Number.isInteger(capacity) || capacity < 1 || capacity > mostSeats) return { kind: 'capacity-out-of-range', most: mostSeats }
  return null
}

function placeRefusal(refusal: CapacityRefusal): PlaceRefusal {
  return refusal.kind === 'taken' ? refusal : { kind: 'unknown-place' }
}

function present(db: Db, ctx: BusinessCtx, id: string): Result<Resource, PlaceRefusal> {
  const place = placeById(db, ctx.businessId, id)
  return place ? ok(place) : refuse({ kind: 'unknown-place' })
}

const detailsUpdate = prepared((db) =>
  db.$client.prepare<{ businessId: string; id: string; name: string; storeId: string | null }>(
    'UPDATE resources SET name = @name, store_id = @storeId WHERE id = @id AND business_id = @businessId',
  ),
)

const activeUpdate = prepared((db) =>
  db.$client.prepare<{ businessId: string; id: string; active: number }>('UPDATE resources SET active = @active WHERE id = @id AND business_id = @businessId'),
)

const positionUpdate = prepared((db) =>
  db.$client.prepare<{ businessId: string; id: string; position: number }>('UPDATE resources SET position = @position WHERE id = @id AND business_id = @businessId'),
)
