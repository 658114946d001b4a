import { expireHolds } from '~/core/bookings/index.server'
import { every } from './every'

export default every('1 minute', 'expire holds', ({ now }) => expireHolds({ now, atMost: 200 }))
