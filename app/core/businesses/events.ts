import * as z from 'zod'
import { memberRoles } from '~/kernel/permissions'
import { defineEvent } from '~/platform/outbox/events'

export const businessCreated = defineEvent({
  type: 'business.created',
  version: 1,
  payload: z.object({ businessId: z.string(), ownerId: z.string() }),
})

export const businessStatusChanged = defineEvent({
  type: 'business.status-changed',
  version: 1,
  payload: z.object({ businessId: z.string(), was: z.string(), status: z.string() }),
})

/** The mail's address and link are read by `invitationToSend`: they are personal, and secret. */
export const memberInvited = defineEvent({
  type: 'member.invited',
  version: 1,
  payload: z.object({ invitationId: z.string(), role: z.enum(memberRoles) }),
})

export const memberJoined = defineEvent({
  type: 'member.joined',
  version: 1,
  payload: z.object({ memberId: z.string(), userId: z.string(), role: z.enum(memberRoles), invitationId: z.string() }),
})

export const memberRemoved = defineEvent({
  type: 'member.removed',
  version: 1,
  payload: z.object({ memberId: z.string(), userId: z.string() }),
})

/** Somebody whom customers meet is on, off or changed. */
export const staffChanged = defineEvent({ type: 'staff.changed', version: 1, payload: z.object({ staffId: z.string() }) })

/** A store is elsewhere, open, closed or otherwise changed. */
export const storeChanged = defineEvent({ type: 'store.changed', version: 1, payload: z.object({ storeId: z.string() }) })
