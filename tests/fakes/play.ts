import { parseArgs } from 'node:util'
import { now } from '~/platform/clock.server'
import { EnvError } from '~/platform/env.server'

export interface Playing {
  readonly url: string
  close(): Promise<void>
}

export interface Played {
  readonly port: number
  /** In which the stand-in keeps its state. */
  readonly stateFile: string
  /** The origin of the application; undefined where nobody said. */
  readonly app: string | undefined
  readonly now: () => number
}

/** Runs a stand-in as a program until it is stopped: --state <file> [--port <n>] [--app <origin>] [--with-parent]. It says where it is on its first line. */
export async function play(start: (played: Played) => Promise<Playing>): Promise<void> {
  const { values } = parseArgs({
    options: { port: { type: 'string', default: '0' }, state: { type: 'string' }, app: { type: 'string' }, 'with-parent': { type: 'boolean', default: false } },
  })
  try {
    if (!values.state) throw new Error('--state must name the file in which the stand-in keeps its state')
    const played = { stateFile: values.state, app: values.app, now }
    const standIn = await start({ ...played, port: Number(values.port) }).catch((error: unknown) => {
      // A page that somebody has open should be where it was before a restart; where somebody else is there now, any other place will do.
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
      return start({ ...played, port: 0 })
    })
    console.log(standIn.url)
    const stop = () => void standIn.close().then(() => process.exit(0))
    process.once('SIGTERM', stop)
    process.once('SIGINT', stop)
    // However the parent ends, its end of the pipe closes.
    if (values['with-parent']) process.stdin.once('end', stop).once('error', stop).resume()
  } catch (error) {
    console.error(error instanceof EnvError ? error.message : error)
    process.exit(1)
  }
}
