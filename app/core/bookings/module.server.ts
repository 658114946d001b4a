import { installDomains } from './domain.server'
import { bookingForGate } from './gate.server'
import { bookingSubscribers } from './subscribers/all.server'

/** The server half of this module, for the registry. */
export default { gate: { booking: bookingForGate }, subscribers: bookingSubscribers, installDomains }
