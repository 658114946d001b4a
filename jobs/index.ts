import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Worker } from 'node:worker_threads'
import Bree from 'bree'
import { second, type Instant } from '~/kernel/time'
import { jobFailed, registerJobChecks } from '~/platform/job-runs.server'
import type { NodeRole } from '~/platform/litefs.server'
import { log } from '~/platform/log.server'
import { registerOutboxChecks } from '~/platform/outbox/index.server'
import askForReviews from './ask-for-reviews'
import chaseBalances from './chase-balances'
import completeBookings from './complete-bookings'
import completeSessions from './complete-sessions'
import decideSessions from './decide-sessions'
import expireAnswers from './expire-answers'
import expireHolds from './expire-holds'
import extendFreeDays from './extend-free-days'
import extendSeries from './extend-series'
import fetchChannels from './fetch-channels'
import fetchStripeEvents from './fetch-stripe-events'
import type { Job } from './job'
import outbox from './outbox'
import purgeMailBodies from './purge-mail-bodies'
import sendReminders from './send-reminders'
import sweepAccounts from './sweep-accounts'
import sweepBlobs from './sweep-blobs'
import waitingListOffers from './waiting-list-offers'

/** The time-table. */
const jobs: readonly Job[] = [outbox, sendReminders, askForReviews, chaseBalances, expireHolds, expireAnswers, completeBookings, decideSessions, completeSessions, extendSeries, extendFreeDays, waitingListOffers, fetchStripeEvents, fetchChannels, sweepAccounts, sweepBlobs, purgeMailBodies]

interface JobsOptions {
  readonly now: () => Instant
  readonly role: () => NodeRole
  /** Where the bundles of the jobs lie; read from where the process was started. */
  readonly folder?: string
  readonly timetable?: readonly Job[]
}

let running: Bree | undefined

/** Starts the jobs, each in workers of its own, and adds them to /readyz. Does nothing on a node that is not the primary. */
export async function startJobs({ now, role, folder = join('build', 'jobs'), timetable = jobs }: JobsOptions): Promise<void> {
  if (running || role() !== 'primary') return
  const bree = new Bree({
    root: false,
    doRootCheck: false,
    logger: false,
    // A job that eats memory dies alone.
    worker: { resourceLimits: { maxOldGenerationSizeMb: 192 } },
    jobs: timetable.map((job, place) => ({ name: job.file, path: join(process.cwd(), folder, `${job.file}.js`), interval: job.every, timeout: firstRun(job, place) })),
    errorHandler: noteCrash(timetable, now),
  })
  running = bree
  registerJobChecks(timetable, now(), now)
  registerOutboxChecks(now)
  try {
    await bree.start()
  } catch (error) {
    // Nothing runs, so there is nothing to stop; /readyz turns red as the jobs become overdue.
    running = undefined
    throw error
  }
}

/** Tells every job to end and waits; whoever has not ended after so many milliseconds is ended. Calling it twice does no harm. */
export async function stopJobs(timeoutMs = 3 * second): Promise<void> {
  const bree = running
  running = undefined
  if (!bree) return
  const late = new AbortController()
  await Promise.race([bree.stop(), pause(timeoutMs, undefined, { signal: late.signal }).catch(() => undefined)])
  late.abort()
  // bree.stop() waits for ever for a worker that does not answer.
  await Promise.all([...bree.workers.values()].map((worker) => worker.terminate()))
}

// The outbox at once, the others one after the other: eight threads that load at one moment would delay the first page.
function firstRun(job: Job, place: number): number {
  return job.rest === null ? Math.min(job.every, (place + 1) * 2 * second) : 0
}

// Bree may call this twice for one crash, with the error and then with the code of the exit: the first says more.
function noteCrash(timetable: readonly Job[], now: () => Instant) {
  const noted = new WeakSet<Worker>()
  return (error: unknown, { name }: { name: string }): void => {
    const job = timetable.find(({ file }) => file === name)
    const worker = running?.workers.get(name)
    if (!job || !worker || noted.has(worker)) return
    noted.add(worker)
    log.error({ err: error, job: job.name }, 'job crashed')
    try {
      jobFailed(job, now(), error instanceof Error ? error.message : String(error))
    } catch (again) {
      log.error({ err: again, job: job.name }, 'the crash could not be noted')
    }
  }
}
