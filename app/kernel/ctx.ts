import type { I18n } from '@lingui/core'
import type { MemberRole, Permission, Role } from './permissions'

/** UTC milliseconds. */
type Instant = number

/** Who acts: it is written into audit rows, events and histories. */
export type Actor =
  | { readonly kind: 'nobody' }
  | { readonly kind: 'user'; readonly id: string; readonly roles: readonly Role[] }
  | { readonly kind: 'link'; readonly bookingId: string }
  | { readonly kind: 'system'; readonly job: string }

/** What every use case is given: the moment, the words, who acts and for which request. */
export interface Ctx {
  readonly now: Instant
  readonly newId: () => string
  readonly requestId: string
  readonly i18n: I18n
  /** The reader's own zone where it is known; pages then show it beside the store's. */
  readonly zone: string | null
  readonly actor: Actor
  readonly clientAddress: string
}

/** A request within one business. `member` is null for customers and for jobs. */
export interface BusinessCtx extends Ctx {
  readonly businessId: string
  readonly business: BusinessFacts
  readonly member: Membership | null
}

export interface BusinessFacts {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly currency: string
  readonly timeZone: string
  readonly language: string
  readonly status: 'trial' | 'active' | 'suspended' | 'cancelled'
}

export interface Membership {
  readonly id: string
  readonly role: MemberRole
  /** The member's own staff profile, whose diary is theirs; null for members without one. */
  readonly staffId: string | null
  readonly may: (permission: Permission) => boolean
}
