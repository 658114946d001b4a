import { closeDatabase, openDatabase } from '~/platform/database.server'
import { installModules } from '~/registry.server'
import { freshFile } from '#db/testing'

/** Tuesday 3 November 2026, 09:00 in Lisbon: when the clock of every race starts. */
export const raceMorning = Date.parse('2026-11-03T09:00:00Z')

/** Fills a file of its own with the use cases and closes it again; answers its path and what `fill` answered. */
export function filledFile<World>(fill: () => World): { readonly database: string; readonly world: World } {
  const database = freshFile()
  openDatabase(database)
  installModules()
  const world = fill()
  closeDatabase()
  return { database, world }
}
