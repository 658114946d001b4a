import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { connect } from './connect'
import { isMigrated, migrateFile, type MigrationFolders } from './migrate-file'
import { folders } from './testing'

const folder = () => mkdtempSync(join(tmpdir(), 'guildhall-migrations-'))
const open = (path = join(folder(), 'test.db')) => connect(path).$client

function made(files: Readonly<Record<string, string>>, triggers = ''): MigrationFolders {
  const base = folder()
  const paths = { migrations: join(base, 'migrations'), attachments: join(base, 'schema') }
  for (const path of Object.values(paths)) mkdirSync(path)
  for (const [name, sql] of Object.entries(files)) writeFileSync(join(paths.migrations, name), sql)
  writeFileSync(join(paths.attachments, 'triggers.sql'), triggers)
  return paths
}

const first = 'CREATE TABLE parent (id TEXT PRIMARY KEY); CREATE TABLE child (id TEXT PRIMARY KEY, parent_id TEXT NOT NULL REFERENCES parent(id) ON DELETE CASCADE);'
const rebuild = `CREATE TABLE __new_parent (id TEXT PRIMARY KEY, name TEXT);
  INSERT INTO __new_parent (id) SELECT id FROM parent; DROP TABLE parent; ALTER TABLE __new_parent RENAME TO parent;`
const trigger = "CREATE TRIGGER parent_stays BEFORE DELETE ON parent BEGIN SELECT raise(ABORT, 'stays'); END;"

test('a table that is rebuilt keeps the rows that point at it, and its triggers', () => {
  const paths = made({ '0000_first.sql': first }, trigger)
  const client = open()
  migrateFile(client, paths)
  client.exec("INSERT INTO parent VALUES ('p'); INSERT INTO child VALUES ('c', 'p')")

  writeFileSync(join(paths.migrations, '0001_rebuild.sql'), rebuild)
  expect(isMigrated(client, paths.migrations)).toBe(false)
  expect(migrateFile(client, paths)).toEqual({ applied: ['0001_rebuild.sql'] })

  expect(client.prepare('SELECT * FROM child').all()).toEqual([{ id: 'c', parent_id: 'p' }])
  expect(() => client.exec('DELETE FROM parent')).toThrow('stays')
  expect(client.pragma('foreign_keys', { simple: true })).toBe(1)
  expect(isMigrated(client, paths.migrations)).toBe(true)
})

test('a migration that leaves rows which point nowhere is undone whole', () => {
  const paths = made({ '0000_first.sql': first })
  const client = open()
  migrateFile(client, paths)
  client.exec("INSERT INTO parent VALUES ('p'); INSERT INTO child VALUES ('c', 'p')")
  writeFileSync(join(paths.migrations, '0001_lose.sql'), 'CREATE TABLE extra (id TEXT); DELETE FROM parent;')
  expect(() => migrateFile(client, paths)).toThrow('point nowhere')
  expect(client.prepare('SELECT count(*) AS n FROM parent').get()).toEqual({ n: 1 })
  expect(client.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'extra'").get()).toBeUndefined()
})

test('a migration that was changed after it ran stops the start', () => {
  const paths = made({ '0000_first.sql': first })
  const client = open()
  migrateFile(client, paths)
  writeFileSync(join(paths.migrations, '0000_first.sql'), `${first} -- changed`)
  expect(() => migrateFile(client, paths)).toThrow('was changed')
})

test('the triggers of a migrated file are those of the schema files, letter by letter', () => {
  const client = open()
  migrateFile(client, folders)
  migrateFile(client, folders)
  const written = readdirSync(folders.attachments)
    .filter((name) => name.endsWith('.sql'))
    .flatMap((name) => readFileSync(join(folders.attachments, name), 'utf8').match(/CREATE TRIGGER[\s\S]*?\bEND(?=;\s*(?:\n|$))/g) ?? [])
  const kept = client.prepare<[], { sql: string }>("SELECT sql FROM sqlite_schema WHERE type = 'trigger'").all()
  expect(written.length).toBeGreaterThan(10)
  expect(kept.map((row) => row.sql).sort()).toEqual(written.sort())
})

test('a file full of rows from every earlier version comes to the newest with every row still there', () => {
  const names = readdirSync(folders.migrations).filter((name) => name.endsWith('.sql')).sort()
  for (let versions = 1; versions <= names.length; versions += 1) {
    const paths = { migrations: join(folder(), 'until'), attachments: folders.attachments }
    mkdirSync(paths.migrations)
    for (const name of names.slice(0, versions)) cpSync(join(folders.migrations, name), join(paths.migrations, name))
    const client = open()
    migrateFile(client, { ...paths, attachments: made({}).attachments })
    // One word in every column fits no check: what counts here is that no row is lost on the way.
    client.pragma('ignore_check_constraints = ON')
    const before = fill(client)
    migrateFile(client, folders)
    for (const table of before) {
      expect(client.prepare(`SELECT count(*) AS n FROM "${table}"`).get(), `${table} of version ${names[versions - 1]}`).toEqual({ n: 1 })
    }
    expect(before.length).toBeGreaterThan(30)
  }
})

/** One row in every table: each key is the same word, so that every reference holds. Answers the tables. */
function fill(client: Database.Database): string[] {
  const tables = client.prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT IN ('migrations') AND name NOT LIKE 'sqlite_%'").all()
  client.pragma('foreign_keys = OFF')
  for (const { name } of tables) {
    const columns = client.pragma(`table_info("${name}")`) as { name: string; type: string }[]
    const values = columns.map(({ type }) => (/int|real/i.test(type) ? 1 : 'row'))
    client.prepare(`INSERT INTO "${name}" (${columns.map((column) => `"${column.name}"`).join()}) VALUES (${values.map(() => '?').join()})`).run(...values)
  }
  client.pragma('foreign_keys = ON')
  expect(client.pragma('foreign_key_check')).toEqual([])
  return tables.map((table) => table.name)
}
