import { fetchDueFeeds } from '~/core/channels/index.server'
import { every } from './every'

export default every('1 minute', 'fetch channels', ({ now }) => fetchDueFeeds({ now, atMost: 100 }))
