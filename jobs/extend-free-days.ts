import { extendFreeDays } from '~/core/search/index.server'
import { every } from './every'

// Only asks for a look: the outbox's worker looks, bit by bit.
export default every('1 hour', 'extend free days', ({ now }) => extendFreeDays({ now, atMost: 5000 }))
