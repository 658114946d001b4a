import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Instant } from '~/kernel/time'
import { env } from './env.server'

let clock: (() => Instant) | undefined

/** The present instant, in milliseconds since 1970 UTC; `GUILDHALL_NOW` moves it for every process on the same database. */
export function now(): Instant {
  clock ??= env().GUILDHALL_NOW === undefined ? () => Date.now() : clockFrom(env().GUILDHALL_NOW, env().DATABASE_PATH)
  return clock()
}

/**
 * A clock that began at `start` when the first process on this database asked for one, and has run on since.
 * Its offset to real time (ms) is kept in `<database>.clock`; whoever comes later reads it, whatever start it names itself.
 */
export function clockFrom(start: Instant | undefined, databasePath: string): () => Instant {
  if (start === undefined) return () => Date.now()
  const { offset } = keptClock(`${databasePath}.clock`, start)
  return () => Date.now() + offset
}

interface KeptClock {
  readonly start: string
  readonly offset: number
}

function keptClock(path: string, start: Instant): KeptClock {
  const own = { start: new Date(start).toISOString(), offset: start - Date.now() }
  const kept = createOnce(path, own) ? own : (JSON.parse(readFileSync(path, 'utf8')) as KeptClock)
  if (kept.start !== own.start) {
    console.warn(`The clock of this database was started at ${kept.start} and runs on; remove ${path} to start it at ${own.start}.`)
  }
  return kept
}

// A link is made whole or not at all, and only by one: nobody can read a file that is half written.
function createOnce(path: string, kept: KeptClock): boolean {
  mkdirSync(dirname(path), { recursive: true })
  const draft = `${path}.${process.pid}.${Math.random().toString(36).slice(2)}`
  writeFileSync(draft, JSON.stringify(kept))
  try {
    linkSync(draft, path)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  } finally {
    rmSync(draft)
  }
}
