/** Something with a beginning and an end, half-open, in any one unit. */
export interface Span {
  readonly id: string
  readonly from: number
  readonly to: number
}

export interface Lane {
  /** Counted from 0. */
  readonly lane: number
  /** How many lanes stand beside each other where this one stands. */
  readonly of: number
}

export interface Crowd {
  readonly from: number
  readonly to: number
  readonly ids: readonly string[]
}

/** Gives what overlaps different lanes: entries that are linked by overlaps share the width, all others have it whole. */
export function lanesOf(spans: readonly Span[]): Map<string, Lane> {
  const lanes = new Map<string, Lane>()
  for (const cluster of clustersOf(spans)) {
    const ends: number[] = []
    const placed = cluster.map((span) => {
      const free = ends.findIndex((end) => end <= span.from)
      const lane = free === -1 ? ends.length : free
      ends[lane] = span.to
      return { id: span.id, lane }
    })
    for (const { id, lane } of placed) lanes.set(id, { lane, of: ends.length })
  }
  return lanes
}

/**
 * Takes out every entry that somewhere stands among `atOnce` or more at the same time, gathered into stretches.
 * What is left never has more than `atOnce - 1` beside each other, the stretches counted as one each.
 */
export function crowdsOf(spans: readonly Span[], atOnce: number): Crowd[] {
  const crowded = spans.filter((span) => peakWithin(span, spans) >= atOnce)
  return clustersOf(crowded).map((cluster) => ({
    from: Math.min(...cluster.map((span) => span.from)),
    to: Math.max(...cluster.map((span) => span.to)),
    ids: cluster.map((span) => span.id),
  }))
}

/** The most entries at one instant of `span`. Counts only go up where an entry begins, so beginnings are enough. */
function peakWithin(span: Span, spans: readonly Span[]): number {
  const beside = spans.filter((other) => other.from < span.to && other.to > span.from)
  const instants = [span.from, ...beside.map((other) => other.from).filter((from) => from > span.from)]
  return Math.max(...instants.map((at) => beside.filter((other) => other.from <= at && at < other.to).length))
}

/** Entries in order of time, cut wherever nothing runs on. */
function clustersOf(spans: readonly Span[]): Span[][] {
  const inOrder = [...spans].sort((a, b) => a.from - b.from || b.to - a.to)
  const clusters: Span[][] = []
  let end = -Infinity
  for (const span of inOrder) {
    const current = clusters.at(-1)
    if (current && span.from < end) current.push(span)
    else clusters.push([span])
    end = Math.max(end, span.to)
  }
  return clusters
}
