import { and, eq, isNull } from 'drizzle-orm'
import type { Ctx } from '~/kernel/ctx'
import type { MemberRole } from '~/kernel/permissions'
import { ok, refuse, type Result } from '~/kernel/result'
import { record } from '~/platform/audit.server'
import { transact, type Db } from '~/platform/database.server'
import { announce } from '~/platform/outbox/announce.server'
import { hashToken } from '~/platform/signing.server'
import { invitations, members, staff } from '#db/schema/businesses'
import { memberJoined } from './events'
import { membership } from './gate.server'
import type { Invitation } from './invite-member.server'
import { businessById, staffById } from './queries.server'

export type AcceptInvitationRefusal = 'unknown-invitation' | 'expired' | 'already-member'

/** What the page behind an invitation's link shows. */
export interface ShownInvitation {
  readonly businessName: string
  readonly businessSlug: string
  readonly role: MemberRole
  readonly email: string
}

/**
 * Makes an account a member by the token of its invitation's link. Any account may: whoever holds the link reads the address that
 * it was sent to. The link works once.
 */
export function acceptInvitation(ctx: Ctx, token: string, userId: string): Result<{ businessId: string; businessSlug: string }, AcceptInvitationRefusal> {
  return transact((db) => {
    const invitation = invitationByToken(db, token)
    const business = invitation && businessById(db, invitation.businessId)
    if (!invitation || !business || !isOpen(invitation)) return refuse('unknown-invitation' as const)
    if (invitation.expiresAt <= ctx.now) return refuse('expired' as const)
    if (membership(db, business.id, userId)) return refuse('already-member' as const)

    const memberId = ctx.newId()
    const { role } = invitation
    db.insert(members).values({ id: memberId, businessId: business.id, userId, role, createdAt: ctx.now }).run()
    db.update(invitations).set({ acceptedAt: ctx.now }).where(eq(invitations.id, invitation.id)).run()
    if (invitation.staffId !== null) giveProfile(db, business.id, invitation.staffId, userId)
    record(db, ctx, { businessId: business.id, action: 'businesses.member.join', subject: memberId, changes: { userId, role, invitation: invitation.id } })
    announce(db, ctx, memberJoined, { businessId: business.id, subject: memberId, payload: { memberId, userId, role, invitationId: invitation.id } })
    return ok({ businessId: business.id, businessSlug: business.slug })
  })
}

/** The invitation behind a link; null where it never was, is used, withdrawn or expired. */
export function invitationFor(db: Db, token: string, now: number): ShownInvitation | null {
  const invitation = invitationByToken(db, token)
  const business = invitation && businessById(db, invitation.businessId)
  if (!invitation || !business || !isOpen(invitation) || invitation.expiresAt <= now) return null
  return { businessName: business.name, businessSlug: business.slug, role: invitation.role, email: invitation.email }
}

function invitationByToken(db: Db, token: string): Invitation | undefined {
  return db.select().from(invitations).where(eq(invitations.tokenHash, hashToken(token))).get()
}

function isOpen({ acceptedAt, withdrawnAt }: Invitation): boolean {
  return acceptedAt === null && withdrawnAt === null
}

// Somebody else may have been given the profile since: then the member has none, and an owner can mend it.
function giveProfile(db: Db, businessId: string, staffId: string, userId: string): void {
  if (staffById(db, businessId, staffId)?.userId !== null) return
  db.update(staff)
    .set({ userId })
    .where(and(eq(staff.businessId, businessId), eq(staff.id, staffId), isNull(staff.userId)))
    .run()
}
