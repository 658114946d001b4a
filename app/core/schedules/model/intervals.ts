import type { Instant, Interval } from '~/kernel/time'

/**
 * Lists of half-open intervals. Unless told otherwise a list is in order and disjoint (its intervals may touch), and so is
 * the answer; every operation takes linear time.
 */

/** Any list made tidy: in order, what overlaps or touches made one, what is empty left out. Linear when it is in order already. */
export function merge(list: readonly Interval[]): Interval[] {
  const merged: Interval[] = []
  let open: { start: Instant; end: Instant } | undefined
  for (const { start, end } of inOrder(list)) {
    if (end <= start) continue
    if (open && start <= open.end) {
      if (end > open.end) open.end = end
    } else {
      open = { start, end }
      merged.push(open)
    }
  }
  return merged
}

/** What lies in one list or the other, merged. */
export function union(a: readonly Interval[], b: readonly Interval[]): Interval[] {
  const both: Interval[] = []
  let [i, j] = [0, 0]
  for (;;) {
    const left = a[i]
    const right = b[j]
    if (!left && !right) return merge(both)
    if (left && (!right || left.start <= right.start)) {
      both.push(left)
      i += 1
    } else if (right) {
      both.push(right)
      j += 1
    }
  }
}

/** What lies in both lists. Where intervals of a list touch, so do those of the answer: openings stay apart. */
export function intersect(a: readonly Interval[], b: readonly Interval[]): Interval[] {
  const shared: Interval[] = []
  let [i, j] = [0, 0]
  for (let left = a[i], right = b[j]; left && right; left = a[i], right = b[j]) {
    const start = Math.max(left.start, right.start)
    const end = Math.min(left.end, right.end)
    if (start < end) shared.push({ start, end })
    if (left.end <= right.end) i += 1
    else j += 1
  }
  return shared
}

/** What lies in the first list and not in the second. */
export function subtract(a: readonly Interval[], b: readonly Interval[]): Interval[] {
  const rest: Interval[] = []
  let j = 0
  for (const { start, end } of a) {
    let from = start
    while (j < b.length && (b[j]?.end ?? 0) <= start) j += 1
    for (let k = j, gap = b[k]; gap && gap.start < end; k += 1, gap = b[k]) {
      if (gap.start > from) rest.push({ start: from, end: gap.start })
      from = Math.max(from, gap.end)
      // The last gap may reach into the next interval of a, so it is met again there.
      if (gap.end <= end) j = k + 1
    }
    if (from < end) rest.push({ start: from, end })
  }
  return rest
}

/** Whether the whole interval lies in the list, which must be merged. An empty interval lies where its start does. */
export function contains(merged: readonly Interval[], interval: Interval): boolean {
  return merged.some((one) => one.start <= interval.start && interval.end <= one.end && interval.start < one.end)
}

/** Whether the two share an instant. Those that only touch share none, and an empty one shares none with any. */
export function overlap(a: Interval, b: Interval): boolean {
  return Math.max(a.start, b.start) < Math.min(a.end, b.end)
}

function inOrder(list: readonly Interval[]): readonly Interval[] {
  let last = -Infinity
  for (const { start } of list) {
    if (start < last) return [...list].sort((a, b) => a.start - b.start)
    last = start
  }
  return list
}
