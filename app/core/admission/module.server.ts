import { installArrivals, installEnclosures } from '../bookings/index.server'
import { anyIn } from './admissions.server'
import { encloseTickets } from './enclose-tickets.server'

/** The server half of this module, for the registry. */
export default {
  install() {
    installEnclosures(encloseTickets)
    installArrivals(anyIn)
  },
}
