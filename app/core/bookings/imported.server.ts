import type { Interval } from '~/kernel/time'
import type { Db } from '~/platform/database.server'

/** What another channel sold of a listing, as calendars show it. */
export interface ImportedTime {
  readonly id: string
  readonly startsAt: number
  readonly endsAt: number
  /** Rises with each change that a calendar should take over. */
  readonly sequence: number
  readonly channel: string
  readonly listing: string
  readonly domain: string
  readonly storeIds: readonly string[]
  /** The page of the calendar that it was read from, and who may open it. */
  readonly href: string
  readonly needs: `${string}.${string}`
}

type Imported = (db: Db, business: { readonly id: string; readonly slug: string }, between: Interval) => ImportedTime[]

let imported: Imported = () => []

/** Hands over who knows what other channels sold, once, at start: that module stands after this one. */
export function installImported(read: Imported): void {
  imported = read
}

/** What other channels sold and touches these times, by start. */
export function importedTimes(db: Db, business: { readonly id: string; readonly slug: string }, between: Interval): ImportedTime[] {
  return imported(db, business, between)
}
