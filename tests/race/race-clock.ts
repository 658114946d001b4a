import { rmSync } from 'node:fs'
import { clockFrom } from '~/platform/clock.server'

/** The clock of a file: that of every server that starts on it from now on, and of the stand-ins beside them. It runs, and jumps when it is told to. */
export class RaceClock {
  #start: number
  #now: () => number

  constructor(private readonly database: string, start: number) {
    this.#start = start
    this.#now = clockFrom(start, database)
  }

  readonly now = (): number => this.#now()

  /** Jumps ahead. Servers that run already keep the clock that they started with. */
  jump(ms: number): void {
    this.#start = this.#now() + ms
    rmSync(`${this.database}.clock`)
    this.#now = clockFrom(this.#start, this.database)
  }

  /** What a server is started with to go by it. */
  get env(): Readonly<Record<string, string>> {
    return { GUILDHALL_NOW: new Date(this.#start).toISOString() }
  }
}
