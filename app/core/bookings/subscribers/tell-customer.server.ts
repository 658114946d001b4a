import type { Ctx } from '~/kernel/ctx'
import type { Db } from '~/platform/database.server'
import { enqueueMail } from '~/platform/outbox/enqueue-mail.server'
import type { Envelope } from '~/platform/outbox/events'
import { subscribe, type Subscriber } from '~/platform/outbox/subscribers.server'
import { i18nFor } from '~/platform/words/i18n'
import { contactById } from '../../contacts/index.server'
import { notify, type NotificationKind } from '../../notifications/index.server'
import { saleById } from '../../sales/index.server'
import { itemTitle } from '../domain.server'
import { customerMail, type CustomerMail } from '../emails/customer-mail.server'
import { letterFor, type Letter } from '../emails/letter.server'
import {
  bookingCancelled, bookingConfirmed, bookingDeclined, bookingExpired, bookingItemCancelled, bookingMoved, bookingPlaced, bookingSecured, moveDeclined, type MovedFacts,
} from '../events'
import { isOpen } from '../model/states'
import { bookingById, type Booking } from '../queries.server'
import { roundReason } from '../rounds.server'
import { cancelledItem } from './cancelled-item.server'
import { requestReason } from './request-reason.server'

/** What the customer is told, by mail and, with an account, in the centre. What has been overtaken by a later change is left to that. */
export const tellCustomer: readonly Subscriber[] = [
  subscribe({
    name: 'bookings.tell-customer-placed',
    to: bookingPlaced,
    run: (db, event, ctx) => tell(db, event, ctx, (booking) => (booking.status !== event.payload.status || booking.status === 'held' ? null : { occasion: occasionOf(booking) })),
  }),
  subscribe({
    name: 'bookings.tell-customer-secured',
    to: bookingSecured,
    run: (db, event, ctx) => tell(db, event, ctx, (booking) => (booking.status !== event.payload.status ? null : { occasion: occasionOf(booking) })),
  }),
  subscribe({
    name: 'bookings.tell-customer-confirmed',
    to: bookingConfirmed,
    run: (db, event, ctx) => tell(db, event, ctx, ({ status }) => (status === 'confirmed' ? { occasion: 'confirmed' } : null)),
  }),
  subscribe({ name: 'bookings.tell-customer-declined', to: bookingDeclined, run: (db, event, ctx) => tell(db, event, ctx, ({ reason }) => ({ occasion: 'declined', reason })) }),
  subscribe({ name: 'bookings.tell-customer-cancelled', to: bookingCancelled, run: (db, event, ctx) => tell(db, event, ctx, ({ reason }) => ({ occasion: 'cancelled', reason })) }),
  subscribe({
    name: 'bookings.tell-customer-item-cancelled',
    to: bookingItemCancelled,
    run: (db, event, ctx) =>
      tell(db, event, ctx, (booking) => {
        const item = cancelledItem(db, booking, event.payload.itemId)
        return item && isOpen(booking.status) ? { occasion: 'item-cancelled', item: itemTitle(db, i18nFor(booking.language), item), reason: item.reason } : null
      }),
  }),
  subscribe({ name: 'bookings.tell-customer-expired', to: bookingExpired, run: (db, event, ctx) => tell(db, event, ctx, (booking) => expiredWords(db, booking)) }),
  subscribe({
    name: 'bookings.tell-customer-moved',
    to: bookingMoved,
    run: (db, event, ctx) =>
      tell(db, event, ctx, ({ status, startsAt }) => (isOpen(status) && startsAt === event.payload.startsAt ? movedWords(db, event.payload) : null)),
  }),
  subscribe({
    name: 'bookings.tell-customer-not-moved',
    to: moveDeclined,
    run: (db, event, ctx) =>
      tell(db, event, ctx, ({ status }) =>
        isOpen(status) ? { occasion: 'not-moved', otherStartsAt: event.payload.toStartsAt, reason: requestReason(db, event.payload.requestId) } : null,
      ),
  }),
]

// The rest is asked for by a job of its own, which nobody's act calls for.
type Told = Omit<CustomerMail, 'now' | 'occasion'> & { readonly occasion: Exclude<CustomerMail['occasion'], 'balance-soon' | 'balance-due'> }

function occasionOf({ status }: Booking): 'received' | 'confirmed' {
  return status === 'pending' ? 'received' : 'confirmed'
}

// With everybody else in its session: the business did that, and says why.
function movedWords(db: Db, { fromStartsAt, toStartsAt, roundId }: MovedFacts): Told {
  if (roundId === undefined) return { occasion: 'moved', otherStartsAt: fromStartsAt }
  return { occasion: 'date-moved', otherStartsAt: fromStartsAt, newStartsAt: toStartsAt, reason: roundReason(db, roundId) }
}

// Where money came after all, whoever tells of the money tells of this.
function expiredWords(db: Db, { businessId, saleId, holdUntil }: Booking): Told | null {
  if (holdUntil === null) return { occasion: 'expired' }
  return (saleById(db, businessId, saleId)?.paidMinor ?? 0) > 0 ? null : { occasion: 'lapsed' }
}

/** Tells somebody who has not paid yet until when the time is kept; once for each booking. */
export function tellHeld(db: Db, ctx: Ctx, booking: Booking): void {
  tellOf(db, ctx, `${booking.id}:held`, booking, { occasion: 'held' })
}

/** Tells that money came when the booking no longer stood, and goes back whole. */
export function tellPaidTooLate(db: Db, event: Envelope, ctx: Ctx, booking: Booking): void {
  tell(db, { ...event, subject: booking.id }, ctx, () => ({ occasion: 'paid-late' }))
}

function tell(db: Db, { id, businessId, subject }: Envelope, ctx: Ctx, what: (booking: Booking) => Told | null): void {
  const booking = businessId === null ? null : bookingById(db, businessId, subject)
  const told = booking && what(booking)
  if (told) tellOf(db, ctx, id, booking, told)
}

/** `key`: what is told once. */
function tellOf(db: Db, ctx: Ctx, key: string, booking: Booking, told: Told): void {
  const letter = letterFor(db, booking)
  if (!letter) return
  tellInCentre(db, ctx, key, letter, told.occasion)
  const to = letter.booking.contactEmail
  if (to !== null) enqueueMail(db, ctx, { key: `${key}:customer`, to, ...customerMail(letter, { ...told, now: ctx.now }) })
}

// These mails cannot be turned off, so what `notify` answers does not matter. The account opens the booking: its row needs no signed link.
function tellInCentre(db: Db, ctx: Ctx, eventId: string, { booking, business, what, zone }: Letter, occasion: Told['occasion']): void {
  const userId = contactById(db, business.id, booking.contactId)?.userId
  if (!userId) return
  const kind: NotificationKind = `visit-${occasion === 'date-moved' ? 'moved' : occasion}`
  const params = { what, business: business.name, startsAt: String(booking.startsAt), zone, reference: booking.reference }
  notify(db, ctx, { userId, businessId: business.id, kind, params, href: `/bookings/${booking.reference}`, key: `${eventId}:customer` })
}
