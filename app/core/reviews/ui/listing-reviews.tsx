import { useI18n } from '~/platform/words/use-i18n'
import { Section } from '~/ui/page'
import { PlainList } from '~/ui/plain-list'
import { RatingMark, Stars } from '~/ui/stars'
import { Time } from '~/ui/when'
import type { ReviewsOfListing, ShownReview } from '../listing-reviews.server'

/** What customers said, on the public page of a listing; nothing where nobody said anything yet. */
export function ListingReviews({ reviews: shown }: { reviews: ReviewsOfListing }) {
  const i18n = useI18n()
  const { rating, olderHref } = shown
  if (!rating) return null
  return (
    <Section id="reviews" title={i18n.t('What customers say')} aside={<p><RatingMark {...rating} /></p>}>
      <ReviewList shown={shown} />
      {olderHref && (
        <p>
          <a href={olderHref}>{i18n.t('Older reviews')}</a>
        </p>
      )}
    </Section>
  )
}

export function ReviewList({ shown: { reviews, business, zone } }: { shown: ReviewsOfListing }) {
  return <PlainList flush items={reviews.map((review) => ({ key: review.id, content: <OneReview review={review} business={business} zone={zone} /> }))} />
}

function OneReview({ review: { stars, words, by, givenAt, answer }, business, zone }: { review: ShownReview; business: string; zone: string }) {
  const i18n = useI18n()
  return (
    <div className="stack tight">
      <p>
        <Stars stars={stars} /> <strong dir="auto">{by === '' ? i18n.t('A customer') : by}</strong>{' '}
        <span className="soft fine">
          <Time at={givenAt} zone={zone} show="date" />
        </span>
      </p>
      {words !== null && <p dir="auto">{words}</p>}
      {answer !== null && (
        <p className="soft" dir="auto">
          {i18n.t('{business} answers: {answer}', { business, answer })}
        </p>
      )}
    </div>
  )
}
