import { uuidv7 } from '~/kernel/ids'
import type { Db } from '~/platform/database.server'

// The reference of a booking: the rows that one booking wrote, written again with ids, keys and times of their own by nothing but
// better-sqlite3, in one immediate transaction, into the same tables with the same indexes and triggers.

type Row = Record<string, string | number | null>

export interface Write {
  readonly table: string
  readonly row: Row
}

/** Every table that a booking adds rows to, in the order of their foreign keys. */
const tables = [
  'contacts', 'sales', 'sale_lines', 'ledger_transactions', 'ledger_entries', 'bookings', 'booking_items', 'answers', 'allocations', 'booking_steps', 'reminders', 'audit', 'events',
] as const

/** How many rows each table has now. */
export function countRows(db: Db): Map<string, number> {
  return new Map(tables.map((table) => [table, (db.$client.prepare(`SELECT count(*) AS n FROM ${table}`).get() as { n: number }).n]))
}

/** The rows that came since `before`, the newest of each table. Throws where no table has a row more. */
export function rowsSince(db: Db, before: ReadonlyMap<string, number>): Write[] {
  const now = countRows(db)
  const writes = tables.flatMap((table) => {
    const added = (now.get(table) ?? 0) - (before.get(table) ?? 0)
    const rows = db.$client.prepare(`SELECT * FROM ${table} ORDER BY rowid DESC LIMIT ?`).all(added) as Row[]
    return rows.reverse().map((row) => ({ table, row }))
  })
  if (writes.length === 0) throw new Error('No table has a row more')
  return writes
}

/** Writes the same rows once more, each time as another booking `apartMs` later; the transaction is the caller's. */
export function bareWriter(db: Db, template: readonly Write[], apartMs: (nth: number) => number): () => void {
  const inserts = template.map(({ table, row }) => {
    const columns = Object.keys(row)
    return db.$client.prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((column) => `@${column}`).join(', ')})`)
  })
  // A transaction of the books is sealed after its entries, so its row goes in open.
  const seal = db.$client.prepare('UPDATE ledger_transactions SET sealed_at = at WHERE id = ?')
  const ids = template.flatMap(({ row }) => (typeof row.id === 'string' ? [row.id] : []))
  let nth = 0
  return () => {
    nth += 1
    const later = apartMs(nth)
    const fresh = new Map(ids.map((id) => [id, uuidv7(Date.now())]))
    const mark = fresh.values().next().value ?? ''
    for (const [at, { row }] of template.entries()) inserts[at]?.run(again(row, fresh, mark, later))
    for (const { table, row } of template) if (table === 'ledger_transactions') seal.run(fresh.get(String(row.id)))
  }
}

const unique = new Set(['key', 'reference', 'email', 'email_key'])
const times = new Set(['starts_at', 'ends_at', 'due_at'])

function again(row: Row, fresh: ReadonlyMap<string, string>, mark: string, later: number): Row {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => {
      if (column === 'sealed_at') return [column, null]
      if (typeof value === 'string') return [column, unique.has(column) ? `${mark}.${value}` : (fresh.get(value) ?? value)]
      return [column, typeof value === 'number' && times.has(column) ? value + later : value]
    }),
  )
}
