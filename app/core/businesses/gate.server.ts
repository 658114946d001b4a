import { and, eq, sql } from 'drizzle-orm'
import type { BusinessFacts, Membership } from '~/kernel/ctx'
import { prepared, type Db } from '~/platform/database.server'
import { businesses, businessSlugs, members, staff } from '#db/schema/businesses'
import { roleMay } from './installed.server'

/**
 * What the gate asks on every page of a business: its facts by its slug, and the account's membership in it.
 * `movedTo` is its present slug where it has left this one; null where no business has or had it.
 */
export function businessForGate(
  db: Db,
  slug: string,
  accountId: string | null,
): { facts: BusinessFacts; member: Membership | null } | { movedTo: string } | null {
  const facts = factsBySlug(db).get({ slug })
  if (facts) return { facts, member: accountId === null ? null : membership(db, facts.id, accountId) }
  const moved = movedSlug(db).get({ slug })
  return moved ? { movedTo: moved.slug } : null
}

/** An account's membership in a business; null where it has none. */
export function membership(db: Db, businessId: string, userId: string): Membership | null {
  const row = membershipRow(db).get({ businessId, userId })
  return row ? { ...row, may: (permission) => roleMay(row.role, permission) } : null
}

/** The facts that a context carries, by id; for jobs and for links that name no slug. */
export function businessFacts(db: Db, businessId: string): BusinessFacts | null {
  return factsById(db).get({ businessId }) ?? null
}

const facts = {
  id: businesses.id,
  slug: businesses.slug,
  name: businesses.name,
  currency: businesses.currency,
  timeZone: businesses.timeZone,
  language: businesses.language,
  status: businesses.status,
}

const factsBySlug = prepared((db) => db.select(facts).from(businesses).where(eq(businesses.slug, sql.placeholder('slug'))).prepare())

const factsById = prepared((db) => db.select(facts).from(businesses).where(eq(businesses.id, sql.placeholder('businessId'))).prepare())

const movedSlug = prepared((db) =>
  db
    .select({ slug: businesses.slug })
    .from(businessSlugs)
    .innerJoin(businesses, eq(businesses.id, businessSlugs.businessId))
    .where(eq(businessSlugs.slug, sql.placeholder('slug')))
    .prepare(),
)

const membershipRow = prepared((db) =>
  db
    .select({ id: members.id, role: members.role, staffId: staff.id })
    .from(members)
    .leftJoin(staff, and(eq(staff.businessId, members.businessId), eq(staff.userId, members.userId)))
    .where(and(eq(members.businessId, sql.placeholder('businessId')), eq(members.userId, sql.placeholder('userId'))))
    .prepare(),
)
