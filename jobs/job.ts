import type { Instant } from '~/kernel/time'
import type { ExpectedJob } from '~/platform/job-runs.server'

/** What a run is given. */
export interface Moment {
  readonly now: Instant
}

/** One run, or one round; it answers how much it did, so that a job that runs on and on rests only where there was nothing. */
export type Run = (moment: Moment) => number | Promise<number>

export interface Job extends ExpectedJob {
  /** Its file in `jobs/`, which is its name with dashes: "expire holds" is `expire-holds`. */
  readonly file: string
  /** Milliseconds from one start to the next; for a job that runs on and on, from a crash to its next start. */
  readonly every: number
  /** Milliseconds of rest between two rounds of a job that runs on and on; null for one that runs once and ends. */
  readonly rest: number | null
  /** Several of them go on side by side. */
  readonly runs: readonly Run[]
}
