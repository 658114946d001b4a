// npm run demo [-- --fresh]: everything from a fresh clone to a town on http://localhost:3000, with nothing to set up. DEMO_FOLDER is where its data lies.
import { build } from './build.mjs'
import { install } from './install.mjs'
import { fillTown, forgetTown, runServer, startStandIns, townEnvironment } from './town.mjs'

const folder = process.env.DEMO_FOLDER || 'data/demo'

install()
await build()
if (process.argv.includes('--fresh')) forgetTown(folder)

const env = townEnvironment(folder, 'demo', 'production')
const standIns = await startStandIns(folder, env)
Object.assign(env, standIns.hosts)
fillTown(env)
runServer(['build/server/index.js'], env, standIns.stop)
