import { installVisits } from '../schedules/index.server'
import { installDomains } from './domain.server'
import { bookingForGate } from './gate.server'
import { bookingSubscribers } from './subscribers/all.server'
import { visitsOfOwner } from './visits-of-owner.server'

/** The server half of this module, for the registry. */
export default { install: () => installVisits(visitsOfOwner), gate: { booking: bookingForGate }, subscribers: bookingSubscribers, installDomains }
