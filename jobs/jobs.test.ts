import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { minute } from '~/kernel/time'
import { closeDatabase, openDatabase, read, transact } from '~/platform/database.server'
import { forgetEnv } from '~/platform/env.server'
import { forgetHealth, readiness } from '~/platform/health.server'
import { jobFailed, jobFinished, jobRuns, jobStarted, registerJobChecks } from '~/platform/job-runs.server'
import { registrationRepeated } from '~/core/identity/events'
import { announce } from '~/platform/outbox/announce.server'
import { freshFile } from '#db/testing'
import { programs } from '../scripts/build.mjs'
import { person } from '../tests/world/identity'
import goDeaf from '../tests/world/jobs/go-deaf'
import stumble from '../tests/world/jobs/stumble'
import { contextAt, rows } from '../tests/world/world'
import { constantly, duration, every } from './every'
import { startJobs, stopJobs } from './index'

const folder = join('tests', '.artifacts', `jobs-${process.pid}`)
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const now = () => Date.now()
const primary = { now, role: () => 'primary' as const, folder }

beforeAll(async () => {
  const jobs = programs()[0]!
  const fixtures = ['stumble', 'go-deaf'].map((name) => here(`../tests/world/jobs/${name}.ts`))
  for (const entryPoints of [jobs.entryPoints, fixtures]) await build({ ...jobs, entryPoints, outdir: folder, sourcemap: false } as Parameters<typeof build>[0])
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

beforeEach(() => {
  const path = freshFile()
  vi.stubEnv('DATABASE_PATH', path)
  vi.stubEnv('LOG_LEVEL', 'silent')
  forgetEnv()
  openDatabase(path)
})
afterEach(async () => {
  await stopJobs(0)
  closeDatabase()
  forgetHealth()
  vi.unstubAllEnvs()
  forgetEnv()
})

test('a job says its interval, its name and what it calls; its file is its name with dashes', () => {
  const job = every('5 minutes', 'expire holds', () => 0)
  expect(job).toMatchObject({ name: 'expire holds', file: 'expire-holds', every: 5 * minute, rest: null })
  expect(constantly('200 ms', 'outbox', () => 0)).toMatchObject({ file: 'outbox', rest: 200 })
  expect(['1 second', '2 hours', '1 day'].map(duration)).toEqual([1000, 7_200_000, 86_400_000])
  expect(() => duration('soon')).toThrow('Not an interval: soon')
})

test('the time-table starts with the server, an event is told within a second of its commit, and the end comes quickly', async () => {
  const { id } = person()
  await startJobs(primary)
  await until(() => runOf('outbox')?.finishedAt != null)

  const waits: number[] = []
  for (let told = 1; told <= 3; told += 1) {
    transact((db) => announce(db, contextAt(now()), registrationRepeated, { subject: id, payload: { userId: id } }))
    const announced = Date.now()
    await until(() => rows("SELECT 1 FROM mails WHERE template = 'already-registered'").length === told)
    waits.push(Date.now() - announced)
  }
  // The quickest of three: the machine may be busy with other tests.
  expect(Math.min(...waits)).toBeLessThan(1000)

  const asked = Date.now()
  await stopJobs()
  // Ended by themselves, not by the limit of three seconds.
  expect(Date.now() - asked).toBeLessThan(2500)
})

test('a worker that dies takes nobody with it: the next interval starts it again, and each end is noted', async () => {
  await startJobs({ ...primary, timetable: [stumble] })
  await until(() => runOf('stumble')?.failedAt != null)
  expect(runOf('stumble')?.error).toMatch(/exited with code 7/)
  await until(() => runOf('stumble')?.error === 'Error: lost its footing')
  await until(() => runOf('stumble')?.finishedAt != null)
  expect(runOf('stumble')).toMatchObject({ error: null, startedAt: expect.any(Number) })
})

test('a worker that hears nothing is ended when its time is up', async () => {
  await startJobs({ ...primary, timetable: [goDeaf] })
  await until(() => runOf('go deaf')?.startedAt != null)
  const asked = Date.now()
  await stopJobs(300)
  expect(Date.now() - asked).toBeGreaterThanOrEqual(290)
  expect(Date.now() - asked).toBeLessThan(2500)
})

test('only the primary runs jobs', async () => {
  await startJobs({ ...primary, role: () => 'replica', timetable: [stumble] })
  await new Promise((resolve) => setTimeout(resolve, 600))
  expect(read(jobRuns)).toEqual([])
  expect(readiness().checks).toEqual([])
})

test('/readyz turns red when a job has not ended well for too long, and names it', () => {
  const jobs = [
    { name: 'outbox', overdueAfter: minute },
    { name: 'expire holds', overdueAfter: 3 * minute },
  ]
  let at = 1_000_000
  registerJobChecks(jobs, at, () => at)
  const check = () => readiness().checks.find(({ name }) => name === 'jobs')
  expect(check()).toEqual({ name: 'jobs', ok: true, detail: 'every job runs' })
  at += 2 * minute
  expect(check()).toEqual({ name: 'jobs', ok: false, detail: 'outbox is overdue by 60 s' })
  jobStarted(jobs[0]!, at)
  jobFailed(jobs[0]!, at, 'no')
  expect(check()?.ok).toBe(false)
  jobFinished(jobs[0]!, at)
  expect(check()?.ok).toBe(true)
  expect(read(jobRuns)).toMatchObject([{ job: 'outbox', everyMs: minute, failedAt: at, finishedAt: at, error: null }])
})

function runOf(job: string) {
  return read(jobRuns).find((run) => run.job === job)
}

async function until(isSo: () => boolean): Promise<void> {
  const deadline = Date.now() + 20_000
  while (!isSo()) {
    if (Date.now() > deadline) throw new Error('It did not come about in time')
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
