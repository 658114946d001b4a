import type { Db } from '~/platform/database.server'

type HasCome = (db: Db, itemIds: readonly string[]) => boolean

let hasCome: HasCome = () => false

/** Hands over who keeps the door, once, at start: that module stands after this one. `found` tells whether anybody of some items was let in. */
export function installArrivals(found: HasCome): void {
  hasCome = found
}

/** Whether its customer can change nothing of it any more: it has begun, or somebody was let in before it did. */
export function hasBegun(db: Db, now: number, { startsAt, items }: { readonly startsAt: number; readonly items: readonly { readonly id: string }[] }): boolean {
  return startsAt <= now || hasCome(db, items.map(({ id }) => id))
}
