import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import { folded } from '~/kernel/folded'

export interface MigrationFolders {
  /** `0000_name.sql` … in the order of their names. */
  readonly migrations: string
  /** Triggers and full-text tables, `*.sql` beside the schema: dropped and made again after every run. */
  readonly attachments: string
}

/**
 * Brings a file to the newest schema. Each migration runs in one immediate transaction with foreign keys off, and commits only if
 * no row points nowhere. (drizzle's own migrate() deletes child rows and loses triggers when it rebuilds a table.)
 * Throws when a migration that has run was changed since.
 */
export function migrateFile(client: Database.Database, folders: MigrationFolders): { applied: string[] } {
  client.pragma('foreign_keys = OFF')
  // For rows that are older than what they are sorted by.
  client.function('folded', { deterministic: true }, folded)
  try {
    client.exec('CREATE TABLE IF NOT EXISTS migrations (name TEXT PRIMARY KEY, hash TEXT NOT NULL, applied_at INTEGER NOT NULL)')
    const applied = waitingMigrations(client, folders.migrations)
    for (const migration of applied) apply(client, migration)
    attach(client, folders.attachments)
    return { applied: applied.map((migration) => migration.name) }
  } finally {
    client.pragma('foreign_keys = ON')
  }
}

/** Whether every migration of the folder has run on this file. */
export function isMigrated(client: Database.Database, folder: string): boolean {
  const table = client.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'migrations'").get()
  return table !== undefined && waitingMigrations(client, folder).length === 0
}

interface Migration {
  readonly name: string
  readonly sql: string
  readonly hash: string
}

function waitingMigrations(client: Database.Database, folder: string): Migration[] {
  const done = new Map(client.prepare<[], { name: string; hash: string }>('SELECT name, hash FROM migrations').all().map((row) => [row.name, row.hash]))
  return sqlFiles(folder).filter((migration) => {
    const hash = done.get(migration.name)
    if (hash !== undefined && hash !== migration.hash) throw new Error(`Migration ${migration.name} was changed after it ran here. Migrations go forward only: write a new one.`)
    return hash === undefined
  })
}

function apply(client: Database.Database, migration: Migration): void {
  client
    .transaction(() => {
      client.exec(migration.sql)
      const orphans = client.pragma('foreign_key_check') as unknown[]
      if (orphans.length > 0) throw new Error(`Migration ${migration.name} leaves ${orphans.length} rows that point nowhere: ${JSON.stringify(orphans[0])}`)
      client.prepare('INSERT INTO migrations (name, hash, applied_at) VALUES (?, ?, unixepoch() * 1000)').run(migration.name, migration.hash)
    })
    .immediate()
}

function attach(client: Database.Database, folder: string): void {
  const files = sqlFiles(folder)
  client
    .transaction(() => {
      const triggers = client.prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'trigger'").all()
      for (const { name } of triggers) client.exec(`DROP TRIGGER "${name}"`)
      for (const file of files) client.exec(file.sql)
    })
    .immediate()
}

function sqlFiles(folder: string): Migration[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name), 'utf8')
      return { name, sql, hash: createHash('sha256').update(sql).digest('hex') }
    })
}
