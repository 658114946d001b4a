import { installImported } from '../bookings/index.server'
import { installExchanged } from './exchanged.server'
import { importedBetween } from './imported-times.server'
import { channelSubscribers } from './subscribers.server'

/** The server half of this module, for the registry. */
export default { install: () => installImported(importedBetween), installExchanged, subscribers: channelSubscribers }
