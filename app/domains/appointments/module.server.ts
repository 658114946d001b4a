import { appointments } from './domain.server'
import { appointmentsSection } from './public-section.server'

/** The server half of this trade, for the registry. */
export default { bookable: appointments, publicSection: appointmentsSection }
