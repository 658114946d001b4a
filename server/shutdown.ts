import type { Server } from 'node:http'
import { registerCheck } from '~/platform/health.server'
import type { Logger } from '~/platform/log.server'

/** Something that must end before the process does: jobs, then the outbox's worker, then the database. */
export interface Closer {
  readonly name: string
  readonly close: () => void | Promise<void>
}

interface ShutdownOptions {
  readonly server: Server
  readonly closers: readonly Closer[]
  readonly log: Logger
  /** Ends the process with a code. */
  readonly exit: (code: number) => void
  /** Requests still unanswered after this many ms are cut off; the rest of `forceAfter` is for the closers. */
  readonly drainFor?: number
  /** After this many ms the process ends whatever is left. */
  readonly forceAfter?: number
}

/**
 * Makes the function that a signal calls: takes no new connection, lets requests end, runs the closers one after the
 * other, and exits. Called again, it exits at once.
 */
export function createShutdown({ server, closers, log, exit, drainFor = 6_000, forceAfter = 10_000 }: ShutdownOptions): (signal: string) => Promise<void> {
  let stopping = false
  registerCheck({ name: 'server', check: () => (stopping ? { ok: false, detail: 'stopping' } : { ok: true, detail: 'serving' }) })
  return async (signal) => {
    if (stopping) return exit(1)
    stopping = true
    log.info({ signal }, 'stopping')
    const force = setTimeout(() => {
      log.error({ after: forceAfter }, 'stopped by force')
      exit(1)
    }, forceAfter)
    force.unref()
    await drain(server, drainFor)
    const clean = await closeAll(closers, log)
    clearTimeout(force)
    log.info('stopped')
    exit(clean ? 0 : 1)
  }
}

/** Listens for the signals of supervisors and keyboards. */
export function shutDownOnSignals(shutDown: (signal: string) => Promise<void>): void {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void shutDown(signal))
}

function drain(server: Server, drainFor: number): Promise<void> {
  return new Promise((resolve) => {
    // A connection becomes idle when its answer has gone; browsers would keep it open.
    const idle = setInterval(() => server.closeIdleConnections(), 50)
    const cut = setTimeout(() => server.closeAllConnections(), drainFor)
    server.close(() => {
      clearInterval(idle)
      clearTimeout(cut)
      resolve()
    })
  })
}

async function closeAll(closers: readonly Closer[], log: Logger): Promise<boolean> {
  let clean = true
  for (const { name, close } of closers) {
    try {
      await close()
    } catch (error) {
      clean = false
      log.error({ err: error, name }, 'did not close')
    }
  }
  return clean
}
