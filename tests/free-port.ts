import { createServer } from 'node:net'

// Below the ports that a system hands out by itself (from 32768 on Linux): between looking and listening nobody is given one of these by chance.
const first = 12_000
const perWorker = 1_000

let given = 0

/** A port of this machine that nobody listens on, and that no other worker of the tests is told. */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < perWorker; tries++) {
    const port = first + Number(process.env.VITEST_POOL_ID ?? 0) * perWorker + (given++ + process.pid) % perWorker
    if (await isFree(port)) return port
  }
  throw new Error('Every port that is tried is taken')
}

function isFree(port: number): Promise<boolean> {
  const probe = createServer()
  return new Promise((resolve) => {
    probe.once('error', () => resolve(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
  })
}
