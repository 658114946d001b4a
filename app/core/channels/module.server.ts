import { installExchanged } from './exchanged.server'
import { channelSubscribers } from './subscribers.server'

/** The server half of this module, for the registry. */
export default { installExchanged, subscribers: channelSubscribers }
