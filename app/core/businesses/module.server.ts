import { businessForGate } from './gate.server'
import { installPermissions, installTrades } from './installed.server'

/** The server half of this module, for the registry. */
export default { gate: { business: businessForGate }, installPermissions, installTrades }
