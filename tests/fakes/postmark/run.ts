// Plays Postmark until it is stopped: tsx tests/fakes/postmark/run.ts --state <file> [--port <n>] [--with-parent]
import { parseArgs } from 'node:util'
import { now } from '~/platform/clock.server'
import { env, EnvError } from '~/platform/env.server'
import { startPostmark } from './postmark'

const { values } = parseArgs({
  options: { port: { type: 'string', default: '0' }, state: { type: 'string' }, 'with-parent': { type: 'boolean', default: false } },
})

try {
  if (!values.state) throw new Error('--state must name the file in which the stand-in keeps its state')
  const token = env().POSTMARK_TOKEN
  const postmark = await startPostmark({ port: Number(values.port), stateFile: values.state, now, ...(token ? { token } : {}) })
  console.log(postmark.url)
  const stop = () => void postmark.close().then(() => process.exit(0))
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
  // However the parent ends, its end of the pipe closes.
  if (values['with-parent']) process.stdin.once('end', stop).once('error', stop).resume()
} catch (error) {
  console.error(error instanceof EnvError ? error.message : error)
  process.exit(1)
}
