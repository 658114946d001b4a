import { purgeMailBodies } from '~/platform/outbox/index.server'
import { every } from './every'

export default every('1 hour', 'purge mail bodies', ({ now }) => purgeMailBodies({ now, atMost: 1000 }))
