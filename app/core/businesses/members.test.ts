import { describe, expect, test } from 'vitest'
import type { Permission } from '~/kernel/permissions'
import { day } from '~/kernel/time'
import { read } from '~/platform/database.server'
import { addMember, addPerson, business, memberCtx, person } from '../../../tests/world/businesses'
import { contextAt, rows, theMorning, withDatabase } from '../../../tests/world/world'
import { acceptInvitation, invitationFor } from './accept-invitation.server'
import { changeMember, removeMember } from './change-member.server'
import { businessForGate, membership } from './gate.server'
import { installPermissions, roleMay } from './installed.server'
import { inviteMember, invitationToSend, openInvitations, withdrawInvitation, type NewInvitation } from './invite-member.server'
import { membersOf, membersWho, staffById } from './queries.server'

withDatabase()

function invite(ctx: Parameters<typeof inviteMember>[0], input: Partial<NewInvitation> = {}) {
  const answer = inviteMember(ctx, { email: 'Rui@Example.test', role: 'staff', staffId: null, ...input })
  if (!answer.ok) throw new Error(answer.refusal)
  const sent = read((db) => invitationToSend(db, answer.value.id, ctx.now))
  if (!sent) throw new Error('Nothing to send')
  return { id: answer.value.id, token: sent.token, sent }
}

describe('an invitation', () => {
  test('makes whoever holds its link a member, once, with the profile it names', () => {
    const { ctx, business: salon } = business()
    const profile = addPerson(salon.id, 'Rui')
    const { token, sent } = invite(ctx, { staffId: profile })
    expect(sent).toMatchObject({ email: 'Rui@Example.test', role: 'staff', businessName: 'Harbour Salon' })
    expect(read((db) => invitationFor(db, token, theMorning))).toEqual({ businessName: 'Harbour Salon', businessSlug: 'harbour-salon', role: 'staff', email: 'Rui@Example.test' })

    const rui = person('Rui')
    const asRui = contextAt(theMorning, { kind: 'user', id: rui, roles: [] })
    expect(acceptInvitation(asRui, token, rui)).toEqual({ ok: true, value: { businessId: salon.id, businessSlug: 'harbour-salon' } })
    expect(read((db) => membership(db, salon.id, rui))).toMatchObject({ role: 'staff', staffId: profile })
    expect(read((db) => invitationFor(db, token, theMorning))).toBeNull()
    expect(acceptInvitation(asRui, token, person('Eve'))).toEqual({ ok: false, refusal: 'unknown-invitation' })
    expect(rows("SELECT type FROM events WHERE type LIKE 'member.%' ORDER BY id").map((row) => row.type)).toEqual(['member.invited', 'member.joined'])
  })

  test('holds no secret in the file: neither its token nor its address stands in an event or an audit row', () => {
    const { ctx } = business()
    const { token } = invite(ctx)
    const written = JSON.stringify([rows('SELECT * FROM events'), rows('SELECT * FROM audit'), rows('SELECT * FROM invitations').map((row) => row.token_hash)])
    expect(written).not.toContain(token)
    expect(written.toLowerCase()).not.toContain('rui@example.test')
  })

  test('ends after fourteen days, by withdrawal, and by a second one to the same address', () => {
    const { ctx } = business()
    const first = invite(ctx)
    const second = invite(ctx, { email: 'rui@example.TEST', role: 'manager' })
    const rui = person('Rui')
    const at = (now: number) => contextAt(now, { kind: 'user', id: rui, roles: [] })
    expect(acceptInvitation(at(theMorning), first.token, rui)).toEqual({ ok: false, refusal: 'unknown-invitation' })
    expect(read((db) => openInvitations(db, ctx.businessId, theMorning)).map((open) => open.id)).toEqual([second.id])
    expect(acceptInvitation(at(theMorning + 14 * day), second.token, rui)).toEqual({ ok: false, refusal: 'expired' })
    expect(withdrawInvitation(ctx, second.id).ok).toBe(true)
    expect(withdrawInvitation(ctx, second.id)).toEqual({ ok: false, refusal: 'unknown-invitation' })
    expect(acceptInvitation(at(theMorning), second.token, rui)).toEqual({ ok: false, refusal: 'unknown-invitation' })
    expect(acceptInvitation(at(theMorning), 'made.up', rui)).toEqual({ ok: false, refusal: 'unknown-invitation' })
  })

  test('is refused for a member, for a profile that has an account, and for another business’s profile', () => {
    const { ctx, business: salon, ownerId } = business()
    const other = business('Quay Cuts')
    const member = person('Rui', 'rui@example.test')
    addMember(salon.id, member, 'staff')
    const profile = addPerson(salon.id, 'Owner', ownerId)
    const foreign = addPerson(other.business.id, 'Zé')
    const to = (input: Partial<NewInvitation>) => inviteMember(ctx, { email: 'new@example.test', role: 'staff', staffId: null, ...input })
    expect(to({ email: 'RUI@example.test' })).toEqual({ ok: false, refusal: 'already-member' })
    expect(to({ staffId: profile })).toEqual({ ok: false, refusal: 'staff-taken' })
    expect(to({ staffId: foreign })).toEqual({ ok: false, refusal: 'unknown-staff' })
    expect(rows('SELECT id FROM invitations')).toEqual([])
  })

  test('a member who opens another link stays what they are, and the link stays good', () => {
    const { ctx, ownerId } = business()
    const { token } = invite(ctx)
    expect(acceptInvitation(ctx, token, ownerId)).toEqual({ ok: false, refusal: 'already-member' })
    expect(read((db) => membership(db, ctx.businessId, ownerId))?.role).toBe('owner')
    expect(read((db) => invitationFor(db, token, theMorning))).not.toBeNull()
  })
})

