import { chaseBalances } from '~/core/bookings/index.server'
import { every } from './every'

export default every('10 minutes', 'chase balances', ({ now }) => chaseBalances({ now, atMost: 100 }))
