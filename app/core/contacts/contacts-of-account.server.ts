import { prepared, type Db } from '~/platform/database.server'

/** The ids of the contacts that are one account, in every business that knows it. */
export function contactIdsOf(db: Db, userId: string): string[] {
  return idsOfUser(db).all({ userId }).map(({ id }) => id)
}

const idsOfUser = prepared((db) => db.$client.prepare<{ userId: string }, { id: string }>('SELECT id FROM contacts WHERE user_id = @userId'))
