import { paymentSubscribers } from './subscribers.server'

/** The server half of this module, for the registry. */
export default { subscribers: paymentSubscribers }
