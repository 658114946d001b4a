const minute = 60_000
const hour = 60 * minute

/** How long a calendar that failed so many times in a row is left alone: 15 minutes, twice as long each time, 6 hours at most. */
export function afterFailure(failures: number): number {
  return Math.min(6 * hour, 15 * minute * 2 ** Math.min(failures - 1, 10))
}

/** Whether it has been failing for so long that somebody should look. */
export function isFailingLong(since: number, now: number): boolean {
  return now - since >= 24 * hour
}
