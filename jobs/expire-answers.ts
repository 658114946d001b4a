import { expireUnanswered } from '~/core/bookings/index.server'
import { every } from './every'

export default every('1 minute', 'expire answers', ({ now }) => expireUnanswered({ now, atMost: 200 }))
