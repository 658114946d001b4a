import { fetchEvents } from '~/core/payments/index.server'
import { every } from './every'

export default every('5 minutes', 'fetch stripe events', () => fetchEvents())
