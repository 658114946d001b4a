import { sendReminders } from '~/core/bookings/index.server'
import { every } from './every'

export default every('1 minute', 'send reminders', ({ now }) => sendReminders({ now, atMost: 200 }))
