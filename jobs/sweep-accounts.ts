import { sweepIdentity } from '~/core/identity/index.server'
import { every } from './every'

export default every('1 hour', 'sweep accounts', ({ now }) => sweepIdentity({ now, atMost: 1000 }))
