import { decideSessions } from '~/core/sessions/index.server'
import { every } from './every'

export default every('1 minute', 'decide sessions', ({ now }) => decideSessions({ now, atMost: 50 }))
