import { startServer, type RunningServer, type ServerWanted } from '../load/server-process'

export interface Crashes {
  readonly kills: number
  /** Waits until it is time for this kill, the first being 1. */
  readonly time: (nth: number) => Promise<void>
  /** What happens while nobody serves. */
  readonly dead?: (nth: number) => void | Promise<void>
}

/** Starts a server and kills it (-9), again and again; after the last kill it stays dead. `wanted` is asked anew before each start. */
export async function crashAgainAndAgain(wanted: () => ServerWanted, { kills, time, dead }: Crashes): Promise<void> {
  for (let nth = 1; nth <= kills; nth += 1) {
    const server = await startServer(wanted())
    try {
      await time(nth)
    } finally {
      await server.kill()
    }
    await dead?.(nth)
  }
}

/** Lets a server run until it has nothing left to do, and ends it as a deployment does. Fails after four minutes, and says what was left. */
export async function runUntilDone(wanted: ServerWanted, left: () => Promise<Readonly<Record<string, number>>>): Promise<void> {
  const server: RunningServer = await startServer(wanted)
  try {
    await untilNothing(left)
  } finally {
    await server.stop()
  }
}

/** Waits until every count is zero. Fails after four minutes, and says what was left. */
export async function untilNothing(left: () => Promise<Readonly<Record<string, number>>>): Promise<void> {
  const late = performance.now() + 240_000
  for (;;) {
    const counts = await left()
    if (Object.values(counts).every((count) => count === 0)) return
    if (performance.now() > late) throw new Error(`It does not come to rest: ${JSON.stringify(counts)}`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
