import type { Db } from '~/platform/database.server'
import type { BookingCtx } from '~/platform/guarded.server'
import { policyWords } from '../pricing/index.server'
import { answersOf } from './answers.server'
import { openRequest } from './change-requests.server'
import { customerHref } from './customer-hrefs'
import { letterFor } from './emails/letter.server'
import { isOpen, shownStatus } from './model/states'
import { payableNow } from './pay-booking.server'
import { bookingById } from './queries.server'
import { hasReceipt } from './receipt-page.server'
import { policyOf, settlementIf } from './settlement.server'
import { stepsOf } from './steps.server'

/** Everything that a customer sees of their booking; null where its business is gone. */
export function customerPage(db: Db, ctx: BookingCtx) {
  const booking = bookingById(db, ctx.businessId, ctx.booking.id)
  const letter = booking && letterFor(db, booking)
  if (!booking || !letter) return null
  const { reference, status, startsAt, endsAt, answerBy, holdUntil, reason, contactName, contactEmail, note, placedAt } = booking
  const shown = shownStatus(booking, ctx.now)
  const stands = isOpen(status) && shown !== 'lapsed' && startsAt > ctx.now
  return {
    title: ctx.i18n.t('Booking {reference}', { reference }),
    reference, status: shown, startsAt, endsAt, answerBy, holdUntil, reason, contactName, contactEmail, note, placedAt, stands,
    business: { name: letter.business.name, slug: letter.business.slug, open: letter.business.status === 'active' || letter.business.status === 'trial' },
    what: letter.what,
    withWhom: letter.withWhom,
    where: letter.where,
    directions: letter.store.directions,
    phone: letter.store.phone ?? letter.business.phone,
    zone: letter.zone,
    readerZone: ctx.zone,
    attendees: booking.items.flatMap(({ attendeeName }) => attendeeName ?? []),
    again: booking.items[0] ? `/b/${letter.business.slug}/${booking.items[0].domain}/${booking.items[0].listingSlug}` : null,
    answers: answersOf(db, booking.id).map(({ label, answer }) => ({ label, answer })),
    sale: letter.sale,
    pay: payableNow(db, booking, ctx.now),
    now: ctx.now,
    receipt: letter.sale && hasReceipt(letter.sale) ? customerHref(ctx.booking, '/receipt') : null,
    policy: policyWords(ctx.i18n, policyOf(db, booking)),
    /** What cancelling now comes to. */
    settlement: stands ? settlementIf(db, booking, { by: 'customer', noticeMs: startsAt - ctx.now }) : null,
    steps: stepsOf(db, booking.id).map(({ what, at, reason: why, fromStartsAt, toStartsAt, actorKind }) => ({ what, at, why, fromStartsAt, toStartsAt, actorKind })),
    asked: openRequest(db, ctx.businessId, booking.id, ctx.now)?.startsAt ?? null,
    token: ctx.booking.token,
  }
}

export type CustomerPage = NonNullable<ReturnType<typeof customerPage>>
