import { fileURLToPath } from 'node:url'
import * as build from 'virtual:remix/server-build'
import { env, EnvError } from '~/platform/env.server'
import { listen, openHouse } from './house'
import { remixAnswer } from './remix-answer'

// The production entry: `node build/server/index.js`, beside build/client.
try {
  const files = fileURLToPath(new URL('../client', import.meta.url))
  listen(await openHouse({ answer: remixAnswer(build, env().NODE_ENV), files }))
} catch (error) {
  if (!(error instanceof EnvError)) throw error
  console.error(error.message)
  process.exit(1)
}
