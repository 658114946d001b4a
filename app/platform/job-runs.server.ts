import { asc, sql } from 'drizzle-orm'
import { second, type Instant } from '~/kernel/time'
import { jobRuns as runs } from '#db/schema/platform'
import { prepared, read, transact, type Db } from './database.server'
import { registerCheck, registerGauge, type Health } from './health.server'

export type JobRun = typeof runs.$inferSelect

export interface ExpectedJob {
  readonly name: string
  /** How long after its last good run it is overdue, in milliseconds. */
  readonly overdueAfter: number
}

/** The last runs of each job, by name, for /readyz and the admin. */
export function jobRuns(db: Db): JobRun[] {
  return allRuns(db).all()
}

/** Notes that a run began. */
export function jobStarted(job: ExpectedJob, now: Instant): void {
  transact((db) => void noteStart(db).run({ job: job.name, everyMs: job.overdueAfter, now }))
}

/** Notes that a run ended well; a job that runs on and on says so now and then. */
export function jobFinished(job: ExpectedJob, now: Instant): void {
  transact((db) => void noteEnd(db).run({ job: job.name, everyMs: job.overdueAfter, now }))
}

/** Notes that a run failed, and how. */
export function jobFailed(job: ExpectedJob, now: Instant, why: string): void {
  transact((db) => void noteFailure(db).run({ job: job.name, everyMs: job.overdueAfter, now, error: why.slice(0, 500) }))
}

/** Adds to /readyz and /metrics whether each of these jobs ran lately; `since` is when they were started. */
export function registerJobChecks(jobs: readonly ExpectedJob[], since: Instant, now: () => Instant): void {
  const late = () => lateness(read(jobRuns), jobs, since, now())
  registerCheck({ name: 'jobs', check: () => checkJobs(late()) })
  registerGauge('guildhall_oldest_job_seconds', 'How long the most overdue job is past its limit.', () => Math.max(0, ...late().map(({ ms }) => ms)) / second)
}

interface Lateness {
  readonly name: string
  /** Past its limit by so many milliseconds; negative while it has time. */
  readonly ms: number
}

function lateness(found: readonly JobRun[], jobs: readonly ExpectedJob[], since: Instant, now: Instant): Lateness[] {
  const finished = new Map(found.map((run) => [run.job, run.finishedAt ?? 0]))
  return jobs.map(({ name, overdueAfter }) => ({ name, ms: now - Math.max(finished.get(name) ?? 0, since) - overdueAfter }))
}

function checkJobs(late: readonly Lateness[]): Health {
  const overdue = late.filter(({ ms }) => ms > 0).sort((a, b) => b.ms - a.ms)
  const detail = overdue.map(({ name, ms }) => `${name} is overdue by ${Math.round(ms / second)} s`).join(', ')
  return { ok: overdue.length === 0, detail: detail || 'every job runs' }
}

const allRuns = prepared((db: Db) => db.select().from(runs).orderBy(asc(runs.job)).prepare())

const values = { job: sql.placeholder('job'), everyMs: sql.placeholder('everyMs') }
const given = (name: string) => sql`${sql.placeholder(name)}`

const noteStart = prepared((db: Db) =>
  db
    .insert(runs)
    .values({ ...values, startedAt: sql.placeholder('now') })
    .onConflictDoUpdate({ target: runs.job, set: { startedAt: given('now'), everyMs: given('everyMs') } })
    .prepare(),
)

const noteEnd = prepared((db: Db) =>
  db
    .insert(runs)
    .values({ ...values, finishedAt: sql.placeholder('now') })
    .onConflictDoUpdate({ target: runs.job, set: { finishedAt: given('now'), error: null } })
    .prepare(),
)

const noteFailure = prepared((db: Db) =>
  db
    .insert(runs)
    .values({ ...values, failedAt: sql.placeholder('now'), error: sql.placeholder('error') })
    .onConflictDoUpdate({ target: runs.job, set: { failedAt: given('now'), error: given('error') } })
    .prepare(),
)
