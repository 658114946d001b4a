import { and, eq } from 'drizzle-orm'
import type { BusinessCtx } from '~/kernel/ctx'
import type { MemberRole } from '~/kernel/permissions'
import { ok, refuse, type Result } from '~/kernel/result'
import { record } from '~/platform/audit.server'
import { transact, type Db } from '~/platform/database.server'
import { announce } from '~/platform/outbox/announce.server'
import { members } from '#db/schema/businesses'
import { memberRemoved } from './events'
import { membersOf, staffById, type Member } from './queries.server'
import { updateStaff } from './save-staff.server'

export interface MemberDetails {
  readonly role: MemberRole
  /** The staff profile that is theirs; null: none. */
  readonly staffId: string | null
}

export type ChangeMemberRefusal = 'unknown-member' | 'last-owner' | 'unknown-staff' | 'staff-taken'

/** Changes a member's role and which staff profile is theirs. A business keeps an owner. */
export function changeMember(ctx: BusinessCtx, memberId: string, details: MemberDetails): Result<Member, ChangeMemberRefusal> {
  return transact((db) => {
    const member = memberById(db, ctx.businessId, memberId)
    if (!member) return refuse('unknown-member' as const)
    if (details.role !== 'owner' && isLastOwner(db, ctx.businessId, member)) return refuse('last-owner' as const)
    const refusal = giveProfile(db, ctx, member, details.staffId)
    if (refusal) return refuse(refusal)
    if (details.role !== member.role) {
      db.update(members)
        .set({ role: details.role })
        .where(and(eq(members.businessId, ctx.businessId), eq(members.id, memberId)))
        .run()
      record(db, ctx, { businessId: ctx.businessId, action: 'businesses.member.change-role', subject: memberId, changes: { was: member.role, role: details.role } })
    }
    return ok({ ...member, ...details })
  })
}

/** Ends a membership. The staff profile stays, without an account. The last owner stays too. */
export function removeMember(ctx: BusinessCtx, memberId: string): Result<Member, 'unknown-member' | 'last-owner'> {
  return transact((db) => {
    const member = memberById(db, ctx.businessId, memberId)
    if (!member) return refuse('unknown-member' as const)
    if (isLastOwner(db, ctx.businessId, member)) return refuse('last-owner' as const)
    giveProfile(db, ctx, member, null)
    db.delete(members)
      .where(and(eq(members.businessId, ctx.businessId), eq(members.id, memberId)))
      .run()
    record(db, ctx, { businessId: ctx.businessId, action: 'businesses.member.remove', subject: memberId, changes: { userId: member.userId, role: member.role } })
    announce(db, ctx, memberRemoved, { businessId: ctx.businessId, subject: memberId, payload: { memberId, userId: member.userId } })
    return ok(member)
  })
}

/** A member of this business; another's is null. */
export function memberById(db: Db, businessId: string, memberId: string): Member | null {
  return membersOf(db, businessId).find((member) => member.memberId === memberId) ?? null
}

function isLastOwner(db: Db, businessId: string, member: Member): boolean {
  return member.role === 'owner' && membersOf(db, businessId).filter((other) => other.role === 'owner').length === 1
}

function giveProfile(db: Db, ctx: BusinessCtx, member: Member, staffId: string | null): 'unknown-staff' | 'staff-taken' | null {
  if (staffId === member.staffId) return null
  const next = staffId === null ? null : staffById(db, ctx.businessId, staffId)
  if (staffId !== null && !next) return 'unknown-staff'
  if (next && next.userId !== null) return 'staff-taken'
  const present = member.staffId === null ? null : staffById(db, ctx.businessId, member.staffId)
  if (present) updateStaff(db, ctx, present, { userId: null }, 'businesses.staff.unlink')
  if (next) updateStaff(db, ctx, next, { userId: member.userId }, 'businesses.staff.link')
  return null
}
