import { expireHolds, remindHeld } from '~/core/bookings/index.server'
import { every } from './every'

export default every('1 minute', 'expire holds', ({ now }) => expireHolds({ now, atMost: 200 }) + remindHeld({ now, atMost: 200 }))
