import { prepared, type Db } from '~/platform/database.server'

/** Why a move that was asked for was declined, in the words of who did it; null where nobody said, or where it ran out. */
export function requestReason(db: Db, requestId: string): string | null {
  return reasonRow(db).get({ requestId })?.reason ?? null
}

const reasonRow = prepared((db) => db.$client.prepare<{ requestId: string }, { reason: string | null }>('SELECT reason FROM change_requests WHERE id = @requestId'))
