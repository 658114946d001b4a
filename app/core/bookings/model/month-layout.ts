/** Something that lasts for days: from one day of a sheet to another, both included, counted from 0. */
export interface DaySpan<Key = string> {
  readonly key: Key
  readonly first: number
  readonly last: number
}

/** A bar in one row of seven days; what runs on into the next row has another bar there. */
export interface LaidBar<Key = string> {
  readonly key: Key
  readonly week: number
  /** Columns of the row, counted from 0, both included. */
  readonly first: number
  readonly last: number
  readonly lane: number
  /** It began in an earlier row, or goes on in a later one. */
  readonly fromBefore: boolean
  readonly goesOn: boolean
}

export interface LaidDays<Key = string> {
  readonly bars: readonly LaidBar<Key>[]
  /** For each day: how many lanes reach down to its lowest bar. */
  readonly lanes: readonly number[]
  /** For each day: how many found no lane. */
  readonly hidden: readonly number[]
}

const daysInRow = 7

/** Gives what lasts for days its lanes, row by row: what begins first and lasts longest comes first, and what finds none of `mostLanes` free is counted. */
export function layBars<Key>(spans: readonly DaySpan<Key>[], days: number, mostLanes: number): LaidDays<Key> {
  const lanes = Array.from({ length: days }, () => 0)
  const hidden = Array.from({ length: days }, () => 0)
  const inOrder = spans.filter(({ first, last }) => last >= 0 && first < days).sort((a, b) => a.first - b.first || b.last - a.last)
  // For each lane of each row, a bit for each day that is taken.
  const taken = Array.from({ length: Math.ceil(days / daysInRow) }, () => Array.from({ length: mostLanes }, () => 0))
  const bars = inOrder.flatMap((span) => rowsOf(span, days).flatMap((bar) => {
    const wanted = bitsOf(bar)
    const row = taken[bar.week] ?? []
    const lane = row.findIndex((bits) => (bits & wanted) === 0)
    for (let day = bar.week * daysInRow + bar.first; day <= bar.week * daysInRow + bar.last; day += 1) {
      if (lane < 0) hidden[day] = (hidden[day] ?? 0) + 1
      else lanes[day] = Math.max(lanes[day] ?? 0, lane + 1)
    }
    if (lane < 0) return []
    row[lane] = (row[lane] ?? 0) | wanted
    return [{ ...bar, lane }]
  }))
  return { bars, lanes, hidden }
}

function rowsOf<Key>({ key, first, last }: DaySpan<Key>, days: number): Omit<LaidBar<Key>, 'lane'>[] {
  const [from, to] = [Math.max(0, first), Math.min(days - 1, last)]
  const rows: Omit<LaidBar<Key>, 'lane'>[] = []
  for (let week = Math.floor(from / daysInRow); week * daysInRow <= to; week += 1) {
    const [start, end] = [week * daysInRow, week * daysInRow + daysInRow - 1]
    rows.push({ key, week, first: Math.max(from, start) - start, last: Math.min(to, end) - start, fromBefore: first < Math.max(from, start), goesOn: last > Math.min(to, end) })
  }
  return rows
}

function bitsOf({ first, last }: { readonly first: number; readonly last: number }): number {
  return ((1 << (last - first + 1)) - 1) << first
}
