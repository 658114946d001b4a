import { defineModule } from '../../kernel/define-module'

export default defineModule({
  id: 'reviews',
  folder: 'core/reviews',
  permissions: {
    'reviews.read': ['owner', 'manager', 'staff'],
    /** To answer them, and to hide them with a reason. */
    'reviews.manage': ['owner', 'manager'],
  },
  navigation: [{ to: 'reviews', label: (i18n) => i18n.t('Reviews'), icon: 'message', needs: 'reviews.read', order: 68 }],
  messages: {
    'reviews.given': (i18n) => ({ text: i18n.t('Thank you. Your review is on the page of what you booked.') }),
    'reviews.given-already': (i18n) => ({ text: i18n.t('You have rated that already.') }),
    'reviews.requests-stopped': (i18n) => ({ text: i18n.t('You are not asked again.') }),
    'reviews.answered': (i18n) => ({ text: i18n.t('Your answer stands below the review.') }),
    'reviews.hidden': (i18n) => ({ text: i18n.t('The review is hidden and no longer counts.') }),
    'reviews.shown': (i18n) => ({ text: i18n.t('The review shows again, and counts.') }),
  },
  routes: (r) => [
    r.public('bookings/:reference/review', 'give'),
    r.public('bookings/:reference/review-requests', 'stop-requests'),
    r.business('reviews/:listing', 'listing-reviews'),
    r.dashboard('reviews', 'desk-reviews'),
    r.dashboard('reviews/:review/answer', 'desk-answer'),
    r.dashboard('reviews/:review/hiding', 'desk-hiding'),
  ],
})
