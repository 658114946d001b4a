/** One row of the table: a figure beside its reference of the same run. */
export interface Measured {
  readonly name: string
  readonly figure: string
  readonly reference: string
  readonly ratio: number | null
  readonly aim: string
  readonly met: boolean
}

export interface Pair {
  readonly figure: number
  readonly reference: number
  /** The median of the rounds' ratios: a machine that slows for a second slows both. */
  readonly ratio: number
}

/** Runs both by turns, so that whatever else the machine does falls on both; the order changes with each round. */
export async function byTurns(rounds: number, figure: () => number | Promise<number>, reference: () => number | Promise<number>): Promise<Pair> {
  const seen: Pair[] = []
  for (let round = 0; round < rounds; round += 1) {
    const both = { figure: 0, reference: 0 }
    for (const which of round % 2 === 0 ? (['figure', 'reference'] as const) : (['reference', 'figure'] as const)) {
      both[which] = await (which === 'figure' ? figure() : reference())
    }
    seen.push({ ...both, ratio: both.figure / both.reference })
  }
  return {
    figure: median(seen.map((pair) => pair.figure)),
    reference: median(seen.map((pair) => pair.reference)),
    ratio: median(seen.map((pair) => pair.ratio)),
  }
}

export function median(figures: readonly number[]): number {
  const sorted = figures.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

/** How often per second `act` runs, `count` times in a row. */
export function perSecond(count: number, act: () => void): number {
  const start = performance.now()
  for (let done = 0; done < count; done += 1) act()
  return (count * 1000) / (performance.now() - start)
}
