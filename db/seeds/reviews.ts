import { answerReview, giveReview, hideReview } from '~/core/reviews/index.server'
import { day, hour } from '~/kernel/time'
import type { Db } from '~/platform/database.server'
import { customerAt, memberAt, must, type Town } from './stage'

/** What some of those say whose booking took place, and what the owners answer to a few of them. */
export function seedReviews(db: Db, town: Town): void {
  for (const { bookingId, businessId, listingId, endsAt, ownerId } of takenPlace(db).filter(({ endsAt: end }) => end < town.now - 2 * day)) {
    if (!town.chance.happens(0.4)) continue
    const at = endsAt + town.chance.between(3, 40) * hour
    const { stars, said } = town.chance.pick(opinions)
    const review = must(giveReview(customerAt(town, businessId, at), { bookingId, listingId, stars, words: town.chance.happens(0.7) ? town.chance.pick(said) : null }))
    if (ownerId && (stars < 4 ? town.chance.happens(0.8) : town.chance.happens(0.1))) {
      must(answerReview(memberAt(town, businessId, ownerId, at + 5 * hour), review, stars < 4 ? 'We are sorry to read that. Do ring us, and we make it good.' : 'Thank you. We look forward to seeing you again.'))
    }
    if (ownerId && stars === 1) must(hideReview(memberAt(town, businessId, ownerId, at + 6 * hour), review, 'It is about another house in the street.'))
  }
}

const opinions = [
  { stars: 5, said: ['Just what I had hoped for.', 'On time, friendly, and a fair price. I will be back.', 'Recomendo vivamente, do princípio ao fim.'] },
  { stars: 5, said: ['Lovely people who know what they do.', 'Five stars, and I do not give them lightly.'] },
  { stars: 5, said: ['Could not have been better.', 'Uma tarde perfeita.'] },
  { stars: 4, said: ['Very good. The street is hard to find the first time.', 'Tudo bem, só um pouco de espera.'] },
  { stars: 4, said: ['Good, and the price is as it says.'] },
  { stars: 4, said: ['Friendly, if a little hurried at the end.'] },
  { stars: 3, said: ['All right, though it began late.'] },
  { stars: 2, said: ['Not what I had asked for.'] },
  { stars: 1, said: ['Never again: nobody was there.'] },
] as const

interface TakenPlace {
  readonly bookingId: string
  readonly businessId: string
  readonly listingId: string
  readonly endsAt: number
  readonly ownerId: string | null
}

function takenPlace(db: Db): TakenPlace[] {
  return db.$client
    .prepare<[], TakenPlace>(
      `SELECT DISTINCT b.id AS bookingId, b.business_id AS businessId, i.listing_id AS listingId, b.ends_at AS endsAt,
         (SELECT m.user_id FROM members m WHERE m.business_id = b.business_id AND m.role = 'owner' LIMIT 1) AS ownerId
       FROM bookings b JOIN booking_items i ON i.booking_id = b.id AND i.state = 'active' WHERE b.status = 'completed' ORDER BY b.ends_at, b.id, i.listing_id`,
    )
    .all()
}
