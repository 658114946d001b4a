import { appointments } from './domain.server'

/** The server half of this trade, for the registry. */
export default { bookable: appointments }
