import { createBusiness, installPermissions, installTrades, businessFacts, membership, type Business, type Store, type StoreDetails } from '~/core/businesses/index.server'
import type { BusinessCtx } from '~/kernel/ctx'
import type { PermissionTable } from '~/kernel/permissions'
import { read, transact } from '~/platform/database.server'
import { members, staff } from '#db/schema/businesses'
import { person as account } from './identity'
import { change, contextAt, theMorning } from './world'

let people = 0

/** An account by its name; its address is made up unless told. Answers its id. */
export function person(name: string, email = `${name.toLowerCase().replaceAll(/[^a-z]+/g, '.')}.${(people += 1)}@example.test`, verified = true): string {
  return account({ name, email, verified }).id
}

export const harbourStreet: StoreDetails = {
  name: 'Cais do Sodré',
  line1: 'Rua do Arsenal 12',
  line2: null,
  postalCode: '1100-038',
  city: 'Lisbon',
  region: null,
  country: 'PT',
  timeZone: 'Europe/Lisbon',
  phone: null,
  email: null,
  directions: null,
  taxName: 'IVA',
  taxRatePpm: 230_000,
  taxIncluded: true,
}

/** Two trades, and the permissions that businesses have, as the registry would hand them over. */
export function installWorld(more: PermissionTable = {}): void {
  const trade = { label: () => '', about: () => '', icon: 'clock', desk: 'listings', manage: 'business.manage' } as const
  installTrades([{ ...trade, domain: 'appointments' }, { ...trade, domain: 'events' }])
  installPermissions({
    'business.read': ['owner', 'manager', 'staff'],
    'business.manage': ['owner'],
    'members.manage': ['owner'],
    'staff.manage': ['owner', 'manager'],
    'hours.manage': ['owner', 'manager'],
    'audit.read': ['owner'],
    'pictures.manage': ['owner', 'manager'],
    ...more,
  })
}

export interface MadeBusiness {
  readonly business: Business
  readonly store: Store
  readonly ownerId: string
  /** A context of its owner, at `theMorning` or another time. */
  readonly ctx: BusinessCtx
}

/** A business with an owner, a store in Lisbon and appointments switched on. */
export function business(name = 'Harbour Salon', now = theMorning): MadeBusiness {
  installWorld()
  const ownerId = person(`Owner of ${name}`)
  const made = createBusiness(contextAt(now, { kind: 'user', id: ownerId, roles: [] }), {
    ownerId,
    name,
    code: null,
    currency: 'EUR',
    timeZone: 'Europe/Lisbon',
    language: 'en',
    domains: ['appointments'],
    store: harbourStreet,
  })
  if (!made.ok) throw new Error(`No business: ${JSON.stringify(made.refusal)}`)
  return { ...made.value, ownerId, ctx: memberCtx(made.value.business.id, ownerId, now) }
}

/** The context of somebody in a business; `member` is null for those who are none. */
export function memberCtx(businessId: string, userId: string, now = theMorning): BusinessCtx {
  return read((db) => {
    const facts = businessFacts(db, businessId)
    if (!facts) throw new Error('No such business')
    return { ...contextAt(now, { kind: 'user', id: userId, roles: [] }), businessId, business: facts, member: membership(db, businessId, userId) }
  })
}

/** Makes an account a member, without an invitation. Answers the member's id. */
export function addMember(businessId: string, userId: string, role: 'owner' | 'manager' | 'staff'): string {
  const id = contextAt().newId()
  transact((db) => db.insert(members).values({ id, businessId, userId, role, createdAt: theMorning }).run())
  return id
}

/** Adds a staff profile by its row; `userId` links it to an account. */
export function addPerson(businessId: string, name: string, userId: string | null = null): string {
  const id = contextAt().newId()
  transact((db) =>
    db
      .insert(staff)
      .values({ id, businessId, slug: name.toLowerCase(), name, userId, active: true, position: people, createdAt: theMorning })
      .run(),
  )
  return id
}

/** Sets a business's status behind everybody's back. */
export function suspend(businessId: string): void {
  change("UPDATE businesses SET status = 'suspended' WHERE id = ?", businessId)
}
