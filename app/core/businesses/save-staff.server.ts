import { and, eq, max } from 'drizzle-orm'
import type { BusinessCtx } from '~/kernel/ctx'
import { ok, refuse, type Result } from '~/kernel/result'
import { record } from '~/platform/audit.server'
import { transact, type Db } from '~/platform/database.server'
import { announce } from '~/platform/outbox/index.server'
import { staff } from '#db/schema/businesses'
import { staffChanged } from './events'
import { changesBetween } from './model/changes'
import { freeSlug } from './model/slugs'
import { staffById, staffOf, type StaffProfile } from './queries.server'

export interface StaffDetails {
  readonly name: string
  readonly title: string | null
  readonly bio: string | null
  readonly email: string | null
}

/** Adds somebody whom customers meet, after the others. */
export function addStaff(ctx: BusinessCtx, details: StaffDetails): Result<StaffProfile, never> {
  return transact((db) => {
    const id = ctx.newId()
    const slugs = new Set(staffOf(db, ctx.businessId).map((person) => person.slug))
    const last = db.select({ position: max(staff.position) }).from(staff).where(eq(staff.businessId, ctx.businessId)).get()
    const person = db
      .insert(staff)
      .values({
        ...details,
        id,
        businessId: ctx.businessId,
        slug: freeSlug(details.name, id, (slug) => slugs.has(slug)),
        active: true,
        position: (last?.position ?? 0) + 1,
        createdAt: ctx.now,
      })
      .returning()
      .get()
    record(db, ctx, { businessId: ctx.businessId, action: 'businesses.staff.add', subject: id })
    return ok(person)
  })
}

/** Changes what a profile says. Its slug stays: it stands in links. */
export function changeStaff(ctx: BusinessCtx, staffId: string, details: StaffDetails): Result<StaffProfile, 'unknown-staff'> {
  return transact((db) => {
    const person = staffById(db, ctx.businessId, staffId)
    if (!person) return refuse('unknown-staff' as const)
    return ok(updateStaff(db, ctx, person, details, 'businesses.staff.change'))
  })
}

/** Takes somebody out of the choice for new bookings, or back in. What is booked with them stays. */
export function setStaffActive(ctx: BusinessCtx, staffId: string, active: boolean): Result<StaffProfile, 'unknown-staff'> {
  return transact((db) => {
    const person = staffById(db, ctx.businessId, staffId)
    if (!person) return refuse('unknown-staff' as const)
    return ok(updateStaff(db, ctx, person, { active }, active ? 'businesses.staff.activate' : 'businesses.staff.deactivate'))
  })
}

/** Moves somebody one place up or down in the order in which customers see people; at the end of the list nothing changes. */
export function moveStaff(ctx: BusinessCtx, staffId: string, direction: 'up' | 'down'): Result<StaffProfile, 'unknown-staff'> {
  return transact((db) => {
    const people = staffOf(db, ctx.businessId)
    const at = people.findIndex((person) => person.id === staffId)
    const person = people[at]
    if (!person) return refuse('unknown-staff' as const)
    const other = people[direction === 'up' ? at - 1 : at + 1]
    if (!other) return ok(person)
    updateStaff(db, ctx, other, { position: person.position }, 'businesses.staff.move')
    return ok(updateStaff(db, ctx, person, { position: other.position }, 'businesses.staff.move'))
  })
}

/** Changes a profile's row and writes its audit, in the caller's transaction. */
export function updateStaff(db: Db, ctx: BusinessCtx, person: StaffProfile, details: Partial<StaffProfile>, action: string): StaffProfile {
  const changes = changesBetween(person, details, ['active', 'position', 'userId'])
  if (!changes) return person
  record(db, ctx, { businessId: ctx.businessId, action, subject: person.id, changes })
  announce(db, ctx, staffChanged, { businessId: ctx.businessId, subject: person.id, payload: { staffId: person.id } })
  return db
    .update(staff)
    .set(details)
    .where(and(eq(staff.businessId, ctx.businessId), eq(staff.id, person.id)))
    .returning()
    .get()
}
