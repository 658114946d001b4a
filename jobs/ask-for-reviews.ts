import { askForReviews } from '~/core/reviews/index.server'
import { every } from './every'

export default every('1 minute', 'ask for reviews', ({ now }) => askForReviews({ now, atMost: 200 }))
