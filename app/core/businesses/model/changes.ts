/**
 * What an audit row says of a change: the names of all fields that differ, and the values of those that may be shown (never personal
 * ones). Null where nothing differs.
 */
export function changesBetween<Row extends object>(before: Row, after: Partial<Row>, shown: readonly (keyof Row)[]): Record<string, unknown> | null {
  const names = (Object.keys(after) as (keyof Row)[]).filter((name) => after[name] !== undefined && after[name] !== before[name])
  if (names.length === 0) return null
  const to = Object.fromEntries(names.filter((name) => shown.includes(name)).map((name) => [name, after[name]]))
  return { changed: names, ...(Object.keys(to).length > 0 ? { to } : {}) }
}
