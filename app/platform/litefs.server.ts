import type { IncomingMessage, ServerResponse } from 'node:http'

/** The whole seam to replication. On one node it is trivial, and everything already goes through it. */

export type NodeRole = 'primary' | 'replica' | 'unknown'

/** Whether this node may write. Without replicas it always may. */
export function role(): NodeRole {
  return 'primary'
}

/** Runs a write transaction; with replicas this is where the epoch is checked. */
export function write<T>(transaction: () => T): T {
  return transaction()
}

/** Resolves when what has been committed so far cannot be lost: at once on a plain file. */
export function confirmed(): Promise<void> {
  return settled
}

const settled = Promise.resolve()

/** Sends a write on to the primary; answers false where this node is the primary and must do it itself. */
export function forward(_request: IncomingMessage, _response: ServerResponse): boolean {
  return false
}
