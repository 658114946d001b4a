import type { BusinessCtx } from '~/kernel/ctx'
import type { Db } from '~/platform/database.server'

type Serve = (db: Db, ctx: BusinessCtx, sessionId: string) => void

let serve: Serve = () => undefined

/** Hands over who serves those that wait for places in a session, once, at start: that module stands after this one. */
export function installLine(serveLine: Serve): void {
  serve = serveLine
}

/** Whoever waits for places in a session is served before anybody who comes now, in the same transaction: nobody slips in between. */
export function serveLineFirst(db: Db, ctx: BusinessCtx, sessionId: string): void {
  serve(db, ctx, sessionId)
}
