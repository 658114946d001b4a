import { installLine } from '../bookings/index.server'
import { jobCtx } from '../businesses/index.server'
import { serveLine } from './serve-line.server'
import { closeCalledOff } from './subscribers/close-called-off.server'
import { serveChanged } from './subscribers/serve-changed.server'
import { serveFreed } from './subscribers/serve-freed.server'

/** The server half of this module, for the registry. */
export default {
  install: () => installLine((db, ctx, sessionId) => void serveLine(db, jobCtx(db, 'serve-line', ctx.now, ctx.businessId), sessionId)),
  subscribers: [...serveFreed, serveChanged, closeCalledOff],
}
