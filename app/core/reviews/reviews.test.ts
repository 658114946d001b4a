import { describe, expect, test } from 'vitest'
import type { BusinessCtx } from '~/kernel/ctx'
import { day } from '~/kernel/time'
import { read, transact } from '~/platform/database.server'
import { book, frontDesk } from '../../../tests/world/front-desk'
import { change, rows, theMorning, withDatabase } from '../../../tests/world/world'
import { bookingById, completeBooking } from '../bookings/index.server'
import { askForReviews, planRequest, requestsDueSql, stopRequests } from './ask-for-reviews.server'
import { answerReview } from './answer-review.server'
import { giveReview, type GivenReview } from './give-review.server'
import { hideReview, showReview } from './hide-review.server'
import { listingReviews } from './listing-reviews.server'
import { reviewsOfBusiness, reviewsSql } from './queries.server'
import { ratingsByPart, ratingsOf, ratingsSql } from './ratings.server'
import { reviewsToGive } from './to-give.server'

withDatabase()

/** A salon where some cuts have taken place; each can be rated. */
function salon(cuts = 1) {
  const desk = frontDesk()
  const { ctx, cut } = desk
  const later: BusinessCtx = { ...ctx, now: theMorning + 14 * day }
  const ids = Array.from({ length: cuts }, (_, nth) => book(ctx, cut, `2026-11-04T${String(9 + nth).padStart(2, '0')}:00Z`).id)
  for (const id of ids) completeBooking(later, id)
  let told = 0
  const customer: BusinessCtx = { ...later, member: null, actor: { kind: 'link', bookingId: ids[0] ?? '' }, newId: () => `019f0000-0000-7000-8000-${String((told += 1)).padStart(12, '0')}` }
  const give = (nth: number, more: Partial<GivenReview> = {}) => giveReview(customer, { bookingId: ids[nth] ?? '', listingId: cut.id, stars: 5, words: null, ...more })
  const given = (nth: number, stars: number) => {
    const review = give(nth, { stars })
    if (!review.ok) throw new Error(review.refusal)
    return review.value
  }
  return { ...desk, later, customer, ids, give, given, shown: (before: string | null = null) => read((db) => listingReviews(db, ctx, cut.id, before)), rating: () => read((db) => ratingsOf(db, [cut.id])).get(cut.id) }
}

