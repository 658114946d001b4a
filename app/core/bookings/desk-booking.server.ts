import { read } from '~/platform/database.server'
import type { MemberCtx } from '~/platform/guarded.server'
import { bookingForMember } from './diary.server'
import { shownItems } from './model/items'
import type { Booking } from './queries.server'
import { together } from './together'

/** What the page of an act says of its booking. */
export interface DeskBooking {
  readonly reference: string
  /** Its page in the dashboard. */
  readonly href: string
  readonly who: string
  /** Without an e-mail address no mail tells them anything. */
  readonly hasEmail: boolean
  readonly phone: string | null
  readonly title: string
  readonly startsAt: number
  readonly endsAt: number
  readonly zone: string
  readonly withWhom: string | null
}

/** A booking as the page of an act names it. */
export function deskBooking(ctx: MemberCtx, booking: Booking): DeskBooking {
  const items = shownItems(booking.items)
  const [first] = items
  const people = items.flatMap(({ staffName }) => staffName ?? [])
  return {
    reference: booking.reference,
    href: bookingHref(ctx, booking.reference),
    who: booking.contactName,
    hasEmail: booking.contactEmail !== null,
    phone: booking.contactPhone,
    title: together(ctx.i18n, items.map(({ title }) => title)),
    startsAt: booking.startsAt,
    endsAt: booking.endsAt,
    zone: first?.timeZone ?? ctx.business.timeZone,
    withWhom: people.length === 0 ? null : together(ctx.i18n, people),
  }
}

/** The booking that a member's post acts on; 404 for what is not theirs. */
export function bookingToAct(ctx: MemberCtx, reference: string | undefined): Booking {
  return read((db) => bookingForMember(db, ctx, reference))
}

export function bookingHref(ctx: MemberCtx, reference: string): string {
  return `/dashboard/${ctx.business.slug}/bookings/${reference}`
}
