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
  // Rows of a list that was handed over are no table.
  return statements.filter((sql) => /SCAN (?!CONSTANT ROW|json_each|.*VIRTUAL TABLE)/.test(planOf(sql)))
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
