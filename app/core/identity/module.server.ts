import { accountOf, touchSession } from './sessions.server'

/** The server half of this module, for the registry. */
export default { gate: { account: accountOf, touch: touchSession } }
