import type { Db } from '~/platform/database.server'
import type { MemberCtx } from '~/platform/guarded.server'
import { storeById } from '../businesses/index.server'
import { policyWords } from '../pricing/index.server'
import { saleAsRead } from '../sales/index.server'
import { answersOf } from './answers.server'
import { placesTaken } from './calendar.server'
import { becomesOf, openRequest } from './change-requests.server'
import { bookingHref } from './desk-booking.server'
import { domainOf } from './domain.server'
import { isOpen, mayBecome, mayLoseItem, shownStatus } from './model/states'
import type { Booking, BookingItem } from './queries.server'
import { policyOf } from './settlement.server'
import { stepsOf } from './steps.server'
import { tradeNames } from './trade-words.server'

export type BookingPage = ReturnType<typeof bookingPage>

/** Everything that a member sees of a booking, and what they may do with it. */
export function bookingPage(db: Db, ctx: MemberCtx, booking: Booking) {
  const { businessId, i18n, now } = ctx
  const trades = tradeNames(ctx)
  const request = openRequest(db, businessId, booking.id, now)
  const store = storeById(db, businessId, booking.storeId)
  return {
    title: i18n.t('{reference}, {who}', { reference: booking.reference, who: booking.contactName }),
    now,
    href: bookingHref(ctx, booking.reference),
    base: `/dashboard/${ctx.business.slug}`,
    booking,
    shown: shownStatus(booking, now),
    zone: booking.items[0]?.timeZone ?? ctx.business.timeZone,
    store: store && { name: store.name },
    items: booking.items.map((item) => {
      const { title, where, facts } = domainOf(item.domain).describe(db, i18n, item)
      const places = placesTaken(db, businessId, item.id).map(({ name }) => name)
      return { ...item, title, where: where?.text ?? null, facts, trade: trades[item.domain] ?? item.domain, places, ...shownItem(ctx, booking, item) }
    }),
    answers: answersOf(db, booking.id),
    sale: saleAsRead(db, businessId, booking.saleId),
    policy: policyWords(i18n, policyOf(db, booking)),
    steps: stepsOf(db, booking.id),
    request: request && { ...request, becomes: becomesOf(db, businessId, request) },
    may: actsOn(ctx, booking),
    movePath: deskMovePath(booking),
  }
}

/** Of several: whether it was called off alone, and whether it can be. */
function shownItem({ member }: MemberCtx, { items, status }: Booking, { state }: BookingItem) {
  const active = items.filter((item) => item.state === 'active').length
  return { calledOff: state === 'cancelled' && active > 0, alone: member.may('bookings.manage') && mayLoseItem(status) && state === 'active' && active > 1 }
}

/** Where members move it, below the dashboard of their business; null where it is not moved. */
function deskMovePath({ reference, items }: Booking): string | null {
  const domain = items.find(({ state, domain: id }) => state === 'active' && domainOf(id).movePath !== null)?.domain
  if (domain === undefined) return null
  return domainOf(domain).onDate ? `/bookings/${reference}/date` : `/${domain}/bookings/${reference}/move`
}

/** What this member may do with a booking as it stands now. */
export function actsOn({ member, now }: MemberCtx, booking: Pick<Booking, 'status' | 'startsAt' | 'items'>) {
  const manages = member.may('bookings.manage')
  // What waits for a payment keeps its time and its person.
  const stands = isOpen(booking.status) && booking.status !== 'held'
  return {
    manage: manages,
    confirm: manages && mayBecome(booking.status, 'confirmed') && booking.status === 'pending',
    decline: manages && mayBecome(booking.status, 'declined'),
    cancel: manages && mayBecome(booking.status, 'cancelled'),
    mark: manages && mayBecome(booking.status, 'completed') && booking.startsAt <= now,
    move: manages && stands && booking.items.some(({ domain, state }) => state === 'active' && domainOf(domain).movePath !== null),
    assign: manages && stands && booking.items.some(({ staffId }) => staffId !== null),
    pay: member.may('payments.take'),
    refund: member.may('refunds.make'),
  }
}
