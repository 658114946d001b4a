import { exchangedProperties } from './channels.server'
import { realEstate } from './domain.server'
import { propertiesSection } from './public-section.server'

/** The server half of this trade, for the registry. */
export default { bookable: realEstate, exchanged: exchangedProperties, publicSection: propertiesSection }