describe('a review', () => {
  test('is given once for each listing of a booking that took place', () => {
    const { ctx, ids, give, shown, cut } = salon()
    const left = () => read((db) => reviewsToGive(db, bookingById(db, ctx.businessId, ids[0] ?? '')!)).map(({ listingId }) => listingId)
    expect(left()).toEqual([cut.id])
    expect(give(0, { words: 'The best cut in years.' })).toMatchObject({ ok: true })
    expect(left()).toEqual([])
    expect(give(0)).toEqual({ ok: false, refusal: 'nothing-to-rate' })
    expect(shown()).toMatchObject({ rating: { average: 5, count: 1 }, reviews: [{ stars: 5, words: 'The best cut in years.', by: 'Ana', answer: null }], olderHref: null })
    expect(rows("SELECT actor ->> 'kind' AS kind, changes ->> 'stars' AS stars FROM audit WHERE action = 'reviews.review.give'")).toEqual([{ kind: 'link', stars: 5 }])
  })

  test('is not given of what has not taken place, of what was not booked, or in another business', () => {
    const { ctx, customer, cut, colour, give } = salon()
    const ahead = book(ctx, cut, '2026-11-12T10:00Z').id
    expect(give(0, { bookingId: ahead })).toEqual({ ok: false, refusal: 'nothing-to-rate' })
    expect(give(0, { listingId: colour.id })).toEqual({ ok: false, refusal: 'nothing-to-rate' })
    expect(give(0, { bookingId: 'none' })).toEqual({ ok: false, refusal: 'unknown-booking' })
    expect(giveReview({ ...customer, businessId: 'another' }, { bookingId: ahead, listingId: cut.id, stars: 5, words: null })).toEqual({ ok: false, refusal: 'unknown-booking' })
  })

  test('has from one to five whole stars, and once is once, whatever the code says', () => {
    const { given } = salon()
    const id = given(0, 4)
    for (const stars of [0, 6, 2.5]) expect(() => change('UPDATE reviews SET stars = ? WHERE id = ?', stars, id)).toThrow('CHECK')
    expect(() => change("INSERT INTO reviews SELECT 'again', business_id, store_id, listing_id, booking_id, stars, words, given_at, answer, answered_at, hidden_at, hidden_reason FROM reviews")).toThrow('UNIQUE')
    expect(() => change('UPDATE reviews SET words = ? WHERE id = ?', 'x'.repeat(2001), id)).toThrow('CHECK')
  })

  test('is answered once, in public, by its own business', () => {
    const { later, given, shown } = salon()
    const id = given(0, 2)
    expect(answerReview({ ...later, businessId: 'another' }, id, 'Sorry')).toEqual({ ok: false, refusal: 'unknown-review' })
    expect(answerReview(later, id, 'We are sorry.')).toEqual({ ok: true, value: null })
    expect(answerReview(later, id, 'Once more')).toEqual({ ok: false, refusal: 'answered-already' })
    expect(shown().reviews).toMatchObject([{ answer: 'We are sorry.' }])
  })

  test('that is hidden neither shows nor counts, and does both when it is shown again; the audit has the reason', () => {
    const { later, given, shown, rating, ctx } = salon(2)
    const bad = given(0, 1)
    given(1, 5)
    expect(rating()).toEqual({ average: 3, count: 2 })
    expect(hideReview({ ...later, businessId: 'another' }, bad, 'No')).toEqual({ ok: false, refusal: 'unknown-review' })
    expect(hideReview(later, bad, 'It names somebody')).toMatchObject({ ok: true })
    expect(hideReview(later, bad, 'Again')).toEqual({ ok: false, refusal: 'as-it-was' })
    expect(rating()).toEqual({ average: 5, count: 1 })
    expect(shown().reviews.map(({ stars }) => stars)).toEqual([5])
    expect(read((db) => reviewsOfBusiness(db, ctx.businessId, null, 10)).reviews.map(({ hiddenReason }) => hiddenReason)).toEqual([null, 'It names somebody'])
    expect(showReview(later, bad)).toMatchObject({ ok: true })
    expect(rating()).toEqual({ average: 3, count: 2 })
    expect(rows("SELECT action, changes ->> 'reason' AS reason FROM audit WHERE action LIKE 'reviews.review.%' AND action <> 'reviews.review.give' ORDER BY id")).toEqual(
      expect.arrayContaining([{ action: 'reviews.review.hide', reason: 'It names somebody' }, { action: 'reviews.review.show', reason: null }]),
    )
  })

  test('keeps its stars and names nobody where the name of its booking is gone', () => {
    const { given, shown, ids } = salon()
    given(0, 5)
    change("UPDATE bookings SET contact_name = '' WHERE id = ?", ids[0])
    expect(shown()).toMatchObject({ rating: { count: 1 }, reviews: [{ stars: 5, by: '' }] })
  })
})

