import { isMainThread, workerData } from 'node:worker_threads'
import { day, hour, minute, second } from '~/kernel/time'
import type { Job, Run } from './job'

/**
 * A job: `every('1 minute', 'expire holds', ({ now }) => expireHolds({ now, atMost: 200 }))`. In the server it is a line of the
 * time-table; in a worker started for it, it runs. What it calls takes a small batch and may run twice without harm.
 */
export function every(interval: string, name: string, run: Run): Job {
  const ms = duration(interval)
  return started({ name, file: fileOf(name), every: ms, rest: null, overdueAfter: 2 * ms + minute, runs: [run] })
}

/** A job that loops inside one worker, since a worker per second would be dear. Each of its runs goes round by itself, with a rest where there is nothing to do. */
export function constantly(rest: string, name: string, ...runs: readonly Run[]): Job {
  return started({ name, file: fileOf(name), every: second, rest: duration(rest), overdueAfter: minute, runs })
}

// Where this thread was started for this job it runs: Bree hands the job that it starts to its worker.
function started(job: Job): Job {
  const own = workerData as { readonly job?: { readonly name?: string } } | null
  if (!isMainThread && own?.job?.name === job.file) void import('./run-job').then(({ runJob }) => runJob(job))
  return job
}

function fileOf(name: string): string {
  return name.replaceAll(' ', '-')
}

const units: Readonly<Record<string, number>> = { ms: 1, second, minute, hour, day }

/** "200 ms", "1 minute", "5 minutes" in milliseconds. Throws for anything else. */
export function duration(text: string): number {
  const [count, unit = ''] = text.split(' ')
  const ms = Number(count) * (units[unit === 'ms' ? unit : unit.replace(/s$/, '')] ?? Number.NaN)
  if (!Number.isSafeInteger(ms) || ms <= 0) throw new Error(`Not an interval: ${text}`)
  return ms
}
