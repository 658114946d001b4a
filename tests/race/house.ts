import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { installModules } from '~/registry.server'
import { closeDatabase, openDatabase } from '~/platform/database.server'
import { freshFile } from '#db/testing'
import { root } from '../load/files'

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

/** Builds what the servers run, where it is not built yet. */
export function buildHouse(): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'scripts', 'build.mjs')], { cwd: root, encoding: 'utf8' })
  if (status !== 0) throw new Error(`The house was not built:\n${stdout}${stderr}`)
}