describe('a customer is asked how it was', () => {
  /** One cut that ended on 4 November at 09:45, and what the job does at a time. */
  function asked() {
    const desk = salon()
    const [id = ''] = desk.ids
    transact((db) => planRequest(db, bookingById(db, desk.ctx.businessId, id)!))
    const at = (text: string) => askForReviews({ now: Date.parse(text), atMost: 10 })
    const mails = () => rows<{ subject: string; text: string }>("SELECT subject, message AS text FROM mails WHERE template = 'review-request'")
    return { ...desk, id, at, mails }
  }

  test('by one mail, a day after it ended, with the way to rate it and the way never to be asked again', () => {
    const { at, mails } = asked()
    at('2026-11-05T09:40Z')
    expect(mails()).toEqual([])
    at('2026-11-05T09:45Z')
    at('2026-11-05T09:46Z')
    expect(mails()).toMatchObject([{ subject: 'How was it? Cut, Harbour Salon' }])
    expect(mails()[0]?.text).toMatch(/\/review\?token=[^]*\/review-requests\?token=/)
  })

  test('not where it is rated already, where they do not want to be asked, or where days have gone by', () => {
    const rated = asked()
    rated.given(0, 5)
    rated.at('2026-11-05T10:00Z')
    expect(rated.mails()).toEqual([])
    const late = salon()
    transact((db) => planRequest(db, bookingById(db, late.ctx.businessId, late.ids[0] ?? '')!))
    askForReviews({ now: Date.parse('2026-11-20T10:00Z'), atMost: 10 })
    const unwilling = salon()
    transact((db) => planRequest(db, bookingById(db, unwilling.ctx.businessId, unwilling.ids[0] ?? '')!))
    expect(stopRequests(unwilling.customer, unwilling.ids[0] ?? '')).toEqual({ ok: true, value: null })
    askForReviews({ now: Date.parse('2026-11-05T10:00Z'), atMost: 10 })
    expect(rated.mails()).toEqual([])
    expect(rows('SELECT count(*) AS n FROM review_requests WHERE dropped_at IS NOT NULL')).toEqual([{ n: 3 }])
    expect(rows("SELECT count(*) AS n FROM audit WHERE action = 'reviews.requests.stop'")).toEqual([{ n: 1 }])
  })
})

test('ratings are of the days in which they were given, by listing and by store', () => {
  const { ctx, cut, store, given } = salon(2)
  given(0, 4)
  given(1, 5)
  const of = (from: number, part: 'listing' | 'store') => read((db) => ratingsByPart(db, ctx.businessId, from, from + day, part))
  expect(of(theMorning + 14 * day, 'listing')).toEqual(new Map([[cut.id, { average: 4.5, count: 2 }]]))
  expect(of(theMorning + 14 * day, 'store')).toEqual(new Map([[store.id, { average: 4.5, count: 2 }]]))
  expect(of(theMorning, 'listing').size).toBe(0)
})

test('a listing shows its reviews page by page', () => {
  const { ctx, given, ids, shown } = salon(8)
  ids.forEach((_, nth) => given(nth, 1 + (nth % 5)))
  const first = read((db) => reviewsOfBusiness(db, ctx.businessId, null, 5))
  const second = read((db) => reviewsOfBusiness(db, ctx.businessId, first.older, 5))
  expect([first.reviews.length, second.reviews.length, second.older]).toEqual([5, 3, null])
  expect(new Set([...first.reviews, ...second.reviews].map(({ id }) => id)).size).toBe(8)
  expect(shown(first.older).reviews.map(({ id }) => id)).toEqual(second.reviews.map(({ id }) => id))
})

test('reviews and ratings are found by indexes, and averages read no row', () => {
  frontDesk()
  const planOf = (sql: string) => rows<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, { businessId: '', listingId: '', before: '~', most: 1, ids: '[]', from: 0, to: 1 }).map(({ detail }) => detail).join('\n')
  expect(planOf(reviewsSql.listing)).toBe('SEARCH reviews USING INDEX reviews_of_listing (listing_id=? AND id<?)')
  expect(planOf(reviewsSql.business)).toBe('SEARCH reviews USING INDEX reviews_by_business (business_id=? AND id<?)')
  expect(planOf(ratingsSql.listings)).toContain('SEARCH r USING COVERING INDEX reviews_stars (listing_id=?)')
  expect(rows<{ detail: string }>(`EXPLAIN QUERY PLAN ${requestsDueSql}`, { now: 0, atMost: 1 }).map(({ detail }) => detail).join('\n')).toContain('USING INDEX review_requests_due (due_at<?)')
  for (const sql of [ratingsSql.listing, ratingsSql.store]) expect(planOf(sql)).toContain('USING COVERING INDEX reviews_given (business_id=? AND given_at>? AND given_at<?)')
})
