import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { connect } from './connect'
import { migrateFile, type MigrationFolders } from './migrate-file'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export const folders: MigrationFolders = { migrations: here('./migrations'), attachments: here('./schema') }

let root: string | undefined
let template: string | undefined

/** The path of a migrated, empty file of its own, copied from one that is made once per process; its folder goes with the process. */
export function freshFile(name = 'guildhall.db'): string {
  template ??= makeTemplate()
  const path = join(freshFolder(), name)
  copyFileSync(template, path)
  return path
}

/** The path of a file that is not there yet, in a folder of its own. */
export function freshPath(name: string): string {
  return join(freshFolder(), name)
}

function makeTemplate(): string {
  const path = join(freshFolder(), 'template.db')
  const { $client } = connect(path)
  migrateFile($client, folders)
  $client.pragma('wal_checkpoint(TRUNCATE)')
  $client.close()
  return path
}

function freshFolder(): string {
  root ??= makeRoot()
  return mkdtempSync(join(root, 'file-'))
}

function makeRoot(): string {
  const folder = mkdtempSync(join(tmpdir(), 'guildhall-test-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  return folder
}
