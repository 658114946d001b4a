const second = 1000
const minute = 60 * second

/** Failures older than this are forgotten, in milliseconds. */
export const forgottenAfter = 24 * 60 * minute

/** The longest delay, in milliseconds: a stranger can make the owner wait, never lock them out for good. */
export const longestDelay = 15 * minute

/** How long (ms) after the nth failure in a row the next try must wait: nothing for four, then half a minute, doubling. */
export function delayAfter(failures: number): number {
  if (failures < 5) return 0
  return Math.min(30 * second * 2 ** (failures - 5), longestDelay)
}
