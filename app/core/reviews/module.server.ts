import { installFollowUp } from '../bookings/index.server'
import { installRatings } from '../listings/index.server'
import { ratingsOf } from './ratings.server'
import { planRequests } from './subscribers/plan-request.server'
import { reviewsToGive } from './to-give.server'

/** The server half of this module, for the registry. */
export default {
  subscribers: planRequests,
  install: () => {
    installRatings(ratingsOf)
    installFollowUp((db, booking, i18n) => (reviewsToGive(db, booking).length === 0 ? null : { label: i18n.t('How was it? Rate it'), page: '/review' }))
  },
}
