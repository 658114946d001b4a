import { completeBookings } from '~/core/bookings/index.server'
import { every } from './every'

export default every('5 minutes', 'complete bookings', ({ now }) => completeBookings({ now, atMost: 500 }))
