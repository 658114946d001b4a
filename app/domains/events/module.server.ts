import { events } from './domain.server'
import { eventsSection } from './public-section.server'
import { makePoolsOfDate } from './subscribers.server'

/** The server half of this trade, for the registry. */
export default { bookable: events, publicSection: eventsSection, subscribers: [makePoolsOfDate] }
