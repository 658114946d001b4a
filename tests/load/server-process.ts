import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from '../free-port'
import { root } from './files'

export interface ServerWanted {
  readonly database: string
  /** The folder that holds `build/`; the project's own unless told. */
  readonly house?: string
  /** Without jobs nothing runs but requests, and nothing is written but what they write. */
  readonly jobs?: boolean
  readonly env?: Readonly<Record<string, string>>
  /** Where it listens; a port that is free unless told. */
  readonly port?: number
}

export interface RunningServer {
  readonly url: string
  readonly port: number
  /** Milliseconds from the start of the process to its first answer. */
  readonly startedIn: number
  /** Resident memory in bytes. */
  memory(): number
  /** Milliseconds that it has worked so far, whoever else the machine worked for meanwhile. */
  worked(): number
  /** Ends it as a deployment does. */
  stop(): Promise<void>
  /** kill -9. */
  kill(): Promise<void>
}

/** Starts a built server on a file and waits for its first answer. Whoever starts it ends it. */
export async function startServer({ database, house = root, jobs = false, env = {}, port }: ServerWanted): Promise<RunningServer> {
  const folder = jobs ? house : folderWithoutJobs(house)
  const free = port ?? (await freePort())
  const url = `http://127.0.0.1:${free}`
  const started = performance.now()
  const server = spawn(process.execPath, [join(house, 'build', 'server', 'index.js')], {
    cwd: folder,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      NODE_ENV: 'production',
      GUILDHALL_MODE: 'test',
      RATE_LIMIT_FACTOR: '1000000',
      LOG_LEVEL: jobs ? 'fatal' : 'silent',
      DATABASE_PATH: database,
      APP_URL: url,
      PORT: String(free),
      ...env,
    },
  })
  await answers(server, url)
  const startedIn = performance.now() - started
  const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
    await ended(server, signal)
    if (!jobs) rmSync(folder, { recursive: true, force: true })
  }
  return { url, port: free, startedIn, memory: () => memoryOf(server.pid), worked: () => workedBy(server.pid), stop: () => end('SIGTERM'), kill: () => end('SIGKILL') }
}

// The jobs are looked for below the folder that the server starts in: here are none, but the migrations that it checks are.
function folderWithoutJobs(house: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'guildhall-server-'))
  symlinkSync(join(house, 'db'), join(folder, 'db'))
  return folder
}

async function answers(server: ChildProcess, url: string): Promise<void> {
  for (const late = performance.now() + 20_000; performance.now() < late; await pause(10)) {
    if (server.exitCode !== null) throw new Error(`The server ended with ${server.exitCode} before it answered`)
    if (await isAlive(`${url}/healthz`)) return
  }
  server.kill('SIGKILL')
  throw new Error('The server did not answer within 20 seconds')
}

function isAlive(url: string): Promise<boolean> {
  return new Promise((resolve) => {
    const asked = get(url, (answer) => {
      answer.resume()
      resolve(answer.statusCode === 200)
    })
    asked.once('error', () => resolve(false))
  })
}

async function ended(server: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return
  const gone = new Promise((resolve) => server.once('exit', resolve))
  server.kill(signal)
  const late = setTimeout(() => server.kill('SIGKILL'), 12_000)
  await gone
  clearTimeout(late)
}

// From /proc, as the machines that it is deployed on have it.
function memoryOf(pid: number | undefined): number {
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Number(kilobytes) * 1024
}

// User and system time in hundredths of a second, the 14th and 15th of its figures; its name, in brackets, may hold blanks.
function workedBy(pid: number | undefined): number {
  const figures = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(figures[11]) + Number(figures[12])) * 10
}
