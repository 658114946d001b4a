import { setTimeout as pause } from 'node:timers/promises'
import { median, type Measured } from './measure'
import { startServer } from './server-process'

/** How long the server takes to its first answer, and the memory it holds once it and its jobs have nothing to do. */
export async function measureProcess(database: string, { starts, restMs }: { starts: number; restMs: number }): Promise<Measured[]> {
  const took: number[] = []
  let memory = 0
  for (let nth = 1; nth <= starts; nth += 1) {
    const server = await startServer({ database, jobs: true })
    took.push(server.startedIn)
    if (nth === starts) {
      await pause(restMs)
      memory = server.memory()
    }
    await server.stop()
  }
  const seconds = median(took) / 1000
  const megabytes = memory / 2 ** 20
  return [
    { name: 'Start, from the process to its first answer', figure: `${seconds.toFixed(2)} s`, reference: '', ratio: null, aim: '≤ 2 s', met: seconds <= 2 },
    { name: 'Memory at rest, jobs included', figure: `${megabytes.toFixed(0)} MB`, reference: '', ratio: null, aim: '≤ 150 MB', met: megabytes <= 150 },
  ]
}
