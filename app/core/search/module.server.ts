import { installPublicSections } from './public-sections.server'

/** The server half of this module, for the registry. */
export default { installPublicSections }
