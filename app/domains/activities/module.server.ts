import { activities } from './domain.server'
import { activitiesSection } from './public-section.server'

/** The server half of this trade, for the registry. */
export default { bookable: activities, publicSection: activitiesSection }
