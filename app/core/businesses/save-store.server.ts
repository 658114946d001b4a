import { and, eq, max } from 'drizzle-orm'
import type { BusinessCtx, Ctx } from '~/kernel/ctx'
import { ok, refuse, type Result } from '~/kernel/result'
import { record } from '~/platform/audit.server'
import { transact, type Db } from '~/platform/database.server'
import { announce } from '~/platform/outbox/index.server'
import { stores } from '#db/schema/businesses'
import { storeChanged } from './events'
import { changesBetween } from './model/changes'
import { freeCode } from './model/codes'
import { storeById, storesOf, type Store } from './queries.server'

export interface StoreDetails {
  readonly name: string
  readonly line1: string
  readonly line2: string | null
  readonly postalCode: string
  readonly city: string
  readonly region: string | null
  /** ISO 3166-1, two capital letters. */
  readonly country: string
  readonly timeZone: string
  readonly phone: string | null
  readonly email: string | null
  readonly directions: string | null
  readonly taxName: string
  /** Parts per million: 230,000 is 23 %. */
  readonly taxRatePpm: number
  /** Whether prices include the tax, or it is added to them. */
  readonly taxIncluded: boolean
}

const shown = ['city', 'region', 'country', 'timeZone', 'taxName', 'taxRatePpm', 'taxIncluded', 'status'] as const

/** Adds a store after the others. */
export function addStore(ctx: BusinessCtx, details: StoreDetails): Result<Store, never> {
  return transact((db) => {
    const store = insertStore(db, ctx, ctx.businessId, details)
    return ok(store)
  })
}

/** Changes where a store is and what it tells; sales that stand keep the tax they were made with. */
export function changeStore(ctx: BusinessCtx, storeId: string, details: StoreDetails): Result<Store, 'unknown-store'> {
  return transact((db) => {
    const store = storeById(db, ctx.businessId, storeId)
    if (!store) return refuse('unknown-store' as const)
    return ok(updateStore(db, ctx, store, details, 'businesses.store.change'))
  })
}

/** Closes a store for new bookings. A business keeps one that is open. */
export function closeStore(ctx: BusinessCtx, storeId: string): Result<Store, 'unknown-store' | 'last-store'> {
  return transact((db) => {
    const store = storeById(db, ctx.businessId, storeId)
    if (!store) return refuse('unknown-store' as const)
    if (!storesOf(db, ctx.businessId).some((other) => other.id !== storeId && other.status === 'open')) return refuse('last-store' as const)
    return ok(updateStore(db, ctx, store, { status: 'closed' }, 'businesses.store.close'))
  })
}

/** Opens a closed store again. */
export function reopenStore(ctx: BusinessCtx, storeId: string): Result<Store, 'unknown-store'> {
  return transact((db) => {
    const store = storeById(db, ctx.businessId, storeId)
    if (!store) return refuse('unknown-store' as const)
    return ok(updateStore(db, ctx, store, { status: 'open' }, 'businesses.store.reopen'))
  })
}

/** Writes a store's row and its audit, in the caller's transaction. */
export function insertStore(db: Db, ctx: Ctx, businessId: string, details: StoreDetails): Store {
  const codes = new Set(storesOf(db, businessId).map((store) => store.code))
  const last = db.select({ position: max(stores.position) }).from(stores).where(eq(stores.businessId, businessId)).get()
  const store = db
    .insert(stores)
    .values({
      ...details,
      id: ctx.newId(),
      businessId,
      code: freeCode(details.city, (code) => codes.has(code)),
      status: 'open',
      position: (last?.position ?? 0) + 1,
      createdAt: ctx.now,
    })
    .returning()
    .get()
  const { city, country, timeZone, taxName, taxRatePpm, taxIncluded } = details
  record(db, ctx, { businessId, action: 'businesses.store.add', subject: store.id, changes: { code: store.code, city, country, timeZone, taxName, taxRatePpm, taxIncluded } })
  return store
}

function updateStore(db: Db, ctx: BusinessCtx, store: Store, details: Partial<Store>, action: string): Store {
  const changes = changesBetween(store, details, shown)
  if (!changes) return store
  record(db, ctx, { businessId: ctx.businessId, action, subject: store.id, changes })
  announce(db, ctx, storeChanged, { businessId: ctx.businessId, storeId: store.id, subject: store.id, payload: { storeId: store.id } })
  return db
    .update(stores)
    .set(details)
    .where(and(eq(stores.businessId, ctx.businessId), eq(stores.id, store.id)))
    .returning()
    .get()
}
