import { countBusinesses } from '~/core/businesses/index.server'
import { countUsers } from '~/core/identity/index.server'
import type { Db } from '~/platform/database.server'
import { jobRuns, type JobRun } from '~/platform/job-runs.server'
import { failedDeliveries, failedMails } from '~/platform/outbox/index.server'
import { jobState, type JobState } from './model/job-state'

export interface Attention {
  readonly users: number
  readonly businesses: number
  /** Counted up to one page; `more` says that there are others. */
  readonly events: { readonly count: number; readonly more: boolean }
  readonly mails: number
  /** Names of jobs whose last run failed or that are overdue. */
  readonly jobs: readonly string[]
}

/** What an admin should look at now, and how big the house is. */
export function attention(db: Db, now: number): Attention {
  const events = failedDeliveries(db)
  return {
    users: countUsers(db),
    businesses: countBusinesses(db),
    events: { count: events.rows.length, more: events.next !== null },
    mails: failedMails(db).length,
    jobs: jobsWithState(db, now).flatMap(({ job, state }) => (state === 'well' ? [] : [job])),
  }
}

/** Every job's last runs, and how it stands. */
export function jobsWithState(db: Db, now: number): (JobRun & { state: JobState })[] {
  return jobRuns(db).map((run) => ({ ...run, state: jobState(run, now) }))
}
