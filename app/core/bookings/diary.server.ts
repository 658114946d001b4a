import type { Membership } from '~/kernel/ctx'
import { notFound } from '~/platform/answers.server'
import type { Db } from '~/platform/database.server'
import type { MemberCtx } from '~/platform/guarded.server'
import { bookingByReference, type Booking } from './queries.server'

/** Whose bookings a member sees: null for everybody's, else the id of their own staff profile ('' where they have none). */
export type Diary = string | null

/** Who may read all bookings sees everybody's diary; all others their own. */
export function diaryOf(member: Membership): Diary {
  return member.may('bookings.read-all') ? null : (member.staffId ?? '')
}

/** Whether a booking stands in a diary. */
export function inDiary(diary: Diary, booking: Pick<Booking, 'items'>): boolean {
  return diary === null || booking.items.some((item) => item.staffId === diary)
}

/** The booking of a reference that this member may see; 404 for another business's and for one that is not theirs. */
export function bookingForMember(db: Db, ctx: MemberCtx, reference: string | undefined): Booking {
  const booking = bookingByReference(db, ctx.businessId, reference ?? '')
  if (booking && inDiary(diaryOf(ctx.member), booking)) return booking
  notFound(ctx.i18n.t('We know no such booking.'), { href: `/dashboard/${ctx.business.slug}/bookings`, label: ctx.i18n.t('See all bookings') })
}
