import { completeSessions } from '~/core/sessions/index.server'
import { every } from './every'

export default every('5 minutes', 'complete sessions', ({ now }) => completeSessions({ now, atMost: 200 }))
