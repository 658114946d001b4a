/** What a button beside the questions of an editor asks for. */
export type RowsAct = { readonly kind: 'add' } | { readonly kind: 'remove' | 'up' | 'down'; readonly at: number }

/** Reads the value of a pressed button ("add", "up-2"); null where none of them was pressed. */
export function readRowsAct(value: unknown): RowsAct | null {
  if (value === 'add') return { kind: 'add' }
  const match = typeof value === 'string' ? /^(remove|up|down)-(\d{1,3})$/.exec(value) : null
  return match ? { kind: match[1] as 'remove' | 'up' | 'down', at: Number(match[2]) } : null
}

export function rowsAct(kind: 'remove' | 'up' | 'down', at: number): string {
  return `${kind}-${at}`
}

/** The rows after the act; what cannot be done leaves them as they are. */
export function actOnRows<Row>(rows: readonly Row[], act: RowsAct, fresh: Row): Row[] {
  if (act.kind === 'add') return [...rows, fresh]
  const row = rows[act.at]
  if (row === undefined) return [...rows]
  const others = rows.filter((_, at) => at !== act.at)
  if (act.kind === 'remove') return others
  return others.toSpliced(Math.max(0, act.at + (act.kind === 'up' ? -1 : 1)), 0, row)
}