describe('members', () => {
  test('the last owner cannot become less, nor go; with a second one both can', () => {
    const { ctx, business: salon, ownerId } = business()
    const mine = read((db) => membersOf(db, salon.id))[0]?.memberId ?? ''
    expect(changeMember(ctx, mine, { role: 'manager', staffId: null })).toEqual({ ok: false, refusal: 'last-owner' })
    expect(removeMember(ctx, mine)).toEqual({ ok: false, refusal: 'last-owner' })
    const second = addMember(salon.id, person('Rui'), 'owner')
    expect(changeMember(ctx, mine, { role: 'manager', staffId: null }).ok).toBe(true)
    expect(read((db) => membership(db, salon.id, ownerId))?.role).toBe('manager')
    expect(removeMember(ctx, second)).toEqual({ ok: false, refusal: 'last-owner' })
  })

  test('a removed member leaves the profile behind, and comes in no more', () => {
    const { ctx, business: salon } = business()
    const rui = person('Rui')
    const memberId = addMember(salon.id, rui, 'staff')
    const profile = addPerson(salon.id, 'Rui', rui)
    expect(removeMember(ctx, memberId).ok).toBe(true)
    expect(read((db) => businessForGate(db, 'harbour-salon', rui))).toMatchObject({ member: null })
    expect(read((db) => staffById(db, salon.id, profile))).toMatchObject({ userId: null, active: true })
  })

  test('a profile moves from one member to another only when it is free', () => {
    const { ctx, business: salon } = business()
    const rui = person('Rui')
    const eva = person('Eva')
    const [asRui, asEva] = [addMember(salon.id, rui, 'staff'), addMember(salon.id, eva, 'staff')]
    const profile = addPerson(salon.id, 'Rui', rui)
    expect(changeMember(ctx, asEva, { role: 'staff', staffId: profile })).toEqual({ ok: false, refusal: 'staff-taken' })
    expect(changeMember(ctx, asRui, { role: 'staff', staffId: null }).ok).toBe(true)
    expect(changeMember(ctx, asEva, { role: 'staff', staffId: profile })).toMatchObject({ ok: true, value: { staffId: profile } })
    expect(read((db) => staffById(db, salon.id, profile))?.userId).toBe(eva)
  })

  test('another business’s member, invitation or profile is not found, and nothing changes', () => {
    const { ctx } = business()
    const other = business('Quay Cuts')
    const theirs = addMember(other.business.id, person('Zé'), 'manager')
    const { id } = invite(other.ctx)
    const before = rows('SELECT * FROM members ORDER BY id')
    expect(changeMember(ctx, theirs, { role: 'owner', staffId: null })).toEqual({ ok: false, refusal: 'unknown-member' })
    expect(removeMember(ctx, theirs)).toEqual({ ok: false, refusal: 'unknown-member' })
    expect(withdrawInvitation(ctx, id)).toEqual({ ok: false, refusal: 'unknown-invitation' })
    expect(rows('SELECT * FROM members ORDER BY id')).toEqual(before)
    expect(rows('SELECT withdrawn_at FROM invitations')).toEqual([{ withdrawn_at: null }])
  })
})

describe('permissions', () => {
  test('are what the table says for the role, and nobody’s where it says nothing', () => {
    const { business: salon } = business()
    const manager = person('Mia')
    addMember(salon.id, manager, 'manager')
    const mia = memberCtx(salon.id, manager).member
    const may = (permission: Permission) => mia?.may(permission)
    expect([may('business.read'), may('staff.manage'), may('business.manage'), may('no.such')]).toEqual([true, true, false, false])
    expect(roleMay('owner', 'business.manage')).toBe(true)
    expect(roleMay('staff', 'staff.manage')).toBe(false)
    installPermissions({ 'business.manage': ['manager'] })
    expect(may('business.manage')).toBe(true)
    expect(may('business.read')).toBe(false)
  })

  test('tell whom a notification goes to', () => {
    const { business: salon, ownerId } = business()
    const manager = person('Mia')
    addMember(salon.id, manager, 'manager')
    addMember(salon.id, person('Rui'), 'staff')
    expect(read((db) => membersWho(db, salon.id, 'staff.manage')).map((member) => member.userId)).toEqual([ownerId, manager])
    expect(read((db) => membersWho(db, salon.id, 'no.such'))).toEqual([])
  })
})

test('what the gate asks on every page goes by indexes', () => {
  const plan = (sql: string, ...params: string[]) => rows<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, ...params).map((row) => row.detail).join('; ')
  const member = plan('SELECT m.id, s.id FROM members m LEFT JOIN staff s ON s.business_id = m.business_id AND s.user_id = m.user_id WHERE m.business_id = ? AND m.user_id = ?', '', '')
  expect(member).toContain('members_of_business')
  expect(member).toContain('staff_user')
  expect(plan('SELECT id FROM businesses WHERE slug = ?', '')).toContain('businesses_slug')
  for (const asked of [member, plan('SELECT id FROM stores WHERE business_id = ? ORDER BY position, id', ''), plan('SELECT id FROM staff WHERE business_id = ? ORDER BY position, id', '')]) {
    expect(asked).not.toContain('SCAN')
  }
})
