import { addPlace } from '~/core/allocation/index.server'
import { addStaff, businessFacts, createBusiness, membership, type StoreDetails } from '~/core/businesses/index.server'
import { createAccount, startSession } from '~/core/identity/index.server'
import { replaceWeeklyHours, type WeeklyHours } from '~/core/schedules/index.server'
import { saveService, setServiceStatus, type ServiceDetails } from '~/domains/appointments/index.server'
import type { Actor, BusinessCtx, Ctx } from '~/kernel/ctx'
import type { TradeDomain } from '~/kernel/define-module'
import { uuidv7 } from '~/kernel/ids'
import type { Result } from '~/kernel/result'
import { read, transact } from '~/platform/database.server'
import { i18nFor } from '~/platform/words/i18n'

// What vitest's world (tests/world) is for one test in one process, this is for servers that run beside it: it knows no vitest, so that
// the bench can use it too. The database is the one that `openDatabase()` opened.

export interface BusinessWanted {
  readonly name: string
  readonly timeZone: string
  readonly people: readonly string[]
  /** Rooms or chairs, each shared by all services that need one. */
  readonly places?: readonly string[]
  /** Of the store and of each person; 09–17 every day unless told. */
  readonly hours?: readonly WeeklyHours[]
  /** The trades it has switched on; appointments unless told. */
  readonly domains?: readonly TradeDomain[]
  readonly now?: number
}

export interface OpenBusiness {
  readonly slug: string
  readonly storeId: string
  /** In the order in which they were named. */
  readonly staffIds: readonly string[]
  readonly placeIds: readonly string[]
  readonly ownerId: string
  /** A context of its owner. */
  readonly owner: BusinessCtx
  /** The Cookie header of the owner's browser. */
  readonly ownerCookie: string
  /** A context of somebody without an account. */
  readonly visitor: BusinessCtx
}

/** A business, with one store, people, places and hours: rows that its use cases make. */
export function openBusiness({ name, timeZone, people, places = [], hours = everyDay(9, 17), domains = ['appointments'], now = Date.now() }: BusinessWanted): OpenBusiness {
  const ownerId = addAccount(`owner@${name.toLowerCase().replaceAll(' ', '-')}.test`, now)
  const made = sure(
    createBusiness(contextOf(now, { kind: 'user', id: ownerId, roles: [] }), {
      ownerId, name, timeZone, code: null, currency: 'EUR', language: 'en', domains: [...domains], store: storeAt(name, timeZone),
    }),
  )
  const owner = ctxIn(made.business.id, ownerId, now)
  const staffIds = people.map((person) => sure(addStaff(owner, { name: person, title: null, bio: null, email: null })).id)
  const placeIds = places.map((place) => sure(addPlace(owner, { name: place, storeId: made.store.id, capacity: 1 })).id)
  for (const holder of [made.store.id, ...staffIds]) sure(replaceWeeklyHours(owner, holder, hours))
  return {
    slug: made.business.slug,
    storeId: made.store.id,
    staffIds,
    placeIds,
    ownerId,
    owner,
    ownerCookie: transact((db) => startSession(db, owner, ownerId, 'Firefox · Linux')).split(';')[0] ?? '',
    visitor: { ...owner, actor: { kind: 'nobody' }, member: null },
  }
}

/** An active service of that business: 45 minutes and 10 after them on a grid of a quarter of an hour, confirmed at once, unless told otherwise. */
export function openService(shop: OpenBusiness, title: string, details: Partial<ServiceDetails> = {}): { listingId: string; slug: string } {
  const service = sure(
    saveService(shop.owner, null, {
      title, description: null, section: null, priceMinor: 4500,
      durationMinutes: 45, bufferBeforeMinutes: 0, bufferAfterMinutes: 10, noticeMinutes: 0, windowDays: 365, stepMinutes: 15,
      approval: false, policyId: null, payment: null, staffChoice: 'may', seats: null, storeIds: [shop.storeId], staffIds: shop.staffIds, placeIds: shop.placeIds, questions: [], extra: null,
      ...details,
    }),
  )
  const { listing } = sure(setServiceStatus(shop.owner, service.listing.id, 'active'))
  return { listingId: listing.id, slug: listing.slug }
}

/** The same hours on each weekday, from and to full hours; past 24 they reach into the next day. */
export function everyDay(from: number, to: number): WeeklyHours[] {
  return [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: from * 60, to: to * 60 }))
}

/** What a use case promised, where a refusal would be a fault of the test. */
export function sure<Value>(result: Result<Value, unknown>): Value {
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result.refusal)}`)
  return result.value
}

function ctxIn(businessId: string, userId: string, now: number): BusinessCtx {
  return read((db) => {
    const business = businessFacts(db, businessId)
    if (!business) throw new Error('The business that was made is not there')
    return { ...contextOf(now, { kind: 'user', id: userId, roles: [] }), businessId, business, member: membership(db, businessId, userId) }
  })
}

function contextOf(now: number, actor: Actor): Ctx {
  return { now, newId: () => uuidv7(now), requestId: 'load', i18n: i18nFor('en'), zone: null, actor, clientAddress: '127.0.0.1' }
}

// Nobody logs in with a password here: the session is started by hand.
function addAccount(email: string, now: number): string {
  const id = transact((db) => createAccount(db, contextOf(now, { kind: 'nobody' }), { email, name: 'Olga Owner', passwordHash: '!', verified: true }))
  if (id === null) throw new Error(`${email} has an account already`)
  return id
}

function storeAt(name: string, timeZone: string): StoreDetails {
  return {
    name, timeZone, line1: 'Rua do Arsenal 12', line2: null, postalCode: '1100-038', city: 'Lisbon', region: null, country: 'PT',
    phone: null, email: null, directions: null, taxName: 'IVA', taxRatePpm: 230_000, taxIncluded: true,
  }
}
