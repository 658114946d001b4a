import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { TradeDomain } from '~/kernel/define-module'
import type { MemberRole, Permission } from '~/kernel/permissions'
import { prepared, type Db } from '~/platform/database.server'
import { businessDomains, businesses, members, staff, stores } from '#db/schema/businesses'
import { knownTrades, rolesWho } from './installed.server'

export type Business = typeof businesses.$inferSelect
export type Store = typeof stores.$inferSelect
export type StaffProfile = typeof staff.$inferSelect

/** A member with the staff profile that is theirs; names and addresses are the identity module's. */
export interface Member {
  readonly memberId: string
  readonly userId: string
  readonly role: MemberRole
  readonly staffId: string | null
  readonly createdAt: number
}

/** The whole row of a business. */
export function businessById(db: Db, businessId: string): Business | null {
  return businessRow(db).get({ businessId }) ?? null
}

/** Every store of a business in its order, closed ones too. */
export function storesOf(db: Db, businessId: string): Store[] {
  return storeRows(db).all({ businessId })
}

/** A store of this business; another's is null. */
export function storeById(db: Db, businessId: string, storeId: string): Store | null {
  return storeRow(db).get({ businessId, storeId }) ?? null
}

/** Everybody whom customers meet, in the business's order, those who no longer work there too (`active` is false). */
export function staffOf(db: Db, businessId: string): StaffProfile[] {
  return staffRows(db).all({ businessId })
}

/** A staff profile of this business; another's is null. */
export function staffById(db: Db, businessId: string, staffId: string): StaffProfile | null {
  return staffRow(db).get({ businessId, staffId }) ?? null
}

/** The members of a business: owners first, then in the order of their coming. */
export function membersOf(db: Db, businessId: string): Member[] {
  return memberRows(db).all({ businessId })
}

/** The members whose role holds a permission: whom a notification goes to. */
export function membersWho(db: Db, businessId: string, permission: Permission): Member[] {
  const roles = rolesWho(permission)
  return membersOf(db, businessId).filter((member) => roles.includes(member.role))
}

/** The trades that a business has switched on, in the order of the registry. */
export function enabledDomains(db: Db, businessId: string): TradeDomain[] {
  const enabled = new Set(enabledRows(db).all({ businessId }).map((row) => row.domain))
  return knownTrades().map((trade) => trade.domain).filter((domain) => enabled.has(domain))
}

/** The businesses that an account is a member of, by name, with its role in each. */
export function businessesOf(db: Db, userId: string): { business: Business; role: MemberRole }[] {
  return membershipRows(db).all({ userId })
}

/** Businesses by their ids, in no order; unknown ids are left out. */
export function businessesByIds(db: Db, ids: readonly string[]): Business[] {
  return ids.length === 0 ? [] : db.select().from(businesses).where(inArray(businesses.id, [...ids])).all()
}

const businessRow = prepared((db) => db.select().from(businesses).where(eq(businesses.id, sql.placeholder('businessId'))).prepare())

const storeRows = prepared((db) =>
  db.select().from(stores).where(eq(stores.businessId, sql.placeholder('businessId'))).orderBy(asc(stores.position), asc(stores.id)).prepare(),
)

const storeRow = prepared((db) =>
  db
    .select()
    .from(stores)
    .where(and(eq(stores.businessId, sql.placeholder('businessId')), eq(stores.id, sql.placeholder('storeId'))))
    .prepare(),
)

const staffRows = prepared((db) =>
  db.select().from(staff).where(eq(staff.businessId, sql.placeholder('businessId'))).orderBy(asc(staff.position), asc(staff.id)).prepare(),
)

const staffRow = prepared((db) =>
  db
    .select()
    .from(staff)
    .where(and(eq(staff.businessId, sql.placeholder('businessId')), eq(staff.id, sql.placeholder('staffId'))))
    .prepare(),
)

const memberRows = prepared((db) =>
  db
    .select({ memberId: members.id, userId: members.userId, role: members.role, staffId: staff.id, createdAt: members.createdAt })
    .from(members)
    .leftJoin(staff, and(eq(staff.businessId, members.businessId), eq(staff.userId, members.userId)))
    .where(eq(members.businessId, sql.placeholder('businessId')))
    .orderBy(sql`case ${members.role} when 'owner' then 0 when 'manager' then 1 else 2 end`, asc(members.createdAt), asc(members.id))
    .prepare(),
)

const enabledRows = prepared((db) =>
  db
    .select({ domain: businessDomains.domain })
    .from(businessDomains)
    .where(and(eq(businessDomains.businessId, sql.placeholder('businessId')), isNull(businessDomains.disabledAt)))
    .prepare(),
)

const membershipRows = prepared((db) =>
  db
    .select({ business: businesses, role: members.role })
    .from(members)
    .innerJoin(businesses, eq(businesses.id, members.businessId))
    .where(eq(members.userId, sql.placeholder('userId')))
    .orderBy(asc(businesses.name), asc(businesses.id))
    .prepare(),
)
