import type { Db } from '~/platform/database.server'
import type { BookingCtx } from '~/platform/guarded.server'
import { policyWords } from '../pricing/index.server'
import { answersOf } from './answers.server'
import { hasBegun } from './begun.server'
import { becomesOf, openRequest, unpaidRequest } from './change-requests.server'
import { customerHref } from './customer-hrefs'
import { letterFor, type Letter } from './emails/letter.server'
import { domainOf } from './domain.server'
import { followUpOf } from './follow-up.server'
import { shownItems } from './model/items'
import { isOpen, mayLoseItem, shownStatus } from './model/states'
import { payableNow } from './pay-booking.server'
import { bookingById, type Booking } from './queries.server'
import { hasReceipt } from './receipt-page.server'
import { policyOf, settlementIf } from './settlement.server'
import { stepsOf } from './steps.server'
import { together } from './together'

/** Everything that a customer sees of their booking; null where its business is gone. */
export function customerPage(db: Db, ctx: BookingCtx) {
  const booking = bookingById(db, ctx.businessId, ctx.booking.id)
  const letter = booking && letterFor(db, booking)
  if (!booking || !letter) return null
  const { reference, status, startsAt, endsAt, answerBy, holdUntil, reason, contactName, contactEmail, note, placedAt } = booking
  const shown = shownStatus(booking, ctx.now)
  const stands = isOpen(status) && shown !== 'lapsed' && !hasBegun(db, ctx.now, booking)
  return {
    title: ctx.i18n.t('Booking {reference}', { reference }),
    reference, status: shown, startsAt, endsAt, answerBy, holdUntil, reason, contactName, contactEmail, note, placedAt, stands,
    business: { name: letter.business.name, slug: letter.business.slug, open: letter.business.status === 'active' || letter.business.status === 'trial' },
    what: together(ctx.i18n, letter.titles),
    withWhom: letter.people.length === 0 ? null : together(ctx.i18n, letter.people),
    items: customerItems(db, ctx, booking, stands),
    where: letter.where,
    mapHref: letter.mapHref,
    // Who is late still finds in.
    onlineHref: endsAt > ctx.now ? letter.onlineHref : null,
    directions: letter.directions,
    facts: letter.facts,
    span: letter.span,
    movePath: movePathOf(booking),
    moving: movingTerms(booking),
    phone: letter.store.phone ?? letter.business.phone,
    zone: letter.zone,
    readerZone: ctx.zone,
    // One name for all of it: of several people each stands beside their own.
    attendees: booking.items.every(({ attendeeName }) => attendeeName === booking.items[0]?.attendeeName) ? booking.items.flatMap(({ attendeeName }) => attendeeName ?? []) : [],
    again: booking.items[0] ? `/b/${letter.business.slug}/${booking.items[0].domain}/${booking.items[0].listingSlug}` : null,
    answers: answersOf(db, booking.id).map(({ label, answer }) => ({ label, answer })),
    sale: letter.sale,
    pay: payableNow(db, booking, ctx.now),
    now: ctx.now,
    enclosed: enclosedIn(ctx, letter),
    followUp: followUpIn(db, ctx, booking),
    receipt: letter.sale && hasReceipt(letter.sale) ? customerHref(ctx.booking, '/receipt') : null,
    // What costs nothing has nothing to come back.
    policy: booking.totalMinor === 0 ? [] : policyWords(ctx.i18n, policyOf(db, booking)),
    /** What cancelling now comes to. */
    settlement: stands ? settlementIf(db, booking, { by: 'customer', noticeMs: startsAt - ctx.now }) : null,
    steps: stepsOf(db, booking.id).map(({ what, at, reason: why, fromStartsAt, toStartsAt, actorKind, item }) => ({ what, at, why, fromStartsAt, toStartsAt, actorKind, item })),
    changing: changingTo(db, ctx, booking),
    asked: openRequest(db, ctx.businessId, booking.id, ctx.now)?.startsAt ?? null,
    token: ctx.booking.token,
  }
}

/** Where the whole of it is moved, below its own address; null where there is no such page, or where it is of several trades. */
function movePathOf({ items }: Booking): string | null {
  const [domain, ...others] = [...new Set(shownItems(items).map((item) => item.domain))]
  return domain === undefined || others.length > 0 ? null : domainOf(domain).movePath
}

/** What moving does to the price: nothing by itself, nothing since the business moved it, or what the new time costs. */
function movingTerms({ items }: Booking): 'keeps-price' | 'freed' | 'priced-anew' {
  const active = items.filter(({ state }) => state === 'active')
  if (active.some(({ freedAt }) => freedAt !== null)) return 'freed'
  return active.some(({ domain, choice }) => domainOf(domain).repricesMoves(choice)) ? 'priced-anew' : 'keeps-price'
}

/** Where what goes with it is shown: tickets. */
function enclosedIn(ctx: BookingCtx, letter: Letter) {
  const enclosure = letter.enclosed(ctx.now)
  return enclosure && { label: enclosure.label, href: customerHref(ctx.booking, enclosure.page) }
}

/** What is left to do once it has taken place: to rate it. */
function followUpIn(db: Db, ctx: BookingCtx, booking: Booking) {
  const followUp = followUpOf(db, booking, ctx.i18n)
  return followUp && { label: followUp.label, href: customerHref(ctx.booking, followUp.page) }
}

/** What it is to become and when, once that is paid; null where nothing waits to be paid first. */
function changingTo(db: Db, ctx: BookingCtx, booking: Booking) {
  const request = unpaidRequest(db, ctx.businessId, booking.id, ctx.now)
  return request && { startsAt: request.startsAt, payBy: request.payBy, what: becomesOf(db, ctx.businessId, request) ?? '' }
}

/** Where several were booked together: what each is, its time and for whom, and whether it can be called off alone. */
function customerItems(db: Db, { i18n }: BookingCtx, { items, status }: Booking, stands: boolean) {
  if (items.length < 2) return []
  const active = items.filter(({ state }) => state === 'active').length
  return items.map((item) => ({
    id: item.id, title: domainOf(item.domain).describe(db, i18n, item).title, startsAt: item.startsAt, endsAt: item.endsAt, withWhom: item.staffName, attendee: item.attendeeName,
    calledOff: item.state === 'cancelled' && active > 0, alone: stands && active > 1 && item.state === 'active' && mayLoseItem(status),
  }))
}

export type CustomerPage = NonNullable<ReturnType<typeof customerPage>>
