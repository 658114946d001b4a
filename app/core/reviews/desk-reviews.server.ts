import { notFound } from '~/platform/answers.server'
import type { Db } from '~/platform/database.server'
import type { MemberCtx } from '~/platform/guarded.server'
import { bookingById } from '../bookings/index.server'
import { listingById } from '../listings/index.server'
import { reviewById, reviewsOfBusiness, type Review } from './queries.server'

const perPage = 25

/** The reviews of a business as its members see them, hidden ones among them, the latest first. */
export function deskReviews(db: Db, ctx: MemberCtx, before: string | null) {
  const { reviews, older } = reviewsOfBusiness(db, ctx.businessId, before, perPage)
  return { rows: reviews.map((review) => deskReview(db, ctx, review)), older, zone: ctx.business.timeZone, mayManage: ctx.member.may('reviews.manage') }
}

/** The review of an address, for the page of an act; 404 for another business's. */
export function reviewToAct(db: Db, ctx: MemberCtx, id: string | undefined) {
  const review = reviewById(db, ctx.businessId, id ?? '')
  if (!review) notFound(ctx.i18n.t('There is no such review.'), { href: `/dashboard/${ctx.business.slug}/reviews`, label: ctx.i18n.t('Reviews') })
  return { ...deskReview(db, ctx, review), back: `/dashboard/${ctx.business.slug}/reviews` }
}

function deskReview(db: Db, { businessId, business }: MemberCtx, review: Review) {
  const booking = bookingById(db, businessId, review.bookingId)
  return {
    ...review,
    title: listingById(db, businessId, review.listingId)?.title ?? '',
    who: booking?.contactName ?? '',
    bookingHref: booking ? `/dashboard/${business.slug}/bookings/${booking.reference}` : null,
    href: `/dashboard/${business.slug}/reviews/${review.id}`,
  }
}

export type DeskReview = ReturnType<typeof deskReview>
