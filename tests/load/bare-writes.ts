import { uuidv7 } from '~/kernel/ids'
import type { Db } from '~/platform/database.server'

// The reference of a booking: the rows that one booking wrote, written again with ids, keys and times of their own by nothing but
// better-sqlite3, in one immediate transaction, into the same tables with the same indexes and triggers.

type Row = Record<string, string | number | null>

export interface Write {
  readonly table: string
  readonly row: Row
  /** The row is there already: these of its columns become this. */
  readonly changes?: true
}

/** Every table that a booking and its payment add rows to, in the order of their foreign keys. */
const tables = [
  'contacts', 'sales', 'sale_lines', 'payments', 'ledger_transactions', 'ledger_entries', 'bookings', 'booking_items', 'answers', 'allocations', 'booking_steps', 'reminders', 'audit', 'events',
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

/** What has changed since in the rows of a template, by their ids. */
export function changesSince(db: Db, template: readonly Write[]): Write[] {
  return template.flatMap(({ table, row }) => {
    if (typeof row.id !== 'string') return []
    const now = db.$client.prepare(`SELECT * FROM ${table} WHERE id = ?`).get(row.id) as Row
    const changed = Object.entries(now).filter(([column, value]) => value !== row[column])
    return changed.length > 0 ? [{ table, row: { id: row.id, ...Object.fromEntries(changed) }, changes: true as const }] : []
  })
}

/** Writes the same rows once more, each time as another booking `apartMs` later; the transaction is the caller's. */
export function bareWriter(db: Db, template: readonly Write[], apartMs: (nth: number) => number): () => void {
  const [write] = bareWriters(db, [template], apartMs)
  if (!write) throw new Error('There is nothing to write')
  return write
}

/** The same where a booking is written in several transactions: each of them names and changes rows of those before it. They are called by turns. */
export function bareWriters(db: Db, templates: readonly (readonly Write[])[], apartMs: (nth: number) => number): (() => void)[] {
  // A transaction of the books is sealed after its entries, so its row goes in open.
  const seal = db.$client.prepare('UPDATE ledger_transactions SET sealed_at = at WHERE id = ?')
  let nth = 0
  let fresh = new Map<string, string>()
  return templates.map((template, part) => {
    const statements = template.map((write) => db.$client.prepare(sqlOf(write)))
    const ids = template.flatMap(({ row, changes }) => (typeof row.id === 'string' && !changes ? [row.id] : []))
    return () => {
      if (part === 0) [nth, fresh] = [nth + 1, new Map()]
      const later = apartMs(nth)
      for (const id of ids) fresh.set(id, uuidv7(Date.now()))
      const mark = fresh.values().next().value ?? ''
      for (const [at, { row }] of template.entries()) statements[at]?.run(again(row, fresh, mark, later))
      for (const { table, row } of template) if (table === 'ledger_transactions') seal.run(fresh.get(String(row.id)))
    }
  })
}

function sqlOf({ table, row, changes }: Write): string {
  const columns = Object.keys(row)
  return changes
    ? `UPDATE ${table} SET ${columns.filter((column) => column !== 'id').map((column) => `${column} = @${column}`).join(', ')} WHERE id = @id`
    : `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((column) => `@${column}`).join(', ')})`
}

const unique = new Set(['key', 'reference', 'email', 'email_key', 'checkout_id'])
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
