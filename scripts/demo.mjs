// npm run demo [-- --fresh]: everything from a fresh clone to a town on http://localhost:3000, with nothing to set up.
import { build } from './build.mjs'
import { install } from './install.mjs'
import { runNode } from './run.mjs'
import { forgetTown, runServer, startStandIn, townEnvironment } from './town.mjs'

const folder = 'data/demo'

install()
await build()
if (process.argv.includes('--fresh')) forgetTown(folder)

const env = townEnvironment(folder, 'demo', 'production')
const postmark = await startStandIn(folder, env)
env.POSTMARK_HOST = postmark.host
runNode(['build/db/migrate.js'], { env })
runNode(['build/db/seed.js', '--if-empty'], { env })
runServer(['build/server/index.js'], env, postmark.stop)
