// npm run demo [-- --fresh]: everything from a fresh clone to a town on http://localhost:3000, with nothing to set up.
import { build } from './build.mjs'
import { install } from './install.mjs'
import { runNode } from './run.mjs'
import { forgetTown, runServer, startStandIns, townEnvironment } from './town.mjs'

const folder = 'data/demo'

install()
await build()
if (process.argv.includes('--fresh')) forgetTown(folder)

const env = townEnvironment(folder, 'demo', 'production')
const standIns = await startStandIns(folder, env)
Object.assign(env, standIns.hosts)
runNode(['build/db/migrate.js'], { env })
// What lies in the town's past was paid at the till: with a Stripe its bookings would wait for a card.
runNode(['build/db/seed.js', '--if-empty'], { env: { ...env, STRIPE_KEY: '' } })
runServer(['build/server/index.js'], env, standIns.stop)
