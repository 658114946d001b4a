// Plays Google and Facebook until it is stopped: tsx tests/fakes/oauth/run.ts --state <file> --app <origin> [--port <n>] [--with-parent]
import { parseArgs } from 'node:util'
import { now } from '~/platform/clock.server'
import { EnvError } from '~/platform/env.server'
import { startOAuth } from './oauth'

const { values } = parseArgs({
  options: { port: { type: 'string', default: '0' }, state: { type: 'string' }, app: { type: 'string' }, 'with-parent': { type: 'boolean', default: false } },
})

try {
  const { state: stateFile, app } = values
  if (!stateFile || !app) throw new Error('--state must name the file in which the stand-in keeps its state, --app the origin of the application')
  const oauth = await startOAuth({ port: Number(values.port), stateFile, app, now }).catch((error: unknown) => {
    // A page that somebody has open should be where it was before a restart; where somebody else is there now, any other place will do.
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
    return startOAuth({ port: 0, stateFile, app, now })
  })
  console.log(oauth.url)
  const stop = () => void oauth.close().then(() => process.exit(0))
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
  // However the parent ends, its end of the pipe closes.
  if (values['with-parent']) process.stdin.once('end', stop).once('error', stop).resume()
} catch (error) {
  console.error(error instanceof EnvError ? error.message : error)
  process.exit(1)
}
