import { read, type Db } from '~/platform/database.server'

/** Every statement that is prepared on a connection while `act` runs, so that none is forgotten; what was prepared before is not among them. */
export function preparedBy(db: Db, act: () => void): string[] {
  const { $client } = db
  const prepare = $client.prepare.bind($client)
  const statements: string[] = []
  Object.assign($client, {
    prepare: (sql: string) => {
      statements.push(sql)
      return prepare(sql)
    },
  })
  try {
    act()
  } finally {
    Object.assign($client, { prepare })
  }
  return statements.filter((sql) => /^\s*(SELECT|INSERT|UPDATE|DELETE)/i.test(sql))
}

/** Those of them that read a whole table. */
export function scansOf(statements: readonly string[]): string[] {
  return statements.filter((sql) => {
    const asked = onlyWhenBroken(sql)
    // Rows of a list that was handed over are no table.
    return [...planOf(sql).matchAll(/SCAN (?!CONSTANT ROW|json_each|.*VIRTUAL TABLE)(\w+)/g)].some(([, table = '']) => !asked.has(table))
  })
}

/**
 * The tables that refer to the one a row is put into. Where that table has triggers, SQLite plans to look into them for rows that waited for
 * this one, and does so only while some reference is broken (`FkIfZero` in its program): in a transaction of ours none ever is.
 */
function onlyWhenBroken(sql: string): ReadonlySet<string> {
  const [, into] = /^\s*INSERT (?:OR \w+ )?INTO (\w+)/i.exec(sql) ?? []
  if (into === undefined) return new Set()
  const referring = read((db) =>
    db.$client
      .prepare<{ into: string }, { name: string }>(`SELECT m.name FROM sqlite_schema m JOIN pragma_foreign_key_list(m.name) f WHERE m.type = 'table' AND f."table" = @into`)
      .all({ into }),
  )
  return new Set(referring.map(({ name }) => name))
}

/** How SQLite goes about a statement. */
export function planOf(sql: string): string {
  return read((db) => {
    const names = [...sql.matchAll(/@(\w+)/g)].map(([, name = '']) => [name, null])
    const places = sql.match(/\?/g)?.map(() => null) ?? []
    const explained = db.$client.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
    return (names.length > 0 ? explained.all(Object.fromEntries(names)) : explained.all(...places)).map(({ detail }) => detail).join('\n')
  })
}
