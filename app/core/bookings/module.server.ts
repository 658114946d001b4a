import { installVisits } from '../schedules/index.server'
import { installFollowers } from '../sessions/index.server'
import { installDomains } from './domain.server'
import { bookingForGate } from './gate.server'
import { sessionFollowers } from './rounds.server'
import { bookingSubscribers } from './subscribers/all.server'
import { visitsOfOwner } from './visits-of-owner.server'

/** The server half of this module, for the registry. */
export default { install, gate: { booking: bookingForGate }, subscribers: bookingSubscribers, installDomains }

function install(): void {
  installVisits(visitsOfOwner)
  installFollowers(sessionFollowers)
}
