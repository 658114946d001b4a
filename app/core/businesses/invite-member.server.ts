import { and, desc, eq, gt, isNull } from 'drizzle-orm'
import { emailKey, userByEmail } from '~/core/identity/index.server'
import type { BusinessCtx } from '~/kernel/ctx'
import type { MemberRole } from '~/kernel/permissions'
import { ok, refuse, type Result } from '~/kernel/result'
import { day } from '~/kernel/time'
import { record } from '~/platform/audit.server'
import { transact, type Db } from '~/platform/database.server'
import { announce } from '~/platform/outbox/announce.server'
import { hashToken, signParts } from '~/platform/signing.server'
import { invitations } from '#db/schema/businesses'
import { memberInvited } from './events'
import { businessById, membersOf, staffById } from './queries.server'

export type Invitation = typeof invitations.$inferSelect

export interface NewInvitation {
  readonly email: string
  readonly role: MemberRole
  /** The staff profile that becomes theirs; null: none. */
  readonly staffId: string | null
}

export type InviteMemberRefusal = 'already-member' | 'unknown-staff' | 'staff-taken'

/** How long an invitation's link works. */
export const invitationLasts = 14 * day

/** Invites somebody by e-mail. An earlier invitation of the same address is withdrawn: one link works at a time. */
export function inviteMember(ctx: BusinessCtx, input: NewInvitation): Result<Invitation, InviteMemberRefusal> {
  return transact((db) => {
    if (ctx.actor.kind !== 'user') throw new Error('Only an account invites')
    const refusal = refusalFor(db, ctx.businessId, input)
    if (refusal) return refuse(refusal)

    withdrawOpen(db, ctx, emailKey(input.email))
    const id = ctx.newId()
    const invitation = db
      .insert(invitations)
      .values({
        id,
        businessId: ctx.businessId,
        email: input.email,
        emailKey: emailKey(input.email),
        role: input.role,
        staffId: input.staffId,
        tokenHash: hashToken(invitationToken(id)),
        invitedBy: ctx.actor.id,
        createdAt: ctx.now,
        expiresAt: ctx.now + invitationLasts,
      })
      .returning()
      .get()
    record(db, ctx, { businessId: ctx.businessId, action: 'businesses.invitation.send', subject: id, changes: { role: input.role, staffId: input.staffId } })
    announce(db, ctx, memberInvited, { businessId: ctx.businessId, subject: id, payload: { invitationId: id, role: input.role } })
    return ok(invitation)
  })
}

/** Takes an invitation back: its link opens nothing more. */
export function withdrawInvitation(ctx: BusinessCtx, invitationId: string): Result<Invitation, 'unknown-invitation'> {
  return transact((db) => {
    const invitation = openInvitations(db, ctx.businessId, ctx.now).find((open) => open.id === invitationId)
    if (!invitation) return refuse('unknown-invitation' as const)
    withdraw(db, ctx, invitation.id)
    return ok(invitation)
  })
}

/** The invitations of a business that still work, the latest first. */
export function openInvitations(db: Db, businessId: string, now: number): Invitation[] {
  return db
    .select()
    .from(invitations)
    .where(and(eq(invitations.businessId, businessId), isNull(invitations.acceptedAt), isNull(invitations.withdrawnAt), gt(invitations.expiresAt, now)))
    .orderBy(desc(invitations.createdAt), desc(invitations.id))
    .all()
}

/** What the mail of an invitation needs, its secret token among it; null where it no longer works. */
export function invitationToSend(
  db: Db,
  invitationId: string,
  now: number,
): { email: string; role: MemberRole; businessId: string; businessName: string; language: string; invitedBy: string; expiresAt: number; token: string } | null {
  const invitation = db.select().from(invitations).where(eq(invitations.id, invitationId)).get()
  if (!invitation || invitation.acceptedAt !== null || invitation.withdrawnAt !== null || invitation.expiresAt <= now) return null
  const business = businessById(db, invitation.businessId)
  if (!business) return null
  const { email, role, businessId, invitedBy, expiresAt } = invitation
  return { email, role, businessId, businessName: business.name, language: business.language, invitedBy, expiresAt, token: invitationToken(invitationId) }
}

// Derived, not random: so the subscriber that writes the mail can make it again, and neither the outbox nor the file holds it.
function invitationToken(invitationId: string): string {
  return signParts('invitation', [invitationId])
}

function refusalFor(db: Db, businessId: string, { email, staffId }: NewInvitation): InviteMemberRefusal | null {
  const account = userByEmail(db, email)
  if (account && membersOf(db, businessId).some((member) => member.userId === account.id)) return 'already-member'
  if (staffId === null) return null
  const person = staffById(db, businessId, staffId)
  if (!person) return 'unknown-staff'
  return person.userId === null ? null : 'staff-taken'
}

function withdrawOpen(db: Db, ctx: BusinessCtx, key: string): void {
  for (const open of openInvitations(db, ctx.businessId, ctx.now)) if (open.emailKey === key) withdraw(db, ctx, open.id)
}

function withdraw(db: Db, ctx: BusinessCtx, invitationId: string): void {
  db.update(invitations)
    .set({ withdrawnAt: ctx.now })
    .where(and(eq(invitations.businessId, ctx.businessId), eq(invitations.id, invitationId)))
    .run()
  record(db, ctx, { businessId: ctx.businessId, action: 'businesses.invitation.withdraw', subject: invitationId })
}
