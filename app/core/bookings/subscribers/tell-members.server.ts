import type { Ctx } from '~/kernel/ctx'
import type { Db } from '~/platform/database.server'
import { enqueueMail } from '~/platform/outbox/enqueue-mail.server'
import type { Envelope } from '~/platform/outbox/events'
import { subscribe, type Subscriber } from '~/platform/outbox/subscribers.server'
import { i18nFor } from '~/platform/words/i18n'
import { membersWho, staffById } from '../../businesses/index.server'
import { usersByIds } from '../../identity/index.server'
import { notify, type NotificationKind } from '../../notifications/index.server'
import { itemTitle } from '../domain.server'
import { letterFor, type Letter } from '../emails/letter.server'
import { deskPath, memberMail } from '../emails/member-mail.server'
import type { MemberOccasion } from '../emails/member-words'
import { bookingCancelled, bookingExpired, bookingItemCancelled, bookingMoved, bookingPlaced, bookingSecured, moveAsked, type BookingFacts } from '../events'
import { shownItems } from '../model/items'
import { bookingById, type Booking, type BookingItem } from '../queries.server'
import { cancelledItem } from './cancelled-item.server'

/**
 * What the people of the business are told: owners and managers of what customers do, the member of staff of whatever changes their day.
 * What has been overtaken by a later change is left to that.
 */
export const tellMembers: readonly Subscriber[] = [
  subscribe({
    name: 'bookings.tell-members-placed',
    to: bookingPlaced,
    run: (db, event, ctx) => tell(db, event, ctx, { occasion: event.payload.status === 'pending' ? 'to-answer' : 'placed', kind: 'booking-placed' }),
  }),
  subscribe({
    name: 'bookings.tell-members-secured',
    to: bookingSecured,
    run: (db, event, ctx) => tell(db, event, ctx, { occasion: event.payload.status === 'pending' ? 'to-answer' : 'placed', kind: 'booking-placed' }),
  }),
  subscribe({ name: 'bookings.tell-members-cancelled', to: bookingCancelled, run: (db, event, ctx) => tell(db, event, ctx, { occasion: 'cancelled', kind: 'booking-cancelled' }) }),
  subscribe({
    name: 'bookings.tell-members-item-cancelled',
    to: bookingItemCancelled,
    run: (db, event, ctx) => tell(db, event, ctx, { occasion: 'item-cancelled', kind: 'booking-cancelled', itemId: event.payload.itemId }),
  }),
  subscribe({
    name: 'bookings.tell-members-moved',
    to: bookingMoved,
    run: (db, event, ctx) => tell(db, event, ctx, { occasion: 'moved', kind: 'booking-moved', otherStartsAt: event.payload.fromStartsAt }),
  }),
  subscribe({ name: 'bookings.tell-members-unanswered', to: bookingExpired, run: (db, event, ctx) => tell(db, event, ctx, { occasion: 'unanswered', kind: 'booking-unanswered' }) }),
  subscribe({
    name: 'bookings.tell-members-move-asked',
    to: moveAsked,
    run: (db, event, ctx) => tell(db, event, ctx, { occasion: 'move-asked', kind: 'move-asked', otherStartsAt: event.payload.toStartsAt }),
  }),
]

interface Told {
  readonly occasion: MemberOccasion
  readonly kind: NotificationKind
  readonly otherStartsAt?: number
  /** The one item that it is about. */
  readonly itemId?: string
}

interface ToldReader extends Told {
  readonly about: ReturnType<typeof cancelledItem>
}

// Of a session that was moved or called off the guide is told once, and not of everybody in it.
function tell(db: Db, event: Envelope<BookingFacts>, ctx: Ctx, told: Told): void {
  if (event.payload.roundId !== undefined) return
  const booking = event.businessId === null ? null : bookingById(db, event.businessId, event.subject)
  const letter = booking && isStillSo(booking, event.payload) ? letterFor(db, booking) : null
  if (!letter) return
  const about = told.itemId === undefined ? null : cancelledItem(db, letter.booking, told.itemId)
  for (const reader of readersOf(db, event, letter, about)) tellReader(db, ctx, event.id, letter, reader, { ...told, about })
}

function isStillSo(booking: Booking, { status, startsAt }: BookingFacts): boolean {
  // What is held is nobody's affair yet, and was none where it never came to be paid.
  return booking.status === status && booking.startsAt === startsAt && booking.holdUntil === null
}

interface Reader {
  /** Null for somebody on the staff who has no account. */
  readonly userId: string | null
  readonly email: string
  readonly language: string
}

// Nobody is told of what they did themselves; of what a member did, only whose day it changes.
function readersOf(db: Db, { payload, actor }: Envelope<BookingFacts>, { booking, business }: Letter, about: BookingItem | null): Reader[] {
  const items = about ? [about] : shownItems(booking.items)
  const staff = [...new Set(items.flatMap((item) => item.staffId ?? []))].flatMap((id) => staffById(db, business.id, id) ?? [])
  const leading = payload.by === 'member' ? [] : membersWho(db, business.id, 'bookings.read-all').map(({ userId }) => userId)
  const ids = new Set([...leading, ...staff.flatMap(({ userId }) => userId ?? [])])
  const users = [...usersByIds(db, [...ids].filter((id) => id !== actor.id)).values()]
  const withAccount = users.map(({ id, email, language }) => ({ userId: id, email, language: language ?? business.language }))
  const without = staff.flatMap(({ userId, email }) => (userId === null && email !== null ? [{ userId, email, language: business.language }] : []))
  return [...withAccount, ...without]
}

function tellReader(db: Db, ctx: Ctx, eventId: string, letter: Letter, { userId, email, language }: Reader, { occasion, kind, otherStartsAt, about }: ToldReader): void {
  const { booking, business, what, zone } = letter
  const key = `${eventId}:${userId ?? email}`
  // Where a move is asked for, the time that matters is the one that is asked for; of one item, its own.
  const startsAt = String(about?.startsAt ?? (kind === 'move-asked' ? otherStartsAt : undefined) ?? booking.startsAt)
  const params = { what: about?.title ?? what, business: business.name, startsAt, zone, reference: booking.reference }
  const wanted = userId === null || notify(db, ctx, { userId, businessId: business.id, kind, params, href: deskPath(letter), key }).email
  if (!wanted) return
  const reason = about ? about.reason : occasion === 'cancelled' ? booking.reason : null
  enqueueMail(db, ctx, { key, to: email, ...memberMail(letter, { occasion, language, reason, hasAccount: userId !== null, ...(about && { item: itemTitle(db, i18nFor(language), about) }), ...(otherStartsAt === undefined ? {} : { otherStartsAt }) }) })
}
