// Plays Postmark until it is stopped: tsx tests/fakes/postmark/run.ts --state <file> [--port <n>] [--with-parent]
import { env } from '~/platform/env.server'
import { play } from '../play'
import { startPostmark } from './postmark'

await play(({ port, stateFile, now }) => {
  const { POSTMARK_TOKEN: token } = env()
  return startPostmark({ port, stateFile, now, ...(token ? { token } : {}) })
})
