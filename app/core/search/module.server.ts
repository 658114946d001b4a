import { installPublicSections } from './public-sections.server'
import { searchSubscribers } from './subscribers.server'

/** The server half of this module, for the registry. */
export default { installPublicSections, subscribers: searchSubscribers }
