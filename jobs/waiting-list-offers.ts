import { endOffers, serveLines } from '~/core/waiting-list/index.server'
import { every } from './every'

export default every('1 minute', 'waiting list offers', ({ now }) => endOffers({ now, atMost: 100 }) + serveLines({ now, atMost: 100 }))
