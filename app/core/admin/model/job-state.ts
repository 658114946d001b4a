interface Run {
  readonly startedAt: number | null
  readonly finishedAt: number | null
  readonly failedAt: number | null
  /** How long (ms) after its last good run a job is overdue. */
  readonly everyMs: number
}

export type JobState = 'well' | 'failed' | 'overdue'

/** How a job stands: its last run failed, it has not ended well for too long, or all is well. */
export function jobState({ startedAt, finishedAt, failedAt, everyMs }: Run, now: number): JobState {
  if (failedAt !== null && failedAt > (finishedAt ?? 0)) return 'failed'
  return now - (finishedAt ?? startedAt ?? now) > everyMs ? 'overdue' : 'well'
}
