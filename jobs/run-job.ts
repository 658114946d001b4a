import { setTimeout as pause } from 'node:timers/promises'
import { parentPort } from 'node:worker_threads'
import { second } from '~/kernel/time'
import { closeBlobs, openBlobs } from '~/platform/blobs.server'
import { now } from '~/platform/clock.server'
import { closeDatabase, openDatabase } from '~/platform/database.server'
import { env } from '~/platform/env.server'
import { jobFailed, jobFinished, jobStarted } from '~/platform/job-runs.server'
import { log, startLogging } from '~/platform/log.server'
import { installModules } from '~/registry.server'
import type { Job, Run } from './job'

/** Runs a job in this worker, from its start to its end; one that runs on and on ends when it is told to. */
export async function runJob(job: Job): Promise<void> {
  const cancel = listenForCancel()
  startLogging(env().LOG_LEVEL)
  openDatabase()
  openBlobs()
  installModules()
  jobStarted(job, now())
  const { rest } = job
  await Promise.all(job.runs.map((run) => (rest === null ? runOnce(job, run) : runOn(job, run, rest, cancel.signal))))
  closeBlobs()
  closeDatabase()
  cancel.leave()
}

async function runOnce(job: Job, run: Run): Promise<void> {
  try {
    await run({ now: now() })
    jobFinished(job, now())
  } catch (error) {
    fail(job, error)
  }
}

// Often enough for a limit of a minute, and not a write for each round.
const beat = 10 * second

async function runOn(job: Job, run: Run, rest: number, cancelled: AbortSignal): Promise<void> {
  let beatenAt = 0
  while (!cancelled.aborted) {
    let wait = rest
    try {
      // Even a busy round lets messages in.
      if ((await run({ now: now() })) > 0) wait = 1
      if (now() - beatenAt >= beat) jobFinished(job, (beatenAt = now()))
    } catch (error) {
      fail(job, error)
      wait = second
    }
    await pause(wait, undefined, { signal: cancelled }).catch(() => undefined)
  }
}

function fail(job: Job, error: unknown): void {
  log.error({ err: error, job: job.name }, 'job failed')
  try {
    jobFailed(job, now(), error instanceof Error ? `${error.name}: ${error.message}` : String(error))
  } catch (again) {
    log.error({ err: again, job: job.name }, 'the failure could not be noted')
  }
}

/**
 * Bree reads the first message after its 'cancel' alone, and takes 'cancelled' for leave to end the thread: so nothing else is ever
 * posted, and that only when the work is done.
 */
function listenForCancel(): { signal: AbortSignal; leave: () => void } {
  const controller = new AbortController()
  parentPort?.on('message', (message) => {
    if (message === 'cancel') controller.abort()
  })
  // A run that ends by itself ends its thread: the port must not hold it.
  parentPort?.unref()
  return {
    signal: controller.signal,
    leave: () => {
      if (controller.signal.aborted) parentPort?.postMessage('cancelled')
      parentPort?.close()
    },
  }
}
