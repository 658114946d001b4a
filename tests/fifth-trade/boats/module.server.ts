import { boats } from './domain.server'
import { boatsSection } from './public-section.server'

/** The server half of this trade, for the registry. */
export default { bookable: boats, publicSection: boatsSection }
